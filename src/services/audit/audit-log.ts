import { v7 as uuidv7 } from 'uuid'
import type { AuditRecord } from '../../domain/access.ts'
import type { AuditRepository } from '../../storage/audit-repository.ts'

export type NewRecord = Omit<AuditRecord, 'id' | 'at' | 'requests'>

export interface AuditLog {
  /** Takes a record, and writes it within a second; where `together`, with others of the same call within a minute. */
  add(record: NewRecord, together: boolean): void
  /** Writes all that was taken. @throws Problem `overloaded` where the database is away */
  flush(): Promise<void>
  /** The same at the end, tried for some seconds. */
  close(): Promise<void>
}

type Counting = { -readonly [Field in keyof AuditRecord]: AuditRecord[Field] }

/** How long a record waits for others: of calls that come often, and of all others. Milliseconds. */
const [togetherMs, aloneMs] = [60_000, 1000]
/** Records that wait while the database is away; later ones are lost, and counted. */
const waitingMax = 100_000
/** Records in one statement. */
const batchMax = 1000
const sweepEveryMs = 3_600_000

/**
 * @param days how long records are kept
 * @param warn told what could not be written, and what was lost
 */
export function openAuditLog(audit: AuditRepository, days: number, warn: (message: string, cause?: unknown) => void): AuditLog {
  const together = new Map<string, Counting>()
  let waiting: AuditRecord[] = []
  let lost = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let sweptAt = 0

  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      for (const [call, record] of together) if (Date.now() - record.at.getTime() >= togetherMs) release(call, record)
      void write().catch((error) => warn('audit records were not written, and wait', error))
      if (waiting.length + together.size > 0) later()
    }, aloneMs).unref()
  }
  const release = (call: string, record: AuditRecord): void => {
    together.delete(call)
    waiting.push(record)
  }
  /** One statement after the other. */
  const write = (): Promise<void> => {
    writing = writing
      .catch(() => {})
      .then(async () => {
        while (waiting.length > 0) {
          const batch = waiting.slice(0, batchMax)
          await audit.add(batch)
          waiting = waiting.slice(batch.length)
        }
        if (lost > 0) warn(`${lost} audit records are lost: the database was away for too long`)
        lost = 0
        if (Date.now() - sweptAt < sweepEveryMs) return
        sweptAt = Date.now()
        await audit.dropOlderThan(days)
      })
    return writing
  }
  const flush = (): Promise<void> => {
    for (const [call, record] of together) release(call, record)
    return write()
  }

  return {
    add(record, isTogether) {
      if (waiting.length + together.size >= waitingMax) lost++
      else {
        const call = isTogether ? JSON.stringify([record.project, record.keyId, record.action, record.object, record.status]) : ''
        const same = isTogether ? together.get(call) : undefined
        if (same !== undefined) same.requests++
        else {
          const made = { ...record, id: uuidv7(), at: new Date(), requests: 1 }
          if (isTogether) together.set(call, made)
          else waiting.push(made)
        }
      }
      later()
    },
    flush,
    async close() {
      clearTimeout(timer)
      for (let attempt = 1; ; attempt++) {
        try {
          return await flush()
        } catch (error) {
          if (attempt === 5) return warn(`${waiting.length} audit records are lost: the database does not answer`, error)
          await new Promise((resolve) => setTimeout(resolve, 1000))
        }
      }
    }
  }
}
