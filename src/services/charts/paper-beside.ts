import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { columnsMax } from '../../formats/charts/chart.ts'
import type { Columns } from '../../formats/charts/columns.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ChartPool } from '../../workers/charts/pool.ts'
import { openLoggedNorms } from '../refinement/open-logged-norms.ts'
import { resolveForLog } from '../refinement/refine-log.ts'

/** The schedule of preset paper beside one of preset robust, before it is computed. */
export interface PaperBeside {
  /** Names the norms that it is made of. */
  readonly versions: string
  columns(): Promise<Columns | null>
}

/**
 * Finds what preset paper makes of the norms that a schedule of preset robust was refined from, as they are now. Null for other schedules, for those of
 * several runs, and where the run is gone or has these norms no more.
 */
export async function paperBeside(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ChartPool,
  { rule, runId, parameters, steps }: Schedule
): Promise<PaperBeside | null> {
  if (rule !== 'refined' || runId === null || parameters.preset !== 'robust' || parameters.withRuns !== undefined) return null
  const { norm, weighting, window, trim, scaleBy } = parameters as Pick<
    Required<RefinementOptions>,
    'norm' | 'weighting' | 'window' | 'trim' | 'scaleBy'
  >
  const run = await storage.runs.find(runId)
  const has = (name: string) => run?.series.some((series) => series.name === name && series.points > 0) === true
  if (run === null || !has(norm) || (scaleBy === 'weight-norm' && !has('weight-norm'))) return null
  const { versions, read } = await openLoggedNorms(storage, run, norm, { loss: 'none', scaleBy })
  return {
    versions,
    async columns() {
      const points = await read(memory, 'path/id')
      const options = resolveForLog(points, { norm, weighting, window, trim, scaleBy, steps, loss: 'none' }, null)
      const { refined } = await pool.prepare({ norm, ...points, options, columns: columnsMax })
      return refined?.paper ?? null
    }
  }
}
