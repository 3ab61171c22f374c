import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Connections } from './connection.ts'
import type { ReservedConnection } from './connections/reserved.ts'
import type { WorkQueue } from './work-queue.ts'

/** The database as one project sees it. Every statement says which project it means. */
export interface ProjectDatabase {
  readonly project: string
  readonly pool: Connections
  /** Beside the pool, for short statements that must not wait for others. */
  readonly reserved: ReservedConnection
  readonly queue: WorkQueue
  /** Statements by way of Prisma. */
  models<T>(work: (prisma: PrismaClient) => Promise<T>): Promise<T>
}
