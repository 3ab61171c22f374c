import type { EngineDescription } from '../domain/engine.ts'
import type { Points } from '../domain/gradient-norm.ts'
import type { Engine } from '../kernels/engine.ts'
import { referenceDescription } from '../kernels/reference/engine.ts'
import { type ClosedForm, closedForm } from './closed-form.ts'
import { relativeSum, theory } from './closed-form-bound.ts'
import { closedFormOn } from './closed-form-on-engine.ts'
import { examine } from './diagnosis/index.ts'
import { type RunFacts, unknownRun } from './diagnosis/symptom.ts'
import { type NormScale, normScale } from './norm-scale.ts'
import { numericRefinement } from './numeric-refinement.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'
import type { RunNorms } from './several-runs.ts'
import { type Scratch, smoothedNorms } from './smoothed-norms.ts'
import { loggedExtent } from './step-spacing.ts'
import { peakStep, raiseWarmup, stretch } from './stretch.ts'

/** A refined schedule and its report. Multipliers have shape `[steps]`, lie in [0, 1] and peak at 1; in closed form the last is 0. */
export interface Refinement {
  readonly multipliers: Float64Array
  readonly report: RefinementReport
}

/** Memory, engine and progress callback of a refinement. All are optional. */
export interface RefinementMeans {
  /** Receives the multipliers. Shape `[steps]`; may be the memory of the values, which it then overwrites. */
  readonly out?: Float64Array
  /** Provides memory for the filtered norms. */
  readonly scratch?: Scratch
  /** Computes weights, sums, multipliers and their interpolation in float64. Default: plain loops. */
  readonly engine?: Engine | undefined
  /** Called now and then with the fraction done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
}

/** Fraction of the work that is done once the norms are filtered. */
const smoothedFraction = 0.75

/**
 * Refines a schedule from the gradient norms of an earlier run: takes usable points, median-filters them, weights them, applies the
 * closed form or the least general bound, and stretches the result to `steps`.
 * @param points of one log, or of several runs, whose median norms are refined. Not changed unless `out` is the memory of their values
 * @param run    known facts of the run, for the warnings
 * @throws Problem `too-few-norms`, `series-too-long`
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function refine(
  points: Points | readonly RunNorms[],
  options: ResolvedRefinementOptions,
  run: RunFacts = unknownRun,
  { out = new Float64Array(options.steps), scratch, engine, onProgress }: RefinementMeans = {}
): Refinement {
  const { weighting, steps, method, warmupFloor } = options
  const { even, smoothed } = smoothedNorms(points, options, scratch)
  const { log } = even
  const norms = smoothed.values
  const n = norms.length
  const scale = normScale(norms)
  const warnings = examine({ norms, scale, options })
  onProgress?.(smoothedFraction)
  // The numeric method always runs in plain loops.
  const by = method === 'numeric' ? undefined : engine
  const sums: Sums = by === undefined ? byPlainLoops(norms, options, scale, out) : closedFormOn(by, norms, weighting, scale, out)
  const step = peakStep(out)
  raiseWarmup(out, step, warmupFloor)

  const peak = { step, fraction: steps === 1 ? 0 : step / (steps - 1) }
  const extent = 'steps' in points ? loggedExtent(points) : Math.max(...points.map((one) => loggedExtent(one.points)))
  return {
    multipliers: out,
    report: {
      points: { ...log.counts, clamped: scale.clamped },
      filterWidth: smoothed.filterWidth,
      peak,
      ...even.several,
      ...theory(sums, sums.normSum, scale, options, n),
      ...(sums.numeric === undefined ? {} : { numeric: sums.numeric }),
      warnings: warnings({ log, peakFraction: peak.fraction, extent, run, options }),
      engine: madeBy(by?.description ?? referenceDescription)
    }
  }
}

const madeBy = ({ name, library, device }: EngineDescription) => ({ name, library, device, precision: 'float64' })

/** What a refinement computes beside the multipliers. */
type Sums = ClosedForm & { readonly numeric?: RefinementReport['numeric'] | undefined }

/** @param norms ĝ, overwritten */
function byPlainLoops(
  norms: Float64Array,
  { weighting, method }: Pick<ResolvedRefinementOptions, 'weighting' | 'method'>,
  scale: NormScale,
  out: Float64Array
): Sums {
  const normSum = relativeSum(norms, weighting, scale)
  const isStretched = norms.length !== out.length
  const into = isStretched ? norms : out
  const numeric = method === 'numeric' ? numericRefinement(norms, weighting, scale, into) : undefined
  const sums = numeric ?? closedForm(norms, weighting, scale, into)
  if (isStretched) stretch(norms, out)
  return { weightSum: sums.weightSum, largest: sums.largest, normSum, numeric: numeric?.report }
}
