import { type Explanation, probes } from '../explanation.ts'
import type { Curve, MeantSchedule } from '../meant-schedule.ts'
import { type FindingKind, short } from './finding.ts'

/** A schedule this many times as long is not looked for. */
const longerMax = 64

/** The same shape over another number of steps. */
export const otherLength: FindingKind = {
  code: 'other-length',
  meaning: 'the same shape over `factor` times as many steps',
  propose({ rates, meant, from, before }) {
    if (from > 0) return []
    const scales = meant.isPeakKnown ? [before.scale, rates.largest / meant.peakLearningRate] : [before.scale]
    const found: Explanation[] = []
    for (const scale of scales) {
      const lengths = new Set<number>()
      for (const index of probes({ rates, from })) {
        const length = lengthWith(meant, rates.stepOf(index), rates.rateOf(index) / (scale * meant.peakLearningRate))
        if (length !== null) for (const near of [length - 1, length, length + 1]) lengths.add(near)
      }
      lengths.delete(meant.n)
      for (const length of lengths) if (length >= 2) found.push({ curve: meant.over(length), slope: 1, intercept: 0, scale })
    }
    return found
  },
  tell({ explanation: { curve }, meant, before, isFirst }) {
    if (curve.n === (isFirst ? meant.n : before.curve.n)) return null
    const isNext = curve.n === meant.n + 1
    return {
      factor: curve.n / meant.n,
      detail: isNext
        ? `The rates are those of the same shape over ${curve.n} steps: it ends one step after the last, as schedules of PyTorch and Transformers do.`
        : `The rates are those of the same shape over ${curve.n} steps, and ${meant.n} were meant: ${short(curve.n / meant.n)} times as many.`,
      fix: isNext
        ? 'Nothing has to be mended. To end on the last step, give the trainer one step less.'
        : 'The schedule was made for another length than it was meant for: check num_training_steps, max_steps or num_train_epochs in Transformers and diffusers (a resumption with other epochs makes it anew), ' +
          'total_iters or T_max in PyTorch, estimated_stepping_batches in Lightning, --lr-decay-iters beside --train-iters in Megatron (a checkpoint keeps its own unless --override-opt_param-scheduler is set).'
    }
  }
}

/** The number of steps with which the schedule has a multiplier at a step as it falls; null where it never has. */
function lengthWith(meant: MeantSchedule, step: number, multiplier: number): number | null {
  if (step < 1 || !(multiplier < 0.98) || multiplier < 0) return null
  const curves = new Map<number, Curve>()
  const falls = (n: number): boolean => {
    let curve = curves.get(n)
    if (curve === undefined) {
      curve = meant.over(n)
      curves.set(n, curve)
    }
    // Past the peak, and no higher than what is looked for.
    return step >= curve.peak && curve.at(step) <= multiplier
  }
  let low = meant.peak + 2
  let high = Math.max(low, Math.min(longerMax * meant.n, 2 ** 40))
  // Hardly longer than its rise, a schedule need not fall.
  while (!falls(low) && low < high) low = Math.min(high, 2 * low)
  if (!falls(low) || falls(high)) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (falls(middle)) low = middle
    else high = middle
  }
  return low
}
