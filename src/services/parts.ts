import type { FoundEngines } from '../domain/engine.ts'
import type { MemoryBudget } from '../domain/memory-budget.ts'
import type { Storage } from '../storage/storage.ts'
import type { Pools } from '../workers/pools.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Limits } from './limits/limits.ts'
import type { OperationRunner } from './operations/operation-runner.ts'
import type { RecentSeries } from './series/recent-series.ts'

export type { ProjectStorage } from '../storage/project-storage.ts'

/** What the service is put together from. A route hands its services what they ask for. */
export interface Parts {
  readonly storage: Storage
  readonly pools: Pools
  readonly memory: MemoryBudget
  readonly recentSeries: RecentSeries
  readonly operations: OperationRunner
  readonly engines: FoundEngines
  readonly keyring: Keyring
  readonly limits: Limits
  readonly auditLog: AuditLog
  /** Days that superseded points are kept where their project says nothing; null: for ever. */
  readonly supersededDays: number | null
  /** Of this service. */
  readonly version: string
}
