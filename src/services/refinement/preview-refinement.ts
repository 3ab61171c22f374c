import type { HeldMemory } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { RefinementPreview } from '../../workers/refinement/pool.ts'
import type { Parts } from '../parts.ts'
import { findRun } from '../runs/find-run.ts'
import { prepareFound } from './prepare-refinement.ts'
import { takesLong } from './refinement-operation.ts'

export type { RefinementPreview } from '../../workers/refinement/pool.ts'

/**
 * Refines the norms of a run to be drawn: nothing is stored, and few numbers come back. Who moves an option asks again and again, so its series
 * stay in memory for a while.
 * @param points most numbers of each curve
 * @param gone   nobody waits for it any more
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long` for one that takes longer than a person waits, `invalid-request`, `overloaded`; the reason of the signal
 */
export async function previewRefinement(
  storage: ProjectStorage,
  memory: HeldMemory,
  { pools, operations, recentSeries }: Pick<Parts, 'pools' | 'operations' | 'recentSeries'>,
  runId: string,
  options: RefinementOptions,
  points: number,
  gone: AbortSignal
): Promise<RefinementPreview> {
  const [run, heads] = await Promise.all([findRun(storage, runId), storage.series.heads(runId)])
  return await recentSeries.during(storage, async (open) => {
    const prepared = await prepareFound(storage, memory, run, options, (id, name) => open(id, name, heads.get(name)))
    if (takesLong(prepared, operations.longFrom)) {
      throw new Problem('series-too-long', 'The refinement takes longer than a preview waits. Store its schedule, which is an operation.')
    }
    memory.expect(8 * prepared.options.steps, '/steps')
    return await pools.refinement.preview(prepared.points, prepared.options, prepared.facts, points, gone)
  })
}
