import type pg from 'pg'
import PgBoss from 'pg-boss'
import { defaultProject } from '../domain/project.ts'
import { type Connections, onConnection } from './connection.ts'

/** pg-boss has its tables in a schema of its own, which `prisma/` knows nothing of. */
export const queueSchema = 'taper_queue'
const queue = 'operations'

/** One number that is the same in every replica: one of them at a time sets up, which pg-boss alone does not see to. */
const setupLock = 0x7a9e6

/** How often in all an operation can go back to the queue; how often its work may break off is counted elsewhere. */
const retriesMax = 10_000

/** What the queue knows of an operation. */
export interface QueuedOperation {
  project: string
  id: string
}

/**
 * Which operations wait for someone to work on them, in the order of their arrival, for all replicas on one database: pg-boss, which
 * hands each to one taker (`for update skip locked`). Every call is part of the caller's transaction, so that queue and operation
 * never disagree.
 */
export interface WorkQueue {
  put(client: pg.PoolClient, operation: QueuedOperation): Promise<void>
  take(client: pg.PoolClient): Promise<QueuedOperation | null>
  /** Work that was taken has ended. */
  complete(client: pg.PoolClient, id: string): Promise<void>
  /** Work that was taken waits again. */
  putBack(client: pg.PoolClient, id: string): Promise<void>
  /** Work that waits or was taken is not wanted any more. */
  withdraw(client: pg.PoolClient, id: string): Promise<void>
  /** How many operations wait for someone to work on them. */
  waiting(): Promise<number>
  close(): Promise<void>
}

/**
 * Makes the queue's tables where they are missing, on the caller's connection; several may do so at once. What the queue does on its own
 * afterwards is on connections of the pool.
 * @throws Error that says what to do, where they cannot be made
 */
export async function openWorkQueue(setUp: pg.ClientBase, pool: Connections, warn: (message: string) => void): Promise<WorkQueue> {
  // Its texts of several statements are in a transaction; one that failed must not leave its connection to others in the middle of it.
  const onPool: Execute = (text, values) => onConnection(pool, (client) => client.query(text, values))
  let execute = oneByOne(setUp)
  const boss = new PgBoss({
    schema: queueSchema,
    db: { executeSql: (text, values) => execute(text, values) },
    // No schedules: then its only timer is that of the maintenance, which forgets what has ended.
    schedule: false,
    maintenanceIntervalMinutes: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterHours: 1
  })
  boss.on('error', (error) => warn(`the queue of operations was not tidied: ${error.message}`))
  try {
    await execute('select pg_advisory_lock($1)', [setupLock])
    await boss.start()
    await boss.createQueue(queue, { name: queue, retryLimit: retriesMax, retryDelay: 0, expireInHours: 23, retentionDays: 7 })
    const unlocked = execute('select pg_advisory_unlock($1)', [setupLock])
    execute = onPool
    await unlocked
  } catch (error) {
    await boss.stop({ graceful: false })
    throw new Error(
      `Cannot set up the queue of operations in the schema ${queueSchema}: ${(error as Error).message}. The first start creates the schema and ` +
        'needs the permission to create it.',
      { cause: error }
    )
  }
  const within = (client: pg.PoolClient) => ({ db: { executeSql: (text: string, values: unknown[]) => client.query(text, values) } })
  return {
    async put(client, { project, id }) {
      await boss.send(queue, { project }, { id, ...within(client) })
    },
    async take(client) {
      const [job] = await boss.fetch<{ project?: string }>(queue, within(client))
      // What an older version has queued names no project.
      return job ? { project: job.data?.project ?? defaultProject, id: job.id } : null
    },
    complete: (client, id) => boss.complete(queue, id, {}, within(client)),
    putBack: (client, id) => boss.fail(queue, id, {}, within(client)),
    withdraw: (client, id) => boss.cancel(queue, id, within(client)),
    waiting: () => boss.getQueueSize(queue),
    close: () => boss.stop({ graceful: false })
  }
}

type Execute = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** One text at a time on a connection; a failed one leaves no transaction open. */
function oneByOne(client: pg.ClientBase): Execute {
  let last: Promise<unknown> = Promise.resolve()
  return (text, values) => {
    const done = last.then(async () => {
      try {
        return await client.query(text, values)
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    })
    last = done.catch(() => {})
    return done
  }
}
