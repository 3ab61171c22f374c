import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { type AuditResult, type AuditTask, bytesToAudit } from './task.ts'

/** Audits learning rates off the event loop, within bounds. */
export interface AuditPool {
  /**
   * @param task its arrays on shared memory are not copied
   * @throws Problem `invalid-request`, `too-large-for-memory`, `overloaded`
   */
  audit(task: AuditTask): Promise<AuditResult>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'audits/compute', what: 'audits' }

export function createAuditPool(bounds: PoolBounds = {}): AuditPool {
  const pool = createBoundedPool<AuditTask, AuditResult>(work, bounds)
  return {
    audit: (task) => pool.run({ bytes: bytesToAudit(task), place: '/learningRates' }, task),
    close: () => pool.close()
  }
}
