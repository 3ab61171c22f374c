import type { EngineDescription } from '../domain/engine.ts'
import type { Points } from '../domain/gradient-norm.ts'
import type { Engine } from '../kernels/engine.ts'
import { referenceDescription } from '../kernels/reference/engine.ts'
import { relativeSum, theory } from './bound.ts'
import { type ClosedForm, closedForm } from './closed-form.ts'
import { type NormScale, normScale } from './norm-scale.ts'
import { numericRefinement } from './numeric-refinement.ts'
import { closedFormOn } from './on-engine.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'
import type { RunNorms } from './several-runs.ts'
import { type Scratch, smoothedNorms } from './smoothed-norms.ts'
import { loggedExtent } from './step-spacing.ts'
import { peakStep, raiseWarmup, stretch } from './stretch.ts'
import { type RunFacts, smoothedShape, unknownRun, warnings } from './warnings.ts'

/** A refined schedule: multipliers of the peak learning rate in [0, 1], peak 1, shape `[steps]`, last 0 in closed form; and what was done. */
export interface Refinement {
  readonly multipliers: Float64Array
  readonly report: RefinementReport
}

/** What a refinement works with where it is given. */
export interface RefinementMeans {
  /** Receives the multipliers. Shape `[steps]`; it may be the memory of the values, which are then overwritten. */
  readonly out?: Float64Array
  /** Memory instead of the refinement's own. */
  readonly scratch?: Scratch
  /** What computes weights, sums, multipliers and their interpolation, in float64: plain loops unless given. */
  readonly engine?: Engine | undefined
  /** Told how far it is, from 0 to 1, now and then. */
  readonly onProgress?: (fraction: number) => void
}

/** How much of the work is done once the norms are filtered. */
const smoothedFraction = 0.75

/**
 * Refines a schedule from the gradient norms of an earlier run: usable points, median filter, weights, closed form or
 * the least general bound, stretched to the steps asked for.
 * @param points of one log, or of several runs, which are refined from the median of their norms; read only, unless `out` is the memory of
 *   their values
 * @param run    what is known of the run, for the warnings
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
  const shape = smoothedShape(norms, scale)
  onProgress?.(smoothedFraction)
  // The numeric method runs in plain loops, whatever the engine.
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
      warnings: warnings({ log, shape, peakFraction: peak.fraction, extent, steps, run }),
      engine: made(by?.description ?? referenceDescription)
    }
  }
}

const made = ({ name, library, device }: EngineDescription) => ({ name, library, device, precision: 'float64' })

/** What a refinement computes besides the multipliers. */
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
