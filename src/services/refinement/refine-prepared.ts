import type { Refinement } from '../../refinement/refine.ts'
import type { RefinementPool, RefinementWatch } from '../../workers/refinement/pool.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'

/** @throws Problem `too-few-norms`, `series-too-long`, `overloaded` */
export const refinePrepared = (
  pool: RefinementPool,
  { points, options, facts }: PreparedRefinement,
  watch: RefinementWatch = {}
): Promise<Refinement> => pool.refine(points, options, { run: facts, ...watch })
