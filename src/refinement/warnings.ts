import type { NormName } from '../domain/gradient-norm.ts'
import { isAdaptive } from '../domain/run.ts'
import { extrema } from '../kernels/extrema.ts'
import { median } from '../kernels/order-statistic.ts'
import type { LogFacts } from './even-grid.ts'
import type { NormScale } from './norm-scale.ts'
import type { RefinementWarning, WarningCode } from './report.ts'

/** What is known of the run besides its norms. */
export interface RunFacts {
  readonly optimizer: string | null
  readonly totalSteps: number | null
  /** The norms that are logged. */
  readonly series: readonly NormName[]
}

/** A run of which nothing is known: bare values. */
export const unknownRun: RunFacts = { optimizer: null, totalSteps: null, series: [] }

/** What the filtered norms look like at the ends; taken before they turn into weights. */
export interface SmoothedShape {
  /** Median of the first tenth of ĝ. */
  readonly firstTenthMedian: number
  /** Largest over smallest of the last tenth of the raised ĝ. */
  readonly lastTenthRatio: number
}

export function smoothedShape(norms: Float64Array, { floor, lift }: NormScale): SmoothedShape {
  const tenth = Math.ceil(norms.length / 10)
  const [smallest, largest] = extrema(norms.subarray(norms.length - tenth))
  const raised = (norm: number) => Math.max(norm, floor / lift)
  return { firstTenthMedian: median(norms.subarray(0, tenth)), lastTenthRatio: raised(largest) / raised(smallest) }
}

/** All that the warnings are judged by. */
export interface Findings {
  readonly log: LogFacts
  readonly shape: SmoothedShape
  readonly peakFraction: number
  readonly extent: number
  readonly steps: number
  readonly run: RunFacts
}

const percent = (fraction: number) => `${(100 * fraction).toFixed(fraction < 0.1 ? 1 : 0)} %`
const times = (ratio: number) => (ratio < 1e6 ? ratio.toPrecision(3) : ratio.toExponential(1))

/** Each code with its test: the text where the warning applies, null where not. */
const rules: Record<WarningCode, (findings: Findings) => string | null> = {
  'clipped-norms': ({ log: { counts, largest, largestCount } }) =>
    largestCount >= 2 && largestCount >= 0.2 * counts.used
      ? `${largestCount} of ${counts.used} points share the largest norm, ${largest}: the norms look as if taken after gradient clipping, ` +
        'which hides their shape. Log the norm before clipping.'
      : null,
  'collapsed-norms': ({ peakFraction, shape: { lastTenthRatio } }) => {
    if (!(peakFraction > 0.9 || lastTenthRatio > 100)) return null
    const seen =
      peakFraction > 0.9
        ? `The schedule peaks at ${percent(peakFraction)} of its steps`
        : `The filtered norms change by a factor of ${times(lastTenthRatio)} over their last tenth`
    return `${seen}: norms that collapse at the end, as when a model memorises its data, push the schedule there. Linear decay is the safer choice.`
  },
  'early-spike': ({ log: { first }, shape: { firstTenthMedian } }) => {
    if (!(first > 5 * firstTenthMedian)) return null
    return (
      `The first point is ${times(first / firstTenthMedian)} times the filtered median of the first tenth, and the left edge of the filter repeats ` +
      'it, so that the schedule starts low. Drop the first points with `trim.start` to see without it.'
    )
  },
  'few-points': ({ log: { counts } }) =>
    counts.used < 100 ? `Only ${counts.used} points could be used: the shape is rough. Log the norm of every step.` : null,
  'short-run': ({ extent, run: { totalSteps } }) =>
    totalSteps !== null && extent < 0.9 * totalSteps
      ? `The norms extend over ${extent} of ${totalSteps} steps (${percent(extent / totalSteps)}): what was logged is stretched over the whole ` +
        'run. Refine a finished run where there is one.'
      : null,
  'coarse-stride': ({ log: { counts }, steps }) =>
    counts.received < 1000 && counts.received < steps
      ? `${counts.received} points stand for ${steps} steps: between them the schedule is a straight line. Log more often.`
      : null,
  gaps: ({ log: { counts, hasGaps } }) =>
    hasGaps
      ? `The steps of the points are so uneven that the grid between them was cut down to ${4 * counts.used} positions, four a point. ` +
        'Log at an even stride.'
      : null,
  'non-finite': ({ log: { counts } }) =>
    counts.nonFinite > 0 ? `${counts.nonFinite} points are NaN or ±Infinity and were dropped, as steps that the trainer skips are.` : null,
  zero: ({ log: { counts } }) =>
    counts.zero > 0 ? `${counts.zero} points are 0 and were dropped. Log more decimals if the norms were rounded.` : null,
  'l2-for-adaptive': ({ run: { optimizer, series } }) =>
    isAdaptive(optimizer) && series.includes('l2') && !series.includes('l1')
      ? `The optimizer ${optimizer} is adaptive, and only l2 norms are logged; for such optimizers the theory asks for l1 norms, the sum of the ` +
        'absolute values of the gradient. Log l1 norms too.'
      : null
}

/** The warnings that apply, in the order of the contract. */
export function warnings(findings: Findings): RefinementWarning[] {
  const found: RefinementWarning[] = []
  for (const [code, detail] of Object.entries(rules) as [WarningCode, (findings: Findings) => string | null][]) {
    const text = detail(findings)
    if (text !== null) found.push({ code, detail: text })
  }
  return found
}
