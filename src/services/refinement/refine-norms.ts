import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Operation } from '../../domain/operation.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { Parts } from '../parts.ts'
import { type PreparedRefinement, prepareRun, prepareRuns, prepareValues } from './prepare-refinement.ts'
import { packRefinement, takesLong } from './refinement-operation.ts'

/** Norms, and perhaps losses, one a step; or the run that has logged them, or several. */
export type NormSource = { values: Float64Array; losses: Float64Array | null } | { runId: string } | { runIds: string[] }

/**
 * Refines norms and stores no schedule. What takes long goes on as an operation.
 * @param id for an operation
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long`, `invalid-request`, `overloaded`
 */
export async function refineNorms(
  storage: ProjectStorage,
  memory: HeldMemory,
  { pools, operations }: Pick<Parts, 'pools' | 'operations'>,
  { id, requestId }: { id: string; requestId: string },
  source: NormSource,
  options: RefinementOptions
): Promise<Refinement | Operation> {
  const prepared = await prepare(storage, memory, source, options)
  if (takesLong(prepared, operations.longFrom)) {
    return await operations.start(storage, { id, kind: 'refine', requestId, ...packRefinement(prepared, null) })
  }
  const { points, options: resolved, facts: run } = prepared
  memory.take(8 * resolved.steps, '/steps')
  return await pools.refinement.refine(points, resolved, { run })
}

async function prepare(
  storage: ProjectStorage,
  memory: HeldMemory,
  source: NormSource,
  options: RefinementOptions
): Promise<PreparedRefinement> {
  if ('values' in source) return prepareValues(source, options)
  if ('runId' in source) return await prepareRun(storage, memory, source.runId, options)
  return await prepareRuns(storage, memory, source.runIds, options, { defaultSteps: 'longest', pointerOf: (index) => `/runIds/${index}` })
}
