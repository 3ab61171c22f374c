import { type RefinementOptions, resolveOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import type { RefinementPool } from '../workers/refinement-pool.ts'

/**
 * Refines norms that came with the request, one a step.
 * @param values shape `[n]`; those on shared memory are not copied, and may be overwritten by the multipliers
 * @throws Problem `invalid-request`, `too-few-norms`, `overloaded`
 */
export async function refineValues(pool: RefinementPool, values: Float64Array, options: RefinementOptions): Promise<Refinement> {
  const resolved = resolveOptions(options, { norm: options.norm ?? 'l2', totalSteps: null, extent: values.length })
  return await pool.refine({ steps: { first: 0, stride: 1 }, values }, resolved)
}
