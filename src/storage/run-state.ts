import type { RunState } from '../domain/run-state.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

/** As many of the latest schedules are told of. */
const schedulesMax = 20

const text = `select (extract(epoch from r.updated_at) * 1000000)::bigint::text as "updatedAt",
  (select coalesce(json_agg(json_build_object('series', s.norm, 'version', s.version::text, 'points', s.points, 'lastStep', s.last_step,
    'superseded', s.sequence - s.points) order by s.norm), '[]') from gradient_norm_series s where s.project = r.project and s.run_id = r.id and s.sequence > 0) as series,
  (select coalesce(json_agg(json_build_object('id', c.id, 'createdAt', c.at::text) order by c.at, c.id), '[]')
    from (select id, (extract(epoch from created_at) * 1000000)::bigint as at from schedules
      where project = r.project and run_id = r.id and not run_deleted order by created_at desc, id desc limit ${schedulesMax}) c) as schedules
  from runs r where r.project = $1 and r.id = $2`

const later = `select id, at::text as "createdAt" from (select id, (extract(epoch from created_at) * 1000000)::bigint as at from schedules
  where project = $1 and run_id = $2 and not run_deleted) c where at > $3::bigint order by at, id limit 500`

/** The first schedules of a run that were made later than this, in order: for who was away while more were made than a state has. */
export const schedulesAfter = async ({ project, pool }: ProjectDatabase, id: string, createdAt: string): Promise<RunState['schedules']> =>
  await rowsOf<RunState['schedules'][number]>(pool, 'schedules-after', later, [project, id, createdAt])

/** A run as its watchers see it; null where there is none. */
export const runState = async ({ project, pool }: ProjectDatabase, id: string): Promise<RunState | null> =>
  (await rowsOf<RunState>(pool, 'run-state', text, [project, id]))[0] ?? null
