import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { float64OfBytes } from '../domain/float64-bytes.ts'
import { Problem } from '../domain/problems.ts'
import type { Report, Schedule } from '../domain/schedule.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { numberRows, rowLength } from './number-rows.ts'
import type { Once } from './once.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'
import { type Extrema, ExtremaGatherer, extremaOf, isLong } from './schedule-extrema.ts'
import { transaction } from './transaction.ts'

/** A schedule to store. `identity`, where given, names what it was made from: a second one with the same identity is not stored. */
export interface NewSchedule extends Omit<Schedule, 'createdAt' | 'runDeleted'> {
  identity: string | null
  /** Shape `[steps]`. */
  multipliers: Float64Array
}

/** A schedule that is stored: now, or, with the same identity, before. */
export interface StoredSchedule {
  schedule: Schedule
  created: boolean
}

export interface ScheduleRepository {
  create(schedule: NewSchedule, once?: Once<StoredSchedule>): Promise<StoredSchedule>
  findByIdentity(identity: string): Promise<Schedule | null>
  find(id: string): Promise<Schedule | null>
  /** As `find`, from memory where it was looked up within the last second: for those who ask step by step. */
  findRecent(id: string): Promise<Schedule | null> | Schedule
  list(filter: { runId?: string }, page: PageRequest): Promise<Page<Schedule>>
  /** Those made from one of these runs, oldest first. */
  madeFrom(runIds: readonly string[], limit: number): Promise<Schedule[]>
  /** The multipliers from a step (inclusive) to a step (exclusive), in pieces of at most 65 536. */
  multipliers(schedule: Schedule, from: number, to: number): AsyncIterable<Float64Array>
  /** What a picture of a long schedule needs; null where all multipliers must be read for it. */
  extrema(schedule: Schedule): Promise<Extrema | null>
  /** One multiplier, mostly from memory (then not a promise). 0 ≤ step < schedule.steps. */
  multiplierAt(schedule: Schedule, step: number): Promise<number> | number
  delete(id: string): Promise<boolean>
}

/** Chunks in memory: 64 MiB at most. They never change. */
const chunksMax = 128
/** How long another process may still answer for a schedule that was deleted here. */
const recentMs = 1000

interface ScheduleRow extends Schedule {
  at: string
}

const columns = Prisma.sql`s.id, s.name, s.run_id as "runId", s.run_deleted as "runDeleted", s.rule, s.parameters, s.steps,
  s.peak_learning_rate as "peakLearningRate", s.report, s.digest, s.created_at as "createdAt",
  (extract(epoch from s.created_at) * 1000000)::bigint::text as at`

const scheduleOf = ({ at: _at, ...row }: ScheduleRow): Schedule => ({ ...row, report: row.report as Report | null })

/** What the process has in memory of the schedules of all projects. No name of a project or id has a slash. */
export interface ScheduleMemory {
  /** By project/id/position. */
  readonly chunks: LRUCache<string, Float64Array>
  /** By project/id. */
  readonly recent: LRUCache<string, Schedule>
}

export const scheduleMemory = (): ScheduleMemory => ({
  chunks: new LRUCache({ max: chunksMax }),
  recent: new LRUCache({ max: 1000, ttl: recentMs })
})

export function scheduleRepository({ project, pool, models }: ProjectDatabase, { chunks, recent }: ScheduleMemory): ScheduleRepository {
  const selectOne = async (condition: Prisma.Sql) => {
    const rows = await models(
      (prisma) => prisma.$queryRaw<ScheduleRow[]>`select ${columns} from schedules s where s.project = ${project} and ${condition}`
    )
    return rows[0] ? scheduleOf(rows[0]) : null
  }
  const find = (id: string) => selectOne(Prisma.sql`s.id = ${id}`)
  const findByIdentity = (identity: string) => selectOne(Prisma.sql`s.identity = ${identity}`)

  const loadChunk = async (id: string, position: number) => {
    const select = 'select "values" from schedule_chunks where project = $1 and schedule_id = $2 and position = $3'
    const [row] = await rowsOf<{ values: Uint8Array }>(pool, 'schedule-chunk', select, [project, id, position])
    if (row === undefined) throw new Problem('schedule-not-found', `The schedule ${id} was deleted while it was being read.`)
    return float64OfBytes(row.values)
  }
  const chunkKey = (id: string, position: number) => `${project}/${id}/${position}`
  const cachedChunk = async (id: string, position: number) => {
    const values = await loadChunk(id, position)
    chunks.set(chunkKey(id, position), values)
    return values
  }

  return {
    create: (schedule, once) =>
      transaction(pool, async (client) => {
        const created = await insertSchedule(client, project, schedule)
        const stored = { schedule: await findStored(client, project, schedule, created), created }
        await once?.(client, stored)
        return stored
      }),

    find,
    findByIdentity,

    findRecent(id) {
      const known = recent.get(`${project}/${id}`)
      if (known) return known
      return find(id).then((schedule) => {
        if (schedule) recent.set(`${project}/${id}`, schedule)
        return schedule
      })
    },

    async list({ runId }, page) {
      const conditions = [Prisma.sql`s.project = ${project}`]
      if (runId !== undefined) conditions.push(Prisma.sql`s.run_id = ${runId}`)
      if (page.after) {
        conditions.push(
          Prisma.sql`(s.created_at, s.id) < (to_timestamp(0) + ${page.after.at}::bigint * interval '1 microsecond', ${page.after.id})`
        )
      }
      const rows = await models(
        (prisma) => prisma.$queryRaw<ScheduleRow[]>`select ${columns} from schedules s where ${Prisma.join(conditions, ' and ')}
          order by s.created_at desc, s.id desc limit ${page.limit + 1}`
      )
      return pageOf(rows, page.limit, scheduleOf)
    },

    async madeFrom(runIds, limit) {
      const rows = await models(
        (prisma) => prisma.$queryRaw<ScheduleRow[]>`select ${columns} from schedules s
          where s.project = ${project} and s.run_id = any(${runIds}) order by s.created_at, s.id limit ${limit}`
      )
      return rows.map(scheduleOf)
    },

    async *multipliers({ id }, from, to) {
      const load = (position: number) => {
        const values = Promise.resolve(chunks.get(chunkKey(id, position)) ?? loadChunk(id, position))
        values.catch(() => {}) // Awaited below; a reader that stops early never does.
        return values
      }
      if (from >= to) return
      const last = Math.floor((to - 1) / rowLength)
      let next = load(Math.floor(from / rowLength))
      for (let position = Math.floor(from / rowLength); position <= last; position++) {
        const values = await next
        // One load ahead of the reader.
        if (position < last) next = load(position + 1)
        const first = position * rowLength
        yield values.subarray(Math.max(from, first) - first, Math.min(to, first + rowLength) - first)
      }
    },

    async extrema({ id, steps }) {
      if (!isLong(steps)) return null
      const select = 'select extrema from schedules where project = $1 and id = $2'
      const [row] = await rowsOf<{ extrema: Uint8Array | null }>(pool, 'schedule-extrema', select, [project, id])
      return row?.extrema ? extremaOf(row.extrema, steps) : null
    },

    multiplierAt({ id }, step) {
      const position = Math.floor(step / rowLength)
      const known = chunks.get(chunkKey(id, position))
      if (known) return known[step % rowLength]!
      return cachedChunk(id, position).then((values) => values[step % rowLength]!)
    },

    async delete(id) {
      recent.delete(`${project}/${id}`)
      return (await models((prisma) => prisma.schedule.deleteMany({ where: { project, id } }))).count === 1
    }
  }
}

/** Stores a schedule with its multipliers, as part of the caller's transaction. False: there is one with its identity. */
export async function insertSchedule(client: pg.PoolClient, project: string, { multipliers, ...schedule }: NewSchedule): Promise<boolean> {
  const made = await client.query(
    `insert into schedules (project, id, identity, name, run_id, run_deleted, rule, parameters, steps, peak_learning_rate, report, digest,
       created_at)
     select $1, $2, case when r.id is null then null else $3 end, $4, $5::text, $5::text is not null and r.id is null, $6, $7::jsonb, $8, $9,
       $10::jsonb, $11, clock_timestamp()
     from (select 1) one left join (select id from runs where project = $1 and id = $5::text for key share) r on true
     on conflict (project, identity) do nothing`,
    [
      project,
      schedule.id,
      schedule.identity,
      schedule.name,
      schedule.runId,
      schedule.rule,
      JSON.stringify(schedule.parameters),
      schedule.steps,
      schedule.peakLearningRate,
      schedule.report && JSON.stringify(schedule.report),
      schedule.digest
    ]
  )
  if (made.rowCount !== 1) return false
  const extrema = isLong(schedule.steps) ? new ExtremaGatherer(schedule.steps) : null
  for (const { position, values, bytes } of numberRows(multipliers)) {
    extrema?.add(values)
    await client.query({
      name: 'insert-schedule-chunk',
      text: 'insert into schedule_chunks (project, schedule_id, position, "values") values ($1, $2, $3, $4)',
      values: [project, schedule.id, position, bytes]
    })
  }
  if (extrema) {
    await client.query('update schedules set extrema = $3 where project = $1 and id = $2', [project, schedule.id, extrema.bytes()])
  }
  return true
}

/** What {@link insertSchedule} has stored, or found: the schedule of that id, or of that identity. */
export async function findStored(
  client: pg.PoolClient,
  project: string,
  { id, identity }: NewSchedule,
  created: boolean
): Promise<Schedule> {
  const { rows } = await client.query<ScheduleRow>(
    `select ${columns.sql} from schedules s where s.project = $1 and ${created ? 's.id' : 's.identity'} = $2`,
    [project, created ? id : identity]
  )
  if (!rows[0]) throw new Problem('overloaded', 'The schedule was deleted while it was being created.', { retryAfterSeconds: 1 })
  return scheduleOf(rows[0])
}
