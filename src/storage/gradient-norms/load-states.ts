import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { isViolation } from '../failure.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { type SeriesRow, seriesColumns } from './series-row.ts'
import { type SeriesState, stateOf } from './series-state.ts'

/**
 * The states of series, as the database has them; those that are missing begin.
 * @throws Problem `run-not-found`
 */
export async function loadStates(
  { project, pool }: ProjectDatabase,
  runId: string,
  names: readonly SeriesName[]
): Promise<Map<SeriesName, SeriesState>> {
  const select = {
    name: 'series-states',
    text: `select s.norm as name, ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.norm = any($3)`,
    values: [project, runId, names]
  }
  for (;;) {
    const { rows } = await pool.query<SeriesRow & { name: SeriesName }>(select)
    const states = new Map(rows.map(({ name, ...row }) => [name, stateOf(row)]))
    const missing = names.filter((name) => !states.has(name)).sort()
    if (missing.length === 0) return states
    try {
      // In the order of names, as all who write several: else two could wait for each other.
      await pool.query({
        text: `insert into gradient_norm_series (project, run_id, norm, version)
          select $1, $2, name, (extract(epoch from clock_timestamp()) * 1e6)::bigint from unnest($3::text[]) name on conflict do nothing`,
        values: [project, runId, missing]
      })
    } catch (error) {
      if (isViolation(error, '23503')) throw new Problem('run-not-found', `The run ${JSON.stringify(runId)} does not exist.`)
      throw error
    }
  }
}

/** The series that a run has, also those without points. */
export async function namesOfSeries({ project, pool }: ProjectDatabase, runId: string): Promise<SeriesName[]> {
  const { rows } = await pool.query<{ norm: SeriesName }>({
    name: 'series-names',
    text: 'select norm from gradient_norm_series where project = $1 and run_id = $2',
    values: [project, runId]
  })
  return rows.map(({ norm }) => norm)
}

export async function isCurrent({ project, pool }: ProjectDatabase, runId: string, name: string, state: SeriesState): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'series-at-version',
    text: 'select 1 from gradient_norm_series where project = $1 and run_id = $2 and norm = $3 and version = $4',
    values: [project, runId, name, String(state.version)]
  })
  return rowCount === 1
}
