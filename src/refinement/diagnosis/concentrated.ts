import { stepAt } from '../../domain/gradient-norm.ts'
import { orderStatistic } from '../../kernels/order-statistic.ts'
import { percent } from './amounts.ts'
import type { ExaminedNorms, Symptom } from './symptom.ts'

/** A share of the steps, and the share of the weight that they must not carry. */
const limits = [
  { steps: 0.01, weight: 0.5 },
  // A stretch that is longer than half the window gets through the median filter, and takes all.
  { steps: 0.1, weight: 0.9 },
  { steps: 0.25, weight: 0.99 }
] as const

/** Of the largest weight: steps with more are named. */
const heavy = 0.1

/**
 * A stretch of norms far below the others (a frozen model, batches without a gradient, a logger that wrote nearly 0) has nearly all of the weight ‖g‖⁻²: 25 of
 * 400 steps at a thousandth of the rest send the rate of preset paper to 3e-7 everywhere else. Theorem and filter take norms as they come.
 */
export const concentrated: Symptom = {
  code: 'concentrated',
  meaning: 'A few steps have nearly all of the weight of the paper: 1 % of them over half, 10 % over nine tenths, or a quarter over 99 %.',
  examine: (examined) => {
    const place = isConcentrated(examined) ? placeOf(examined) : null
    return ({ options: { weighting } }) =>
      place === null
        ? null
        : `${place}, have nearly all of the weight ‖g‖⁻${weighting === 'inverse' ? '¹' : '²'}: their norms are far below all others. Find out what ` +
          'happened there. If it was no training, refine without these points; a schedule is not to turn on them.'
  }
}

/** Weights relative to the largest. Norms are raised as for the schedule. @param least the smallest norm */
function weightOf({ scale, options }: ExaminedNorms, least: number): (norm: number) => number {
  const floor = scale.floor / scale.lift
  const smallest = Math.max(least, floor)
  const isSquare = options.weighting !== 'inverse'
  return (norm) => {
    const ratio = smallest === 0 ? 1 : smallest / Math.max(norm, floor)
    return isSquare ? ratio * ratio : ratio
  }
}

function isConcentrated(examined: ExaminedNorms): boolean {
  // The smaller the norm, the larger its weight.
  const sorted = examined.thinned.slice().sort()
  const n = sorted.length
  const weights = sorted.map(weightOf(examined, sorted[0]!))
  const all = sumOf(weights, n)
  return limits.some((limit) => {
    const count = Math.ceil(limit.steps * n)
    return count < n / 2 && sumOf(weights, count) > limit.weight * all
  })
}

function sumOf(values: Float64Array, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[i]!
  return sum
}

/** Which steps are meant, and where they are. */
function placeOf(examined: ExaminedNorms): string {
  const { thinned, logs } = examined
  const weight = weightOf(examined, orderStatistic(thinned, 0))
  const isHeavy = (norm: number) => weight(norm) >= heavy
  const share = percent(thinned.reduce((count, norm) => count + (isHeavy(norm) ? 1 : 0), 0) / thinned.length)
  const [first, last] = [thinned.findIndex(isHeavy), thinned.findLastIndex(isHeavy)]
  const [log, ...others] = logs
  if (log === undefined || others.length > 0) {
    return `${share} of the steps, between ${percent(first / thinned.length)} and ${percent((last + 1) / thinned.length)} of the runs`
  }
  const [from, to] = [stepAt(log.steps, 0), stepAt(log.steps, log.values.length - 1)]
  const stepOf = (position: number) => Math.round(from + (position / Math.max(1, thinned.length - 1)) * (to - from))
  return `${share} of the steps, between step ${stepOf(first)} and ${stepOf(last)}`
}
