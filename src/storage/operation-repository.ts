import type pg from 'pg'
import type { Operation, OperationKind, OperationOutcome, OperationProblem } from '../domain/operation.ts'
import { Problem } from '../domain/problems.ts'
import type { Database } from './database.ts'
import { insertChunks, lengthOf, type NumberLists, readChunks } from './operation-chunks.ts'
import { rowsOf } from './prepared-statement.ts'
import { findStored, insertSchedule, type NewSchedule } from './schedule-repository.ts'
import { transaction } from './transaction.ts'

/** An operation to begin: what is to be done as plain data, and its lists of numbers by name. */
export interface NewOperation extends Pick<Operation, 'id' | 'kind' | 'requestId'> {
  work: Record<string, unknown>
  numbers: NumberLists
}

/** An operation that was taken up to work on. Of all attempts at it the last alone can write. */
export interface TakenOperation {
  id: string
  kind: OperationKind
  attempt: number
  work: Record<string, unknown>
}

export interface OperationRepository {
  /** Stores an operation and queues it; finds the one that has its id already. @throws Problem `overloaded` where too much waits */
  start(operation: NewOperation): Promise<Operation>
  find(id: string): Promise<Operation | null>
  /** One of its lists, in pieces of at most 65 536 numbers. */
  numbers(id: string, part: string): AsyncIterable<Float64Array>
  /** The first that waits, to be worked on from now on by the caller alone; null where none waits. */
  take(): Promise<TakenOperation | null>
  /** Says that the work goes on. False: it was cancelled, or another has taken it up. */
  report(taken: TakenOperation, progress: number): Promise<boolean>
  /** Ends an operation with what it has made; `finishWithSchedule` stores the schedule with it, both or none. False as for `report`. */
  finish(taken: TakenOperation, outcome: OperationOutcome, numbers?: NumberLists): Promise<boolean>
  finishWithSchedule(taken: TakenOperation, schedule: NewSchedule): Promise<boolean>
  fail(taken: TakenOperation, problem: OperationProblem): Promise<boolean>
  /** The caller stops: another may take it up, and this attempt does not count. */
  giveBack(taken: TakenOperation): Promise<void>
  /** Cancels an operation that goes on; one that has ended stays as it is. Null: there is none. */
  cancel(id: string): Promise<Operation | null>
  /** Queues what those have left who died over it, and forgets what ended long ago. */
  tidy(): Promise<void>
}

/** Operations that wait or are worked on, in all replicas together, and the float64 that they hold: 1 GiB. */
const unfinishedMax = 256
const numbersMax = 2 ** 27
/** Who works says so twice a second. */
const lease = '10 seconds'
/** So often work may break off, by the death of its process, before it is taken for the reason. */
const attemptsMax = 3
/** How long an ended operation is kept, and its result; of results, the newest of 1 GiB in all. */
const keptFor = '7 days'

/** One number that is the same in every replica: under this advisory lock operations begin, so that the bounds hold. */
const startLock = 0x7a9e5

const columns = `id, kind, status, progress, request_id as "requestId", outcome, problem, created_at as "createdAt"`
const mine = `id = $1 and attempt = $2 and status = 'running'`

export function operationRepository({ pool, queue }: Database): OperationRepository {
  /** Of the connections, at most one is used to begin operations. */
  let starting: Promise<unknown> = Promise.resolve()

  const query = <T extends object>(name: string, text: string, values: unknown[]) => rowsOf<T>(pool, name, text, values)
  const find = async (id: string): Promise<Operation | null> => {
    const [row] = await query<Operation>('operation', `select ${columns} from operations where id = $1`, [id])
    return row ?? null
  }

  /** Ends work that is still the caller's: the row, what was taken in, the queue. */
  const end = async (client: pg.PoolClient, { id, attempt }: TakenOperation, set: string, values: unknown[]): Promise<boolean> => {
    const ended = await client.query(`update operations set ${set}, lease_until = null, finished_at = clock_timestamp() where ${mine}`, [
      id,
      attempt,
      ...values
    ])
    if (ended.rowCount !== 1) return false
    await client.query('delete from operation_chunks where operation_id = $1', [id])
    await queue.complete(client, id)
    return true
  }
  const done = `status = 'done', progress = 1, outcome = $3::jsonb, numbers = $4`
  const failed = `status = 'failed', problem = $3::jsonb, numbers = 0`

  return {
    async start({ id, kind, requestId, work, numbers }) {
      const size = lengthOf(numbers)
      const begin = () =>
        transaction(pool, async (client) => {
          await client.query('select pg_advisory_xact_lock($1)', [startLock])
          const { rows } = await client.query<{ count: number; numbers: number }>(
            `select count(*)::int as count, coalesce(sum(numbers), 0)::float8 as numbers from operations where status in ('queued', 'running')`
          )
          const { count, numbers: held } = rows[0] as { count: number; numbers: number }
          if (count >= unfinishedMax || (count > 0 && held + size > numbersMax)) {
            throw new Problem('overloaded', `${count} operations are queued or running.`, { retryAfterSeconds: 30 })
          }
          const { rows: made } = await client.query<Operation>(
            `insert into operations (id, kind, request_id, work, numbers, created_at) values ($1, $2, $3, $4::jsonb, $5, clock_timestamp())
             on conflict (id) do nothing returning ${columns}`,
            [id, kind, requestId, JSON.stringify(work), size]
          )
          if (made[0] === undefined) return null
          await insertChunks(client, id, numbers)
          await queue.put(client, id)
          return made[0]
        })
      const started = starting.then(begin)
      starting = started.catch(() => {})
      // As it began, however soon it ends. One that an earlier attempt of the same request has made is as it is now.
      return (await started) ?? ((await find(id)) as Operation)
    },

    find,

    numbers: (id, part) => readChunks(pool, id, part),

    async take() {
      for (;;) {
        const taken = await transaction(pool, async (client) => {
          const id = await queue.take(client)
          if (id === null) return null
          const { rows } = await client.query<TakenOperation>(
            `update operations set status = 'running', attempt = attempt + 1, lease_until = clock_timestamp() + interval '${lease}'
             where id = $1 and status = 'queued' returning id, kind, attempt, work`,
            [id]
          )
          const [operation] = rows
          if (operation !== undefined && operation.attempt <= attemptsMax) return operation
          if (operation === undefined) await queue.complete(client, id)
          else await end(client, operation, failed, [JSON.stringify(brokenOff)])
          return 'next'
        })
        if (taken !== 'next') return taken
      }
    },

    async report({ id, attempt }, progress) {
      const rows = await query(
        'report-operation',
        `update operations set progress = greatest(progress, $3), lease_until = clock_timestamp() + interval '${lease}' where ${mine} returning 1`,
        [id, attempt, progress]
      )
      return rows.length === 1
    },

    finish: (taken, outcome, numbers = {}) =>
      transaction(pool, async (client) => {
        if (!(await end(client, taken, done, [JSON.stringify(outcome), lengthOf(numbers)]))) return false
        await insertChunks(client, taken.id, numbers)
        return true
      }),

    finishWithSchedule: (taken, schedule) =>
      transaction(pool, async (client) => {
        const { rowCount } = await client.query(`select 1 from operations where ${mine} for update`, [taken.id, taken.attempt])
        if (rowCount !== 1) return false
        const created = await insertSchedule(client, schedule)
        const outcome: OperationOutcome = { schedule: await findStored(client, schedule, created), created }
        return await end(client, taken, done, [JSON.stringify(outcome), 0])
      }),

    fail: (taken, problem) => transaction(pool, (client) => end(client, taken, failed, [JSON.stringify(problem)])),

    giveBack: ({ id, attempt }) =>
      transaction(pool, async (client) => {
        const back = await client.query(
          `update operations set status = 'queued', attempt = attempt - 1, lease_until = null where ${mine}`,
          [id, attempt]
        )
        if (back.rowCount === 1) await queue.putBack(client, id)
      }),

    async cancel(id) {
      await transaction(pool, async (client) => {
        const cancelled = await client.query(
          `update operations set status = 'cancelled', numbers = 0, lease_until = null, finished_at = clock_timestamp()
           where id = $1 and status in ('queued', 'running')`,
          [id]
        )
        if (cancelled.rowCount !== 1) return
        await client.query('delete from operation_chunks where operation_id = $1', [id])
        await queue.withdraw(client, id)
      })
      return await find(id)
    },

    async tidy() {
      await transaction(pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `update operations set status = 'queued', lease_until = null where id in (
             select id from operations where status = 'running' and lease_until < clock_timestamp() for update skip locked) returning id`
        )
        for (const { id } of rows) await queue.putBack(client, id)
      })
      await query(
        'forget-operations',
        `delete from operations where finished_at < clock_timestamp() - interval '${keptFor}' or id in (
           select id from (select id, sum(numbers) over (order by finished_at desc, id) as newer from operations
             where finished_at is not null and numbers > 0) results where newer > $1)`,
        [numbersMax]
      )
    }
  }
}

const brokenOff: OperationProblem = {
  type: 'internal',
  detail: `The process that ran it ended early, ${attemptsMax} times.`
}
