import type { Points } from '../../domain/gradient-norm.ts'
import { resolveParameters } from '../../parameters/resolve-parameters.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import { RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../../refinement/options.ts'
import { type Refinement, refine } from '../../refinement/refine.ts'
import { smoothedNorms } from '../../refinement/smoothed-norms.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'

/** A refinement of one log, and the norms that it started from, for a picture. */
export interface LogRefinement extends Refinement {
  /** Usable norms at equally spaced steps, shape `[n]`, and after the median filter, shape `[m]`. */
  norms(): { raw: Float64Array; filtered: Float64Array }
}

/**
 * Refines one log in this process and thread, with no database.
 * @param run what is known of the run; `series` is not asked for
 * @throws Problem `invalid-request`, `too-few-norms`, `series-too-long`
 */
export function refineLog(points: Points, options: RefinementOptions, run: Omit<RunFacts, 'series'>): LogRefinement {
  const resolved = resolveForLog(points, options, run.totalSteps)
  const refinement = refine(points, resolved, { ...run, series: [resolved.norm] })
  return {
    ...refinement,
    norms() {
      const { even, smoothed } = smoothedNorms(points, resolved)
      return { raw: even.values, filtered: smoothed.values }
    }
  }
}

/**
 * How a log is refined: what is not said is found from its points.
 * @throws Problem `invalid-request`
 */
export function resolveForLog(points: Points, options: RefinementOptions, totalSteps: number | null): ResolvedRefinementOptions {
  const given = resolveParameters(RefinementOptions, options, '', { of: 'a refinement', noun: 'parameter' })
  return resolveOptions(given, { norm: options.norm ?? 'l2', totalSteps, extent: loggedExtent(points) })
}
