import type { ClientBase } from 'pg'
import type { SeriesName } from '../domain/series.ts'
import { quoted } from './bundle/tables.ts'
import type { Database } from './database.ts'
import { guarded } from './failure.ts'
import { purgeSuperseded } from './gradient-norms/purge-superseded.ts'
import { rowsOf } from './prepared-statement.ts'

/** What has been kept long enough is removed. */
export interface Retention {
  /**
   * Removes the points of all projects that were superseded more than so many days ago, and has PostgreSQL clear what was deleted, runs
   * too. One replica does so at a time.
   * @returns how many points, or null where another is at it
   */
  sweep(days: number, signal: AbortSignal): Promise<number | null>
}

/** One number that is the same in every replica: under this advisory lock one of them sweeps. */
const sweepLock = 0x7a9ea
/** Series looked up at a time. */
const batch = 100

interface Series {
  project: string
  runId: string
  norm: SeriesName
}

/** @param connect opens a connection for work that takes as long as it takes */
export function retention(database: Database, connect: () => Promise<ClientBase & { end(): Promise<void> }>): Retention {
  /** Series in which something became old enough since they were last looked at. A series has superseded points where more arrived than are current. */
  const dueSeries = (before: number, after: Series | undefined): Promise<Series[]> =>
    rowsOf<Series>(
      database.service,
      'series-to-purge',
      `select s.project, s.run_id as "runId", s.norm from gradient_norm_series s
       where s.sequence > s.points and (s.project, s.run_id, s.norm) > ($2, $3, $4) and exists (
         select from gradient_norm_chunks c where c.project = s.project and c.run_id = s.run_id and c.norm = s.norm
           and c.stored_at < to_timestamp($1) and (s.purged_before is null or c.stored_at >= s.purged_before))
       order by s.project, s.run_id, s.norm limit ${batch}`,
      [before, after?.project ?? '', after?.runId ?? '', after?.norm ?? '']
    )

  return {
    sweep: (days, signal) =>
      guarded(async () => {
        const client = await connect()
        try {
          const { rows } = await client.query<{ mine: boolean; before: number }>(
            `select pg_try_advisory_lock($1) as mine, extract(epoch from now() - $2::int * interval '1 day')::float8 as before`,
            [sweepLock, days]
          )
          const { mine, before } = rows[0] as { mine: boolean; before: number }
          if (!mine) return null
          let removed = 0
          for (let last: Series | undefined; !signal.aborted; ) {
            const due = await dueSeries(before, last)
            for (const { project, runId, norm } of due) {
              if (!signal.aborted) removed += await purgeSuperseded(database.of(project), runId, norm, before)
            }
            last = due.at(-1)
            if (due.length < batch) break
          }
          if (!signal.aborted) await clearDeleted(client)
          return removed
        } finally {
          await client.end()
        }
      })
  }
}

/**
 * What was deleted stays in the files of PostgreSQL until a vacuum, which comes by itself only where a fifth of a table is dead. It blocks
 * neither readers nor writers.
 */
async function clearDeleted(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid left join pg_stat_all_tables t on t.relid = c.reltoastrelid
     where s.schemaname = current_schema() and s.n_dead_tup + coalesce(t.n_dead_tup, 0) > 0`
  )
  for (const { name } of rows) await client.query(`vacuum ${quoted(name)}`)
}
