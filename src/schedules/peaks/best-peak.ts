import { fitQuadratic, minimumInterval, studentQuantile } from './quadratic.ts'

/** A run that differs from the others in its peak learning rate alone, or in its seed, too. */
export interface PeakRun {
  /** Above 0. */
  readonly peakLearningRate: number
  /** NaN or infinite where the run diverged. */
  readonly finalLoss: number
}

export interface BestPeak {
  /** Null where the runs do not bracket a minimum. */
  readonly best: {
    readonly peakLearningRate: number
    /** By the parabola. */
    readonly finalLoss: number
    /** Holds the best peak in 90 of 100 cases, if the parabola is right; null where noise is not known or too large. */
    readonly interval: { readonly low: number; readonly high: number } | null
  } | null
  /** The end of the peaks that were tried at which the loss is least. */
  readonly atEdge: 'low' | 'high' | null
  /** Peaks to try next, most useful first. */
  readonly try: readonly number[]
  readonly fit: {
    /** Different peaks that the parabola is fitted to, and their runs. */
    readonly peaks: number
    readonly runs: number
    /** c₂ of L = c₀ + c₁ ln γ + c₂ (ln γ)². */
    readonly curvature: number
    /** Standard deviation of the final loss at one peak; null where nothing tells it. */
    readonly noise: number | null
  } | null
  readonly diverged: number
  /** One sentence for people. */
  readonly detail: string
}

/** A parabola holds near its minimum: peaks further from the best are left out where enough are nearer. */
const nearFactor = 8
/** The next peak to try beyond an edge. */
const stepBeyond = 2
/** Peaks of which a parabola is made. */
const peaksMin = 3

/**
 * Finds the peak with the least final loss, by a parabola in ln γ.
 * @param runs  of the same length and schedule
 * @param noise standard deviation of the final loss over seeds; unless given it is found from the runs, where there are more than three
 */
export function bestPeak(runs: readonly PeakRun[], noise?: number): BestPeak {
  const finite = runs.filter(({ finalLoss }) => Number.isFinite(finalLoss))
  const diverged = runs.length - finite.length
  const means = meansOf(finite)
  const unstable = runs.filter(({ finalLoss }) => !Number.isFinite(finalLoss)).map(({ peakLearningRate }) => peakLearningRate)
  if (means.length === 0) {
    const lowest = Math.min(...unstable)
    return none(null, [lowest / 4, lowest / 16], diverged, `Every run diverged: try ${short(lowest / 4)} or less.`)
  }
  const least = means.reduce((a, b) => (b.loss < a.loss ? b : a))
  const first = means[0] as Mean
  const last = means.at(-1) as Mean
  const above = Math.min(...unstable.filter((peak) => peak > last.peak))
  if (least === last || least === first) return edge(least, first, last, above, diverged, means.length)

  const near = means.filter(({ peak }) => Math.abs(Math.log(peak / least.peak)) <= Math.log(nearFactor))
  const isBracketed = near.some(({ peak }) => peak < least.peak) && near.some(({ peak }) => peak > least.peak)
  const used = near.length >= peaksMin && isBracketed ? near : neighbours(means, least)
  const isUsed = new Set(used.map(({ peak }) => peak))
  const fitted = finite.filter(({ peakLearningRate }) => isUsed.has(peakLearningRate))
  return byParabola(fitted, used, least, diverged, noise)
}

interface Mean {
  readonly peak: number
  readonly loss: number
}

/** The mean loss of each peak, ascending. */
function meansOf(runs: readonly PeakRun[]): Mean[] {
  const losses = new Map<number, number[]>()
  for (const { peakLearningRate: peak, finalLoss } of runs) losses.set(peak, [...(losses.get(peak) ?? []), finalLoss])
  return [...losses]
    .map(([peak, list]) => ({ peak, loss: list.reduce((sum, loss) => sum + loss, 0) / list.length }))
    .sort((a, b) => a.peak - b.peak)
}

/** The best with the peaks beside it. */
function neighbours(means: readonly Mean[], least: Mean): readonly Mean[] {
  const at = means.indexOf(least)
  return means.slice(at - 1, at + 2)
}

function byParabola(runs: readonly PeakRun[], used: readonly Mean[], least: Mean, diverged: number, given: number | undefined): BestPeak {
  const x = runs.map(({ peakLearningRate }) => Math.log(peakLearningRate / least.peak))
  const quadratic = fitQuadratic(
    x,
    runs.map(({ finalLoss }) => finalLoss)
  )
  const [c0, c1, c2] = quadratic?.coefficients ?? [0, 0, 0]
  const vertex = -c1 / (2 * c2)
  const [low, high] = [Math.min(...x), Math.max(...x)]
  if (quadratic === null || !(c2 > 0) || vertex < low || vertex > high) {
    const detail = `The losses have no minimum as of a parabola: the least is at ${short(least.peak)}. Repeat the runs beside it with other seeds.`
    return none(null, [least.peak, ...used.filter((mean) => mean !== least).map(({ peak }) => peak)], diverged, detail)
  }
  const degrees = runs.length - 3
  const found = degrees > 0 ? Math.max(roundingOf(runs), Math.sqrt(quadratic.squares / degrees)) : null
  const noise = given ?? found
  const quantile = given === undefined ? studentQuantile(Math.max(1, degrees)) : studentQuantile(Number.POSITIVE_INFINITY)
  const around = noise === null ? null : minimumInterval(quadratic, quantile * noise)
  const interval = around === null ? null : { low: least.peak * Math.exp(around.low), high: least.peak * Math.exp(around.high) }
  const peak = least.peak * Math.exp(vertex)
  const sure =
    interval !== null
      ? `between ${short(interval.low)} and ${short(interval.high)} in 90 of 100 cases`
      : noise === null
        ? 'how surely is not known: three runs fit any parabola, so add a fourth, or say the noise'
        : 'but the losses differ no more than their noise, so other peaks may be as good'
  return {
    best: { peakLearningRate: peak, finalLoss: c0 + c1 * vertex + c2 * vertex * vertex, interval },
    atEdge: null,
    try: [peak],
    fit: { peaks: used.length, runs: runs.length, curvature: c2, noise },
    diverged,
    detail: `The best peak is ${short(peak)}, ${sure}.`
  }
}

/** Standard deviation that rounding alone gives to losses of so many decimals: losses that fit by chance are no surer. */
function roundingOf(runs: readonly PeakRun[]): number {
  const decimals = runs.map(({ finalLoss }) => {
    const [mantissa = '', exponent = '0'] = finalLoss.toExponential().split('e')
    return mantissa.replace(/[-.]/g, '').length - 1 - Number(exponent)
  })
  return 10 ** -Math.max(...decimals) / Math.sqrt(12)
}

/** The least loss is at an end of what was tried: where the minimum is, nobody has seen. */
function edge(least: Mean, first: Mean, last: Mean, above: number, diverged: number, peaks: number): BestPeak {
  if (first === last) {
    const detail = `Only ${short(least.peak)} was tried: try ${short(least.peak / stepBeyond)} and ${short(least.peak * stepBeyond)}.`
    return none(null, [least.peak * stepBeyond, least.peak / stepBeyond], diverged, detail)
  }
  if (least === first) {
    const next = least.peak / stepBeyond
    return none(
      'low',
      [next, next / stepBeyond],
      diverged,
      `At the edge: the least loss is at the lowest of ${peaks} peaks. Try ${short(next)}.`
    )
  }
  const next = Math.min(least.peak * stepBeyond, Math.sqrt(least.peak * above))
  const why = Number.isFinite(above) ? `, and ${short(above)} diverged` : ''
  const more = Number.isFinite(above) ? [next] : [next, next * stepBeyond]
  return none('high', more, diverged, `At the edge: the least loss is at the highest of ${peaks} peaks${why}. Try ${short(next)}.`)
}

const none = (atEdge: BestPeak['atEdge'], next: readonly number[], diverged: number, detail: string): BestPeak => ({
  best: null,
  atEdge,
  try: next,
  fit: null,
  diverged,
  detail
})

const short = (value: number): string => String(Number(value.toPrecision(3)))
