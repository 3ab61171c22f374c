import type { HeldMemory } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { RefinementPreview } from '../../workers/refinement/pool.ts'
import type { Parts } from '../parts.ts'
import { prepareRun } from './prepare-refinement.ts'
import { takesLong } from './refinement-operation.ts'

export type { RefinementPreview } from '../../workers/refinement/pool.ts'

/**
 * Refines the norms of a run to be drawn: nothing is stored, and few numbers come back.
 * @param points most numbers of each curve
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long` for one that takes longer than a person waits, `invalid-request`, `overloaded`
 */
export async function previewRefinement(
  storage: ProjectStorage,
  memory: HeldMemory,
  { pools, operations }: Pick<Parts, 'pools' | 'operations'>,
  runId: string,
  options: RefinementOptions,
  points: number
): Promise<RefinementPreview> {
  const prepared = await prepareRun(storage, memory, runId, options)
  if (takesLong(prepared, operations.longFrom)) {
    throw new Problem('series-too-long', 'The refinement takes longer than a preview waits. Store its schedule, which is an operation.')
  }
  memory.take(8 * prepared.options.steps, '/steps')
  return await pools.refinement.preview(prepared.points, prepared.options, prepared.facts, points)
}
