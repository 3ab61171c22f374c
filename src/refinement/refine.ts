import type { EngineDescription } from '../domain/engine.ts'
import type { Engine } from '../kernels/engine.ts'
import { referenceDescription } from '../kernels/reference/engine.ts'
import { prepareAdvice } from './advice.ts'
import { alternatives } from './alternatives.ts'
import { answeredBound } from './answered-bound.ts'
import { type ClosedForm, closedForm } from './closed-form.ts'
import { relativeSum, theory } from './closed-form-bound.ts'
import { closedFormOn } from './closed-form-on-engine.ts'
import { forgetting } from './diagnosis/forgetting.ts'
import { examine } from './diagnosis/index.ts'
import { type RunFacts, unknownRun } from './diagnosis/symptom.ts'
import type { EvenNorms, Grid } from './even-grid.ts'
import { explained } from './explained.ts'
import { findLevel, type Level } from './level.ts'
import type { LoggedNorms } from './logged-norms.ts'
import { type LossesBeside, lossesBeside } from './losses-beside.ts'
import { lossesRead } from './losses-text.ts'
import { raiseNorms } from './norm-floor.ts'
import { type NormScale, normScale } from './norm-scale.ts'
import { numericRefinement } from './numeric-refinement.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { rampLength } from './ramp.ts'
import type { RefinementReport } from './report.ts'
import { errorOfMedian } from './scatter.ts'
import { type RunNorms, severalInReport } from './several-runs.ts'
import { freshScratch, type Scratch, smoothedNorms } from './smoothed-norms.ts'
import type { SmoothedNorms } from './smoothing.ts'
import { loggedExtent } from './step-spacing.ts'
import { peakStep, raiseEnd, raiseWarmup, stretch } from './stretch.ts'
import { unexplainedChange, unexplainedMin } from './unexplained.ts'

/** A refined schedule and its report. Multipliers have shape `[steps]`, lie in [0, 1] and peak at 1; in closed form the last is 0. */
export interface Refinement {
  readonly multipliers: Float64Array
  readonly report: RefinementReport
}

/** Memory, engine and progress callback of a refinement. All are optional. */
export interface RefinementMeans {
  /** Receives the multipliers. Shape `[steps]`; may be the memory of the values, which it then overwrites. */
  readonly out?: Float64Array
  /** Provides memory for filtered norms and losses, and for the level. */
  readonly scratch?: Scratch
  /** Computes weights, sums, multipliers and their interpolation in float64. Default: plain loops. */
  readonly engine?: Engine | undefined
  /** Sees the filtered norms before anything is made of them. Their memory is written over afterwards. */
  readonly onFiltered?: (filtered: FilteredNorms) => void
  /** Sees the filtered losses that are read beside the norms, where some are. */
  readonly onFilteredLosses?: (filtered: FilteredNorms) => void
  /** Called now and then with the fraction done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
}

/** Norms, or losses, after the median filter, at equally spaced positions of the log. */
export interface FilteredNorms {
  /** Shape `[n]`. */
  readonly values: Float64Array
  /** The steps of the first value and of the last. */
  readonly first: number
  readonly last: number
}

/** Fraction of the work that is done once the norms are filtered. */
const smoothedFraction = 0.75

/**
 * Refines a schedule from the gradient norms of an earlier run: takes usable points, median-filters them, weights them (preset robust: by
 * the level that the losses leave unexplained), applies the closed form or the least general bound, and stretches the result to `steps`.
 * @param points of one log, or of several runs, whose median norms are refined. Not changed unless `out` is the memory of their values
 * @param run    known facts of the run, for the warnings
 * @throws Problem `too-few-norms`, `series-too-long`
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function refine(
  points: LoggedNorms | readonly RunNorms[],
  options: ResolvedRefinementOptions,
  run: RunFacts = unknownRun,
  { out = new Float64Array(options.steps), scratch = freshScratch, engine, onFiltered, onFilteredLosses, onProgress }: RefinementMeans = {}
): Refinement {
  const { weighting, steps, method, warmupFloor, final, scaleBy, normFloor } = options
  const { even, smoothed } = smoothedNorms(points, options, scratch)
  onFiltered?.({ values: smoothed.values, ...widest(even.grids) })
  const losses = lossesBeside(points, even, smoothed.filterWidth, options, scratch)
  if (losses.series !== null) onFilteredLosses?.({ values: losses.series.filtered, ...widest(even.grids) })
  const norms = smoothed.values
  const robust = options.preset === 'robust' ? emptyLevel(even, smoothed, losses, scratch) : null
  const raised = raiseNorms(norms, normFloor)
  const n = norms.length
  const filteredScale = normScale(norms)
  const [filteredLosses, rawLosses] = [losses.series?.filtered ?? null, losses.series?.even ?? null]
  const warnings = examine({ norms, losses: filteredLosses, rawLosses, scale: filteredScale, options, logs: even.logs })
  const advise = prepareAdvice({ norms, losses: filteredLosses, scale: filteredScale, options })
  const sketched =
    losses.series === null || robust !== null
      ? null
      : unexplainedChange({ norms: { even: even.values, filtered: norms }, losses: losses.series, filterWidth: smoothed.filterWidth })
  const explanation = losses.series === null ? null : explained(norms, losses.series.filtered)
  const level = robust === null ? null : levelOf(robust, norms, losses, options)
  const unexplained = losses.series === null || level === null ? sketched : level.largest / level.smallest
  onProgress?.(smoothedFraction)
  // The numeric method always runs in plain loops.
  const by = method === 'numeric' ? undefined : engine
  const scale = level === null ? filteredScale : scaleOfLevel(level)
  const weighed = robust === null ? norms : robust.values
  const sums: Sums =
    by === undefined ? byPlainLoops(weighed, options, scale, out) : closedFormOn(by, weighed, weighting, scale, out, options.ramp)
  const step = peakStep(out)
  raiseWarmup(out, step, warmupFloor)
  if (final > 0) raiseEnd(out, final)

  const peak = { step, fraction: steps === 1 ? 0 : step / (steps - 1) }
  const bounds = level === null ? theory(sums, sums.normSum, scale, options, n) : answeredBound(out, norms, weighting)
  const extent = 'steps' in points ? loggedExtent(points) : Math.max(...points.map((one) => loggedExtent(one.points)))
  const { log } = even
  const read = lossesRead(losses, options, level)
  const found = warnings({
    log,
    peakFraction: peak.fraction,
    gain: bounds.bound.gain,
    hasOutsideCause: unexplained !== null && unexplained >= unexplainedMin,
    extent,
    run,
    options,
    losses: read
  })
  return {
    multipliers: out,
    report: {
      points: { ...log.counts, clamped: scale.clamped, raised },
      filterWidth: smoothed.filterWidth,
      peak,
      ...(even.several === undefined ? {} : severalInReport(even.several, run.each)),
      ...bounds,
      ...(sums.numeric === undefined ? {} : { numeric: sums.numeric }),
      losses: read,
      explained: explanation,
      ...(scaleBy === 'none' ? {} : { scaledBy: effectiveRate }),
      alternatives: alternatives(options, run),
      forgetting: forgetting(run),
      advice: advise({
        multipliers: out,
        explanation,
        unexplained,
        codes: found.map(({ code }) => code),
        isLinear: level !== null && level.smallest === level.largest
      }),
      warnings: found,
      engine: madeBy(by?.description ?? referenceDescription)
    }
  }
}

/** Of several runs the longest has the positions. */
const widest = (grids: readonly Grid[]): Grid => grids.reduce((one, other) => (other.n > one.n ? other : one))

const madeBy = ({ name, library, device }: EngineDescription) => ({ name, library, device, precision: 'float64' })

const effectiveRate = {
  series: 'weight-norm',
  detail:
    'The norms of the gradient were multiplied by those of the weights, so this is a schedule of the effective rate, the rate over the ' +
    'squared norm of the weights: it holds where the norm of the weights stays what it was.'
} as const

/** What a refinement computes beside the multipliers. */
type Sums = ClosedForm & { readonly numeric?: RefinementReport['numeric'] | undefined }

/** @param norms ĝ or the level, overwritten */
function byPlainLoops(
  norms: Float64Array,
  { weighting, method, ramp }: Pick<ResolvedRefinementOptions, 'weighting' | 'method' | 'ramp'>,
  scale: NormScale,
  out: Float64Array
): Sums {
  const normSum = relativeSum(norms, weighting, scale)
  const isStretched = norms.length !== out.length
  const into = isStretched ? norms : out
  const numeric = method === 'numeric' ? numericRefinement(norms, weighting, scale, into, ramp) : undefined
  const sums = numeric ?? closedForm(norms, weighting, scale, into, ramp)
  if (isStretched) stretch(norms, out)
  return { weightSum: sums.weightSum, largest: sums.largest, normSum, numeric: numeric?.report }
}

/** Memory for the level, and the errors of the filtered values, before any of them is raised. */
function emptyLevel({ values }: EvenNorms, { values: filtered, filterWidth }: SmoothedNorms, { series }: LossesBeside, scratch: Scratch) {
  const level = scratch(values.length, 'level')
  const errors: [number, number] = [
    errorOfMedian(values, filtered, filterWidth, level),
    series === null ? 0 : errorOfMedian(series.even, series.filtered, filterWidth, level)
  ]
  return { values: level, errors }
}

function levelOf(
  { values, errors }: ReturnType<typeof emptyLevel>,
  norms: Float64Array,
  { series }: LossesBeside,
  { deadBand, ramp }: Pick<ResolvedRefinementOptions, 'deadBand' | 'ramp'>
): Level {
  const startLength = rampLength(ramp, values.length)
  return findLevel({ norms, losses: series?.filtered ?? null, errors, startLength, deadBand: deadBand ?? 1 }, values)
}

/** The level as the closed form takes it, in place of norms. */
const scaleOfLevel = ({ smallest, largest, clamped }: Level): NormScale => ({ lift: 1, floor: 0, divisor: smallest, largest, clamped })
