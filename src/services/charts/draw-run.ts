import type { NormName } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { type ChartOptions, columnsMax } from '../../formats/charts/chart.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import { resolveOptions } from '../../refinement/options.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ChartPool } from '../../workers/charts/pool.ts'
import { openLoggedNorms } from '../refinement/open-logged-norms.ts'
import { findRun } from '../runs/find-run.ts'
import { normsOf } from '../series/read-series.ts'
import { emptyPicture, normsPicture } from './norms-picture.ts'

/** A picture before it is drawn; the same state is the same picture. */
export interface PreparedPicture {
  readonly state: string
  draw(): Promise<string>
}

/**
 * A picture of a run's norms and of the schedule that they are refined into.
 * @param norm the series; unless given, the one that a refinement takes
 * @throws Problem `run-not-found`
 */
export async function drawRun(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ChartPool,
  runId: string,
  norm: NormName | undefined,
  options: ChartOptions
): Promise<PreparedPicture> {
  const run = await findRun(storage, runId)
  const available = normsOf(run)
  const chosen =
    norm ?? (available.some((one) => one !== 'linf') ? chooseNorm(undefined, available, run.optimizer) : (available[0] ?? 'l2'))
  const { versions, count, read } = await openLoggedNorms(storage, run, chosen, chosen === 'linf' ? { loss: 'none' } : {})
  const title = `Gradient norms of ${run.name ?? runId}`
  return {
    state: JSON.stringify([runId, versions, count, chosen, title, run.totalSteps, options]),
    async draw() {
      if (count === 0) return emptyPicture(title, chosen, options)
      const points = await read(memory, 'path/runId')
      const refinement =
        chosen === 'linf'
          ? null
          : resolveOptions({ norm: chosen }, { norm: chosen, totalSteps: run.totalSteps, extent: loggedExtent(points) })
      const prepared = await pool.prepare({ norm: chosen, ...points, options: refinement, columns: columnsMax })
      return normsPicture(title, chosen, points, prepared, options)
    }
  }
}
