import type pg from 'pg'
import type { Operation, OperationKind, OperationOutcome, OperationProblem } from '../domain/operation.ts'
import { Problem } from '../domain/problems.ts'
import type { Connections } from './connection.ts'
import { guarded } from './failure.ts'
import type { Once } from './once.ts'
import { insertChunks, lengthOf, type NumberLists, readChunks } from './operation-chunks.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'
import { findStored, insertSchedule, type NewSchedule } from './schedule-repository.ts'
import { transaction } from './transaction.ts'
import type { WorkQueue } from './work-queue.ts'

/** An operation to begin: what is to be done as plain data, and its lists of numbers by name. */
export interface NewOperation extends Pick<Operation, 'id' | 'kind' | 'requestId'> {
  work: Record<string, unknown>
  numbers: NumberLists
  /** Whoever starts it works on it, and nobody else can: it does not wait in the queue. */
  isBegun?: boolean
}

/** An operation that was taken up to work on. Of all attempts at it the last alone can write. */
export interface TakenOperation {
  project: string
  id: string
  kind: OperationKind
  attempt: number
  work: Record<string, unknown>
}

export interface OperationRepository {
  /** Stores an operation and queues it; finds the one that has its id already. @throws Problem `overloaded` where too much waits */
  start(operation: NewOperation, once?: Once<Operation>): Promise<Operation>
  find(id: string): Promise<Operation | null>
  /** Newest first. */
  newest(limit: number): Promise<Operation[]>
  /** One of its lists, in pieces of at most 65 536 numbers. */
  numbers(id: string, part: string): AsyncIterable<Float64Array>
  /** Says that the work goes on, without a wait for who ends it just now. False: it was cancelled, or another has taken it up. */
  report(taken: TakenOperation, progress: number): Promise<boolean>
  /** Ends an operation with what it has made; `finishWithSchedule` stores the schedule with it, both or none. False as for `report`. */
  finish(taken: TakenOperation, outcome: OperationOutcome, numbers?: NumberLists): Promise<boolean>
  finishWithSchedule(taken: TakenOperation, schedule: NewSchedule): Promise<boolean>
  /** Ends an operation in the transaction that stores what it has made. False as for `report`: then nothing may be stored. */
  finishIn(client: pg.PoolClient, taken: TakenOperation, outcome: OperationOutcome): Promise<boolean>
  fail(taken: TakenOperation, problem: OperationProblem): Promise<boolean>
  /** The caller stops: another may take it up, and this attempt does not count. */
  giveBack(taken: TakenOperation): Promise<void>
  /** What the work needs was not there for now: another attempt may do better. After too many the operation fails, with the last reason. */
  breakOff(taken: TakenOperation, reason: OperationProblem): Promise<void>
  /** Cancels an operation that goes on; one that has ended stays as it is. Null: there is none. */
  cancel(id: string): Promise<Operation | null>
}

/** Operations that wait or are worked on, in all projects and replicas together, and the float64 that they hold: 1 GiB. */
const unfinishedMax = 256
const numbersMax = 2 ** 27
/** Who works says so twice a second. */
export const lease = '10 seconds'

/** One number that is the same in every replica: under this advisory lock operations begin, so that the bounds hold. */
const startLock = 0x7a9e5

const columns = `id, kind, status, progress, request_id as "requestId", outcome, problem, created_at as "createdAt"`
const mine = `project = $1 and id = $2 and attempt = $3 and status = 'running'`
const done = `status = 'done', progress = 1, outcome = $4::jsonb, numbers = $5`
const putBack = `update operations set status = 'queued', lease_until = null`
export const failed = `status = 'failed', problem = $4::jsonb, numbers = 0`

/** How operations of all projects begin: one after the other, so that of the connections at most one is used for it. */
export function operationStarts(connections: Connections): OperationStarts {
  let last: Promise<unknown> = Promise.resolve()
  return (statements) => {
    const next = last.then(() => transaction(connections, statements))
    last = next.catch(() => {})
    return next
  }
}
export type OperationStarts = <T>(statements: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** @param startAlone on a connection that sees the operations of all projects, since the bounds hold for them together */
export function operationRepository(database: ProjectDatabase, startAlone: OperationStarts): OperationRepository {
  const { project, pool, reserved, queue } = database
  const query = <T extends object>(name: string, text: string, values: unknown[]) => rowsOf<T>(pool, name, text, [project, ...values])
  const find = async (id: string): Promise<Operation | null> => {
    const [row] = await query<Operation>('operation', `select ${columns} from operations where project = $1 and id = $2`, [id])
    return row ?? null
  }

  return {
    async start({ id, kind, requestId, work, numbers, isBegun = false }, once) {
      const size = lengthOf(numbers)
      const started = await startAlone(async (client) => {
        await client.query('select pg_advisory_xact_lock($1)', [startLock])
        const { rows } = await client.query<{ count: number; numbers: number }>(
          `select count(*)::int as count, coalesce(sum(numbers), 0)::float8 as numbers from operations where status in ('queued', 'running')`
        )
        const { count, numbers: held } = rows[0] as { count: number; numbers: number }
        if (count >= unfinishedMax || (count > 0 && held + size > numbersMax)) {
          throw new Problem('overloaded', `${count} operations are queued or running.`, { retryAfterSeconds: 30 })
        }
        const { rows: made } = await client.query<Operation>(
          `insert into operations (project, id, kind, request_id, work, numbers, created_at, status, attempt, lease_until)
             values ($1, $2, $3, $4, $5::jsonb, $6, clock_timestamp(), $7, $8, clock_timestamp() + $9 * interval '${lease}')
             on conflict (project, id) do nothing returning ${columns}`,
          [project, id, kind, requestId, JSON.stringify(work), size, ...(isBegun ? ['running', 1, 1] : ['queued', 0, null])]
        )
        if (made[0] === undefined) return null
        await insertChunks(client, project, id, numbers)
        if (!isBegun) await queue.put(client, { project, id })
        await once?.(client, made[0])
        return made[0]
      })
      // As it began, however soon it ends. One that an earlier attempt of the same request has made is as it is now.
      return started ?? ((await find(id)) as Operation)
    },

    find,

    newest: (limit) =>
      query('operations', `select ${columns} from operations where project = $1 order by created_at desc, id desc limit $2`, [limit]),

    numbers: (id, part) => readChunks(database, id, part),

    async report({ id, attempt }, progress) {
      const text = `with held as (select project, id from operations where ${mine} for update skip locked),
          said as (update operations o set progress = greatest(o.progress, $4), lease_until = clock_timestamp() + interval '${lease}'
            from held where o.project = held.project and o.id = held.id)
        select 1 from operations where ${mine}`
      return (await guarded(() => reserved.rows(text, [project, id, attempt, progress]))).length === 1
    },

    finish: (taken, outcome, numbers = {}) =>
      transaction(pool, async (client) => {
        if (!(await endOperation(client, queue, taken, done, [JSON.stringify(outcome), lengthOf(numbers)]))) return false
        await insertChunks(client, project, taken.id, numbers)
        return true
      }),

    finishWithSchedule: (taken, schedule) =>
      transaction(pool, async (client) => {
        const { rowCount } = await client.query(`select 1 from operations where ${mine} for update`, [project, taken.id, taken.attempt])
        if (rowCount !== 1) return false
        const created = await insertSchedule(client, project, schedule)
        const outcome: OperationOutcome = { schedule: await findStored(client, project, schedule, created), created }
        return await endOperation(client, queue, taken, done, [JSON.stringify(outcome), 0])
      }),

    finishIn: (client, taken, outcome) => endOperation(client, queue, taken, done, [JSON.stringify(outcome), 0]),

    fail: (taken, problem) => transaction(pool, (client) => endOperation(client, queue, taken, failed, [JSON.stringify(problem)])),

    giveBack: ({ id, attempt }) =>
      transaction(pool, async (client) => {
        const back = await client.query(`${putBack}, attempt = attempt - 1 where ${mine}`, [project, id, attempt])
        if (back.rowCount === 1) await queue.putBack(client, id)
      }),

    breakOff: ({ id, attempt }, reason) =>
      transaction(pool, async (client) => {
        const back = await client.query(`${putBack}, reason = $4::jsonb where ${mine}`, [project, id, attempt, JSON.stringify(reason)])
        if (back.rowCount === 1) await queue.putBack(client, id)
      }),

    async cancel(id) {
      await transaction(pool, async (client) => {
        const cancelled = await client.query(
          `update operations set status = 'cancelled', numbers = 0, lease_until = null, finished_at = clock_timestamp()
           where project = $1 and id = $2 and status in ('queued', 'running')`,
          [project, id]
        )
        if (cancelled.rowCount !== 1) return
        await client.query('delete from operation_chunks where project = $1 and operation_id = $2', [project, id])
        await queue.withdraw(client, id)
      })
      return await find(id)
    }
  }
}

/** Ends work that is still the caller's: the row, what was taken in, the queue. False: it is not the caller's any more. */
export async function endOperation(
  client: pg.PoolClient,
  queue: WorkQueue,
  { project, id, attempt }: TakenOperation,
  set: string,
  values: unknown[]
): Promise<boolean> {
  const ended = await client.query(`update operations set ${set}, lease_until = null, finished_at = clock_timestamp() where ${mine}`, [
    project,
    id,
    attempt,
    ...values
  ])
  if (ended.rowCount !== 1) return false
  await client.query('delete from operation_chunks where project = $1 and operation_id = $2', [project, id])
  await queue.complete(client, id)
  return true
}
