import { type FindingKind, short } from './finding.ts'

/** The rate stays where it is. */
export const held: FindingKind = {
  code: 'held',
  meaning: 'the rate stays as it is, after the end of the schedule or in the middle of it',
  propose: ({ rates, from, before }) => [{ ...before, held: rates.rateOf(from) }],
  tell({ explanation, fromStep, toStep, isFirst, isLast, meant }) {
    if (explanation.held === undefined) return null
    const rate = short(explanation.held)
    if (isFirst) {
      return {
        detail: `The rate is ${rate} at every step: the schedule is never stepped.`,
        fix: 'Call scheduler.step() after every optimizer.step(). In Transformers and Lightning check that the scheduler is handed to the trainer; in DeepSpeed that its own is not set as well.'
      }
    }
    return {
      detail: `From step ${fromStep} on the rate stays at ${rate}${isLast ? '' : `, to step ${toStep}`}, for ${toStep - fromStep + 1} steps.`,
      fix:
        explanation.held <= 1e-3 * meant.peakLearningRate
          ? 'Training goes on after its schedule is over, and learns nothing there. Make the schedule as long as the training, or go on with POST /v1/schedules/{id}/horizons (method rewarm).'
          : 'The scheduler is no longer stepped, its schedule is over, or it was made for more steps and comes to this later. Make the schedule as long as the training (POST /v1/schedules/{id}/horizons), and step it after every optimizer.step().'
    }
  }
}
