import type { OperationProblem } from '../domain/operation.ts'
import type { Connections } from './connection.ts'
import { endOperation, failed, lease, type TakenOperation } from './operation-repository.ts'
import { rowsOf } from './prepared-statement.ts'
import { transaction } from './transaction.ts'
import type { WorkQueue } from './work-queue.ts'

/** The operations of all projects, for those who work on them. */
export interface OperationQueue {
  /** The first that waits, to be worked on from now on by the caller alone; null where none waits. */
  take(): Promise<TakenOperation | null>
  /** Queues what those have left who died over it, or fails what only they could do, and forgets what ended long ago. */
  tidy(): Promise<void>
}

/** So often work may break off, by the death of its process or for want of its database, before it is taken for the reason. */
const attemptsMax = 5
/** How long an ended operation is kept, and its result; of results, the newest of 1 GiB in all. */
const keptFor = '7 days'
const resultNumbersMax = 2 ** 27

/** @param reason of the last attempt that could say one; null: its process ended without a word */
const brokenOff = (reason: OperationProblem | null): OperationProblem =>
  reason === null
    ? { type: 'internal', detail: `The process that ran it ended early, ${attemptsMax} times.` }
    : { ...reason, detail: `It broke off ${attemptsMax} times. The last reason: ${reason.detail}` }

/** A process that was held up for so long goes on with its files; nobody else can. */
const graceOfFiles = '1 minute'

/** Files that are read by an operation are with the process that they were sent to. */
export const filesGone: OperationProblem = {
  type: 'overloaded',
  detail: 'The process that had the files ended before they were stored. Nothing was stored; send them again.'
}

/** @param connections on which the operations of all projects are seen */
export function operationQueue(connections: Connections, queue: WorkQueue): OperationQueue {
  return {
    async take() {
      for (;;) {
        const taken = await transaction(connections, async (client) => {
          const queued = await queue.take(client)
          if (queued === null) return null
          const { rows } = await client.query<TakenOperation & { reason: OperationProblem | null }>(
            `update operations set status = 'running', attempt = attempt + 1, lease_until = clock_timestamp() + interval '${lease}'
             where project = $1 and id = $2 and status = 'queued' returning project, id, kind, attempt, work, reason`,
            [queued.project, queued.id]
          )
          if (rows[0] === undefined) await queue.complete(client, queued.id)
          else {
            const { reason, ...operation } = rows[0]
            if (operation.attempt <= attemptsMax) return operation
            await endOperation(client, queue, operation, failed, [JSON.stringify(brokenOff(reason))])
          }
          return 'next'
        })
        if (taken !== 'next') return taken
      }
    },

    async tidy() {
      await rowsOf(
        connections,
        'fail-operations-of-others',
        `update operations set status = 'failed', problem = $1::jsonb, lease_until = null, finished_at = clock_timestamp()
         where status = 'running' and kind = 'importLog' and lease_until < clock_timestamp() - interval '${graceOfFiles}'`,
        [JSON.stringify(filesGone)]
      )
      await transaction(connections, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `update operations set status = 'queued', lease_until = null where (project, id) in (
             select project, id from operations where status = 'running' and kind <> 'importLog' and lease_until < clock_timestamp() for update skip locked)
           returning id`
        )
        for (const { id } of rows) await queue.putBack(client, id)
      })
      await rowsOf(
        connections,
        'forget-operations',
        `delete from operations where finished_at < clock_timestamp() - interval '${keptFor}' or (project, id) in (
           select project, id from (select project, id, sum(numbers) over (order by finished_at desc, id) as newer from operations
             where finished_at is not null and numbers > 0) results where newer > $1)`,
        [resultNumbersMax]
      )
    }
  }
}
