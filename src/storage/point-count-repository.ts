import type { Connections } from './connection.ts'
import { rowsOf } from './prepared-statement.ts'
import { transaction } from './transaction.ts'

/** Whose points are counted: a key of a project, or an address where no key is used. */
export interface Counted {
  readonly project: string
  readonly subject: string
}

/** How many points were stored today (UTC), by all replicas together. */
export interface PointCountRepository {
  /** Counts up to so many points before they are stored, within a limit; gives how many were left, and counted. */
  reserve(of: Counted, points: number, limit: number): Promise<number>
  /** Gives back what was counted and not stored. */
  release(of: Counted, points: number): Promise<void>
  /** So far today. */
  today(of: Counted): Promise<number>
}

const day = `(clock_timestamp() at time zone 'utc')::date`
const which = `project = $1 and subject = $2 and day = ${day}`

export function pointCountRepository(pool: Connections): PointCountRepository {
  let sweptAt = 0

  /** Forgets earlier days, at most once an hour, in passing. */
  const sweep = async () => {
    if (Date.now() - sweptAt < 3_600_000) return
    sweptAt = Date.now()
    await rowsOf(pool, 'sweep-point-counts', `delete from point_counts where day < ${day} - 1`, [])
  }

  return {
    async reserve({ project, subject }, points, limit) {
      await sweep()
      return await transaction(pool, async (client) => {
        await client.query(`insert into point_counts (project, subject, day) values ($1, $2, ${day}) on conflict do nothing`, [
          project,
          subject
        ])
        const { rows } = await client.query<{ before: string }>(`select points as before from point_counts where ${which} for update`, [
          project,
          subject
        ])
        const granted = Math.max(0, Math.min(points, limit - Number(rows[0]?.before ?? 0)))
        await client.query(`update point_counts set points = points + $3 where ${which}`, [project, subject, granted])
        return granted
      })
    },

    async release({ project, subject }, points) {
      await rowsOf(pool, 'release-points', `update point_counts set points = greatest(0, points - $3) where ${which}`, [
        project,
        subject,
        points
      ])
    },

    async today({ project, subject }) {
      const [row] = await rowsOf<{ points: number }>(
        pool,
        'points-today',
        `select points::float8 as points from point_counts where ${which}`,
        [project, subject]
      )
      return row?.points ?? 0
    }
  }
}
