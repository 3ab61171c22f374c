import { type Explanation, positionAt } from '../explanation.ts'
import { type FindingKind, isOne } from './finding.ts'
import { shifts } from './shifted.ts'

/** The schedule goes back to an earlier step, as where a run is resumed without the state of its scheduler. */
export const restarted: FindingKind = {
  code: 'restarted',
  meaning: 'at `fromStep` the rate goes back to that of an earlier step',
  propose(place) {
    const { rates, from, before } = place
    if (from === 0) return []
    const { slope } = before
    const begins = rates.stepOf(from)
    // From the beginning; the first points after a resumption may be missing.
    const anew: Explanation[] = [0, 1].map((step) => ({ ...before, intercept: step - slope * begins }))
    const sinceLast: Explanation = { ...before, intercept: -slope * (rates.stepOf(from - 1) + 1) }
    return [...anew, sinceLast, ...shifts(place)]
  },
  tell({ explanation, before, fromStep, isFirst }) {
    if (isFirst || !isOne(explanation.slope / before.slope)) return null
    const moved = Math.round(positionAt(explanation, fromStep) - positionAt(before, fromStep))
    if (moved >= 0) return null
    const to = Math.max(0, Math.round(positionAt(explanation, fromStep)))
    return {
      offset: moved,
      detail: `At step ${fromStep} the rate goes back to that of step ${to}${to === 0 ? ', the beginning' : ''}: ${-moved} steps of the schedule come again.`,
      fix:
        'The run was resumed without the state of its scheduler. Load it: scheduler.load_state_dict in PyTorch; accelerator.register_for_checkpointing(scheduler) and load_state in accelerate and diffusers; ' +
        'trainer.train(resume_from_checkpoint=…) in Transformers, not a new Trainer on the saved model; ckpt_path=… in Lightning, not load_from_checkpoint; in Megatron leave --no-load-optim and --finetune out. ' +
        'Or make the scheduler with last_epoch set to the step.'
    }
  }
}
