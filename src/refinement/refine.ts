import type { Points } from '../domain/gradient-norm.ts'
import { relativeSum, theory } from './bound.ts'
import { closedForm } from './closed-form.ts'
import { normScale } from './norm-scale.ts'
import { numericRefinement } from './numeric-refinement.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'
import { type Scratch, smoothedNorms } from './smoothed-norms.ts'
import { loggedExtent } from './step-spacing.ts'
import { peakStep, raiseWarmup, stretch } from './stretch.ts'
import { type RunFacts, smoothedShape, unknownRun, warnings } from './warnings.ts'

/** A refined schedule: multipliers of the peak learning rate in [0, 1], peak 1, shape `[steps]`, last 0 in closed form; and what was done. */
export interface Refinement {
  readonly multipliers: Float64Array
  readonly report: RefinementReport
}

/** Memory that a refinement uses where it is given, instead of taking its own. */
export interface RefinementMemory {
  /** Receives the multipliers. Shape `[steps]`; it may be the memory of the values, which are then overwritten. */
  readonly out?: Float64Array
  readonly scratch?: Scratch
}

/**
 * Refines a schedule from the gradient norms of an earlier run: usable points, median filter, weights, closed form or
 * the least general bound, stretched to the steps asked for.
 * @param points read only, unless `out` is the memory of their values
 * @param run    what is known of the run, for the warnings
 * @throws Problem `too-few-norms`, `series-too-long`
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function refine(
  points: Points,
  options: ResolvedRefinementOptions,
  run: RunFacts = unknownRun,
  { out = new Float64Array(options.steps), scratch }: RefinementMemory = {}
): Refinement {
  const { weighting, steps, method, warmupFloor } = options
  const { even, smoothed } = smoothedNorms(points, options, scratch)
  const { log } = even
  const norms = smoothed.values
  const n = norms.length
  const scale = normScale(norms)
  const shape = smoothedShape(norms, scale)
  const normSum = relativeSum(norms, weighting, scale)

  const into = n === steps ? out : norms
  const numeric = method === 'numeric' ? numericRefinement(norms, weighting, scale, into) : undefined
  const sums = numeric ?? closedForm(norms, weighting, scale, into)
  if (n !== steps) stretch(norms, out)
  const step = peakStep(out)
  raiseWarmup(out, step, warmupFloor)

  const peak = { step, fraction: steps === 1 ? 0 : step / (steps - 1) }
  const extent = loggedExtent(points)
  return {
    multipliers: out,
    report: {
      points: { ...log.counts, clamped: scale.clamped },
      filterWidth: smoothed.filterWidth,
      peak,
      ...theory(sums, normSum, scale, options, n),
      ...(numeric === undefined ? {} : { numeric: numeric.report }),
      warnings: warnings({ log, shape, peakFraction: peak.fraction, extent, steps, run }),
      engine: { name: 'reference', library: null, device: 'cpu', precision: 'float64' }
    }
  }
}
