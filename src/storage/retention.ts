import type { ClientBase } from 'pg'
import type { SeriesName } from '../domain/series.ts'
import { quoted } from './bundle/tables.ts'
import type { Database } from './database.ts'
import { guarded } from './failure.ts'
import { purgeSuperseded } from './gradient-norms/purge-superseded.ts'
import { rowsOf } from './prepared-statement.ts'

/** How long superseded points of a project are kept. */
export interface ProjectRetention {
  /** Days; null: for ever. */
  readonly supersededDays: number | null
}

/** What has been kept long enough is removed. */
export interface Retention {
  /** What was set for a project; null where the service's own rule holds. */
  of(project: string): Promise<ProjectRetention | null>
  /** Null: the service's own rule holds again. */
  set(project: string, rule: ProjectRetention | null): Promise<void>
  /**
   * Removes superseded points of all projects that have been kept for as many days as their project says, and has PostgreSQL clear what was
   * deleted, runs too, where any project has such a rule. One replica does so at a time.
   * @param days for projects that say nothing; null: those keep all
   * @returns how many points, or null where another is at it
   */
  sweep(days: number | null, signal: AbortSignal): Promise<number | null>
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

/** A series with points that were superseded before so many seconds since 1970. */
interface DueSeries extends Series {
  before: number
}

/** @param connect opens a connection for work that takes as long as it takes */
export function retention(database: Database, connect: () => Promise<ClientBase & { end(): Promise<void> }>): Retention {
  const { service } = database
  /**
   * Series in which something became old enough since they were last looked at, by the days of their project. A series has superseded points
   * where more arrived than are current.
   */
  const dueSeries = (days: number | null, after: Series | undefined): Promise<DueSeries[]> =>
    rowsOf<DueSeries>(
      service,
      'series-to-purge',
      `select s.project, s.run_id as "runId", s.norm, extract(epoch from kept.since)::float8 as before
       from gradient_norm_series s left join project_retention r on r.project = s.project
       cross join lateral (
         select now() - (case when r.project is null then $1::int else r.superseded_days end) * interval '1 day' as since) kept
       where s.sequence > s.points and (s.project, s.run_id, s.norm) > ($2, $3, $4) and exists (
         select from gradient_norm_chunks c where c.project = s.project and c.run_id = s.run_id and c.norm = s.norm
           and c.stored_at < kept.since and (s.purged_before is null or c.stored_at >= s.purged_before))
       order by s.project, s.run_id, s.norm limit ${batch}`,
      [days, after?.project ?? '', after?.runId ?? '', after?.norm ?? '']
    )

  return {
    async of(project) {
      const text = 'select superseded_days as "supersededDays" from project_retention where project = $1'
      const [rule] = await rowsOf<ProjectRetention>(service, 'retention-of-project', text, [project])
      return rule ?? null
    },

    async set(project, rule) {
      if (rule === null) await rowsOf(service, 'reset-retention', 'delete from project_retention where project = $1', [project])
      else {
        const text = `insert into project_retention (project, superseded_days) values ($1, $2)
          on conflict (project) do update set superseded_days = excluded.superseded_days, changed_at = current_timestamp`
        await rowsOf(service, 'set-retention', text, [project, rule.supersededDays])
      }
    },

    sweep: (days, signal) =>
      guarded(async () => {
        const client = await connect()
        try {
          const { rows } = await client.query<{ mine: boolean; anything: boolean }>(
            `select pg_try_advisory_lock($1) as mine,
               $2::int is not null or exists (select from project_retention where superseded_days is not null) as anything`,
            [sweepLock, days]
          )
          const { mine, anything } = rows[0] as { mine: boolean; anything: boolean }
          if (!mine) return null
          if (!anything) return 0
          let removed = 0
          for (let last: Series | undefined; !signal.aborted; ) {
            const due = await dueSeries(days, last)
            for (const { project, runId, norm, before } of due) {
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
