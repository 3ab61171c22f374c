import { resolveParameters } from '../../parameters/resolve-parameters.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import { RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../../refinement/options.ts'
import { paperCurve } from '../../refinement/paper-curve.ts'
import { type Refinement, refine } from '../../refinement/refine.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import { smoothedNorms } from '../../refinement/smoothed-norms.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'

export type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
export type { LoggedNorms } from '../../refinement/logged-norms.ts'

/** A refinement of one log, and the norms that it started from, for a picture. */
export interface LogRefinement extends Refinement {
  /** Usable norms at equally spaced steps, shape `[n]`, and after the median filter, shape `[m]`. */
  norms(): { raw: Float64Array; filtered: Float64Array }
  /** The schedule of preset paper on the same norms, shape `[m]`; null where preset robust was not taken. */
  paper(): Float64Array | null
}

/**
 * Refines one log in this process and thread, with no database.
 * @param run     what is known of the run
 * @param columns what was read from where, for the report
 * @throws Problem `invalid-request`, `too-few-norms`, `series-too-long`
 */
export function refineLog(
  points: LoggedNorms,
  options: RefinementOptions,
  run: RunFacts,
  columns: RefinementReport['columns'] | null = null
): LogRefinement {
  const resolved = resolveForLog(points, options, run.totalSteps)
  const { multipliers, report } = refine(points, resolved, run)
  return {
    multipliers,
    report: columns === null ? report : { ...report, columns },
    norms() {
      const { even, smoothed } = smoothedNorms(points, resolved)
      return { raw: even.values, filtered: smoothed.values }
    },
    paper: () => (resolved.preset === 'robust' ? paperCurve(smoothedNorms(points, resolved).smoothed.values, resolved.weighting) : null)
  }
}

/**
 * How a log is refined: what is not said is found from its points.
 * @throws Problem `invalid-request`
 */
export function resolveForLog(points: LoggedNorms, options: RefinementOptions, totalSteps: number | null): ResolvedRefinementOptions {
  const given = resolveParameters(RefinementOptions, options, '', { of: 'a refinement', noun: 'parameter' })
  return resolveOptions(given, { norm: options.norm ?? 'l2', totalSteps, extent: loggedExtent(points) })
}
