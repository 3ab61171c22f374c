import { Problem } from '../domain/problems.ts'
import { median } from '../kernels/order-statistic.ts'
import { forgettingOf } from './diagnosis/forgetting.ts'
import type { OwnFacts } from './diagnosis/symptom.ts'
import { type EvenNorms, evenNorms } from './even-grid.ts'
import type { LoggedNorms } from './logged-norms.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'

/** The logged norms of one run. */
export interface RunNorms {
  readonly runId: string
  readonly points: LoggedNorms
}

/** Report fields that only a refinement of several runs has. */
type SeveralInReport = Required<Pick<RefinementReport, 'runs' | 'band'>>

/** The same as far as norms tell. */
export interface SeveralRuns extends Pick<SeveralInReport, 'band'> {
  readonly runs: readonly Pick<SeveralInReport['runs'][number], 'runId' | 'points'>[]
}

/** What a report says of several runs, each with what is known of it. */
export const severalInReport = ({ runs, band }: SeveralRuns, each: readonly OwnFacts[] = []): SeveralInReport => ({
  runs: runs.map((run, i) => {
    const { weightDecay = null, clipNorm = null } = each[i] ?? {}
    return { ...run, weightDecay, clipNorm, forgetting: forgettingOf(each[i] ?? {}) }
  }),
  band
})

/** Most buckets in a band. */
const bucketsMax = 200

/**
 * Merges the norms of several runs into one curve. Puts each run at equally spaced steps, scales it to the median of the runs' scales,
 * interpolates it to the longest grid, and takes the median at each position. Position means fraction of a run, so runs may have
 * different lengths. Scaling is safe because a schedule does not depend on the scale of the norms.
 * @param series two or more, in any order
 * @throws Problem `too-few-norms`, `series-too-long`, naming the run
 */
export function medianNorms(
  series: readonly RunNorms[],
  options: Pick<ResolvedRefinementOptions, 'preset' | 'trim' | 'scaleBy'>
): EvenNorms & { several: SeveralRuns } {
  const runs = series.map(({ runId, points }) => ({ runId, ...named(runId, () => scaled(evenNorms(points, options))) }))
  const scale = median(Float64Array.from(runs, (run) => run.scale))
  const curves = runs.map((run) => ({ values: run.values, factor: scale / run.scale }))
  const n = Math.max(...curves.map(({ values }) => values.length))
  const values = new Float64Array(n)
  const buckets = medians(curves, values)
  const logs = runs.map(({ log }) => log)
  const sum = (of: (log: EvenNorms['log']) => number) => logs.reduce((total, log) => total + of(log), 0)
  return {
    values,
    grids: runs.map(({ grids }) => grids[0]!),
    logs: runs.flatMap((run) => run.logs),
    log: {
      counts: {
        received: sum(({ counts }) => counts.received),
        used: sum(({ counts }) => counts.used),
        nonFinite: sum(({ counts }) => counts.nonFinite),
        zero: sum(({ counts }) => counts.zero),
        trimmed: sum(({ counts }) => counts.trimmed)
      },
      first: values[0]!,
      hasGaps: logs.some(({ hasGaps }) => hasGaps)
    },
    several: { runs: runs.map(({ runId, log }) => ({ runId, points: log.counts })), band: { buckets } }
  }
}

/**
 * Merges the losses of several runs as their norms are merged: each scaled to the median of its own, which no level depends on.
 * @param losses each on the grid of its run's norms, > 0
 * @param n      positions of the norms' median
 */
export function medianLosses(losses: readonly Float64Array[], n: number): Float64Array {
  const scales = losses.map((values) => median(values))
  const scale = median(Float64Array.from(scales))
  const out = new Float64Array(n)
  medians(
    losses.map((values, i) => ({ values, factor: scale / scales[i]! })),
    out
  )
  return out
}

function scaled({ values, grids, logs, log }: EvenNorms): EvenNorms & { scale: number } {
  const scale = median(values)
  if (scale === 0) throw new Problem('too-few-norms', 'The median of the gradient norms is 0: at least half of them are zero.')
  return { values, grids, logs, log, scale }
}

/** Adds the run's id to a problem. */
function named<T>(runId: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.type, `Run ${JSON.stringify(runId)}: ${error.detail}`)
  }
}

/** Norms at equally spaced steps, and the factor that scales them. */
interface Curve {
  readonly values: Float64Array
  readonly factor: number
}

type Bucket = SeveralRuns['band']['buckets'][number]

/**
 * Computes the median of the curves at each position, and their quartiles in buckets.
 * @param out shape `[n]`, receives the medians
 */
function medians(curves: readonly Curve[], out: Float64Array): Bucket[] {
  const n = out.length
  const count = Math.min(bucketsMax, n)
  const at = new Float64Array(curves.length)
  const buckets: Bucket[] = []
  for (let bucket = 0; bucket < count; bucket++) {
    const from = Math.floor((bucket * n) / count)
    const to = Math.floor(((bucket + 1) * n) / count)
    const width = to - from
    const band = { fraction: (from + to - 1) / 2 / (n - 1), lower: 0, median: 0, upper: 0 }
    for (let position = from; position < to; position++) {
      for (let i = 0; i < curves.length; i++) at[i] = normAt(curves[i]!, position, n)
      sort(at)
      const middle = quantile(at, 0.5)
      out[position] = middle
      // Divide first: the sums then cannot overflow.
      band.lower += quantile(at, 0.25) / width
      band.median += middle / width
      band.upper += quantile(at, 0.75) / width
    }
    buckets.push(band)
  }
  return buckets
}

/** The norm at a position of a grid of n, interpolated linearly as in `interpolateEven`; finite. */
function normAt({ values, factor }: Curve, position: number, n: number): number {
  const intervals = values.length - 1
  const exact = (position * intervals) / (n - 1)
  const left = Math.floor(exact)
  const a = values[left]!
  const norm = left === exact ? a : a + (values[left + 1]! - a) * (exact - left)
  // The factor of runs whose scales are far apart is infinite.
  return norm === 0 ? 0 : Math.min(norm * factor, Number.MAX_VALUE)
}

/** Insertion sort: there are few values, and neighbouring positions have nearly the same order. */
function sort(values: Float64Array): void {
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!
    let j = i - 1
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!
    values[j + 1] = value
  }
}

/** A quantile of sorted values, by linear interpolation. @see Hyndman, Fan, Sample Quantiles in Statistical Packages, 1996, type 7 */
function quantile(sorted: Float64Array, fraction: number): number {
  const place = fraction * (sorted.length - 1)
  const below = Math.floor(place)
  const a = sorted[below]!
  return below === place ? a : a + (sorted[below + 1]! - a) * (place - below)
}
