import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { slidingMedian } from '../kernels/sliding-median.ts'
import type { EvenNorms, Grid } from './even-grid.ts'
import type { LoggedNorms } from './logged-norms.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { overGrid } from './over-grid.ts'
import { medianLosses, type RunNorms } from './several-runs.ts'
import { freshScratch, type Scratch } from './smoothed-norms.ts'
import { isOftenNotPositive, type LossCounts, usableLosses } from './usable-losses.ts'

/** The losses of a log on the grid of its norms. */
export interface LossesBeside {
  readonly counts: LossCounts
  /** Before and after the median filter, > 0, shape `[n]`; null where they are not used. Not to be changed. */
  readonly series: { readonly even: Float64Array; readonly filtered: Float64Array } | null
  /** Share of the extent of the norms that they cover, 0 to 1, of several runs the least; null where they are not used. */
  readonly covered: number | null
  /** Why they are not used; null where they are, or where there are none. */
  readonly leftOut: string | null
}

const noLosses: LossesBeside = {
  counts: { received: 0, used: 0, nonFinite: 0, notPositive: 0 },
  series: null,
  covered: null,
  leftOut: null
}

/**
 * Brings losses onto the grid of the norms: linear between their points, the nearest outside, filtered with the same width. Of several
 * runs, all must have logged them; their median is taken as that of the norms is.
 */
export function lossesBeside(
  points: LoggedNorms | readonly RunNorms[],
  { grids, values }: EvenNorms,
  filterWidth: number,
  { preset, loss }: Pick<ResolvedRefinementOptions, 'preset' | 'loss'>,
  scratch: Scratch = freshScratch
): LossesBeside {
  if (preset === 'reference' || loss === 'none') return noLosses
  const logs = 'steps' in points ? [{ runId: null, points }] : points.map((run) => ({ runId: run.runId, points: run.points }))
  const found = logs.map(({ runId, points: { losses } }) => ({
    runId,
    ...(losses ? usableLosses(losses) : { points: null, counts: noLosses.counts })
  }))
  const sum = (of: (counts: LossCounts) => number) => found.reduce((total, { counts }) => total + of(counts), 0)
  const counts = {
    received: sum(({ received }) => received),
    used: sum(({ used }) => used),
    nonFinite: sum(({ nonFinite }) => nonFinite),
    notPositive: sum(({ notPositive }) => notPositive)
  }
  if (counts.received === 0) return noLosses
  const missing = found.find((one) => one.points === null)
  if (missing !== undefined) return { counts, series: null, covered: null, leftOut: reason(missing) }
  const n = values.length
  const onGrids = found.map(({ points: usable }, i) => {
    const { first, last, n: positions } = grids[i]!
    return overGrid(usable!, { first, stride: (last - first) / (positions - 1) }, positions)
  })
  const covered = Math.min(...found.map(({ points: usable }, i) => coveredShare(usable!, grids[i]!)))
  const even = onGrids.length === 1 ? onGrids[0]! : medianLosses(onGrids, n)
  return { counts, series: { even, filtered: slidingMedian(even, filterWidth, scratch(n, 'losses')) }, covered, leftOut: null }
}

/** The share of a grid between the first point and the last. */
function coveredShare({ steps, values }: Points, { first, last }: Grid): number {
  const [from, to] = [stepAt(steps, 0), stepAt(steps, values.length - 1)]
  return last === first ? 1 : Math.max(0, Math.min(to, last) - Math.max(from, first)) / (last - first)
}

function reason({ runId, counts }: { readonly runId: string | null; readonly counts: LossCounts }): string {
  const { received, used, notPositive } = counts
  const where = runId === null ? '' : ` of run ${JSON.stringify(runId)}`
  if (received === 0) return `Run ${JSON.stringify(runId)} has logged no losses, so those of the other runs were left out.`
  return isOftenNotPositive(counts)
    ? `${notPositive} of ${used + notPositive} finite losses${where} are 0 or below, so the losses were left out: their ratios mean nothing.`
    : `Only ${used} of ${received} losses${where} can be used, so they were left out.`
}
