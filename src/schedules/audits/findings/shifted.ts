import { type Explanation, type Place, positionAt, probes } from '../explanation.ts'
import { positionsOf } from '../meant-schedule.ts'
import { type FindingKind, isOne } from './finding.ts'

/** Shifts of the schedule by which a point could have the rate that it has. */
export function shifts({ rates, meant, from, before }: Place): Explanation[] {
  const { curve, slope, scale } = before
  const peak = scale * meant.peakLearningRate
  const intercepts = new Set<number>()
  for (const index of probes({ rates, from })) {
    const step = rates.stepOf(index)
    for (const position of positionsOf(curve, rates.rateOf(index) / peak)) intercepts.add(Math.round(position - slope * step))
  }
  return [...intercepts].map((intercept) => ({ curve, slope, intercept, scale }))
}

/** The schedule, some steps early or late. */
export const shifted: FindingKind = {
  code: 'shifted',
  meaning: 'the rates are `offset` steps ahead of the schedule (behind it where negative)',
  propose: shifts,
  tell({ explanation, fromStep, before, isFirst }) {
    const { intercept, slope } = explanation
    if (!isOne(slope / before.slope)) return null
    const moved = positionAt(explanation, fromStep) - positionAt(before, fromStep)
    if (Math.round(moved) === 0 || (!isFirst && moved < 0)) return null
    const offset = Math.round(moved)
    const steps = `${Math.abs(offset)} ${Math.abs(offset) === 1 ? 'step' : 'steps'}`
    if (!isFirst) {
      return {
        offset,
        detail: `At step ${fromStep} the rates jump ${steps} ahead: the schedule goes on from step ${Math.round(positionAt(explanation, fromStep))}.`,
        fix:
          'A resumption has counted steps twice, or by another unit. Load the state of the scheduler (scheduler.load_state_dict, accelerator.load_state, resume_from_checkpoint of Transformers, ' +
          'ckpt_path of Lightning), and do not step it to its place as well.'
      }
    }
    return {
      offset,
      detail: `The rates are ${steps} ${offset > 0 ? 'ahead of' : 'behind'} the schedule${Math.abs(offset) === 1 ? ', as where steps are counted from the other end' : ''}.`,
      fix:
        Math.abs(offset) === 1
          ? 'Nothing has to be mended, unless the first step matters: steps are counted from 0 or from 1, and rates logged before the scheduler moves or after. In PyTorch scheduler.step() comes after optimizer.step().'
          : intercept > 0
            ? 'scheduler.step() is called before optimizer.step(), or last_epoch is set for a run that begins anew. Make the scheduler with last_epoch=-1 and step it after the optimizer.'
            : 'The scheduler begins late: skipped steps of a gradient scaler, a warm-up before it that the schedule does not have, or a log that counts steps from another one. Step it once after every optimizer.step().'
    }
  }
}
