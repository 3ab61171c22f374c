import type { PoolClient } from 'pg'
import { Problem } from '../../domain/problems.ts'
import { databaseFailure } from '../failure.ts'
import type { ConnectionPool } from './pool.ts'
import type { ReservedConnection } from './reserved.ts'
import { isSilence } from './silence.ts'
import { timeLimits } from './time-limits.ts'

/** Whether the database answers, as known by a question now and then. */
export interface Pulse {
  /** The server's version, e.g. "18.4". Asked for at most a few times a second. @throws Problem `overloaded`, `storage-full` */
  check(): Promise<string>
  /** A connection broke: what is known may be true no more. */
  doubt(): void
  /** The server said that its disk is full: until something can be written again the database is not well. */
  diskFull(): void
  close(): void
}

/** How long "it answers" is as good as another answer; how often to ask where all is well, and where it is not. Milliseconds. */
const goodMs = 500
const wellMs = 5_000
const illMs = 500

const version = `select split_part(current_setting('server_version'), ' ', 1) as version`
/** Pages of a table that nobody keeps: as much as the largest row, none of it in memory alone. The name is each connection's own. */
const write = `create temp table taper_space on commit drop as select repeat('x', 1000) from generate_series(1, 1000)`

/**
 * Asks the database on a connection of its own, and acts on the answer. One who is silent there is silent everywhere: then nobody is made to
 * wait for it, and connections over which nothing has come meanwhile are ended, so that those that are opened afterwards serve at once.
 * @param explain another reason than that the database does not answer, where there is one
 */
export function takePulse(reserved: ReservedConnection, pool: ConnectionPool, explain: () => Promise<Problem | null>): Pulse {
  /** The answer of late, or the one that is awaited. */
  let known: { until: number; answer: Promise<string> } | null = null
  let silent: { since: number; bytes: Map<PoolClient, number> } | null = null
  let isFull = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const ask = async (): Promise<string> => {
    try {
      const [row] = await reserved.rows<{ version: string }>(version)
      if (isFull) await reserved.rows(write)
      isFull = false
      endSilent()
      silent = null
      pool.refuse(null)
      return (row as { version: string }).version
    } catch (error) {
      const failure = databaseFailure(error)
      if (isSilence(error)) foundSilent()
      const problem = failure instanceof Problem && failure.type === 'storage-full' ? failure : ((await explain()) ?? failure)
      isFull ||= problem instanceof Problem && problem.type === 'storage-full'
      throw problem
    }
  }
  const foundSilent = () => {
    silent ??= { since: Date.now() - timeLimits.short, bytes: pool.bytesRead() }
    pool.refuse(new Problem('overloaded', 'The database does not answer.', { retryAfterSeconds: 2 }))
    endSilent()
  }
  const endSilent = () => {
    if (silent !== null && Date.now() - silent.since >= timeLimits.silenceOfAll) pool.endSilent(silent.bytes)
  }
  const check = (): Promise<string> => {
    if (known !== null && Date.now() < known.until) return known.answer
    clearTimeout(timer)
    const answer = ask()
    const mine = { until: Number.POSITIVE_INFINITY, answer }
    known = mine
    const settle = (goodForMs: number, nextMs: number) => {
      mine.until = Date.now() + goodForMs
      if (!isClosed) timer = setTimeout(() => void check().catch(() => {}), nextMs).unref()
    }
    answer.then(
      () => settle(goodMs, wellMs),
      () => settle(0, illMs)
    )
    return answer
  }
  const doubt = () => {
    if (known !== null && known.until !== Number.POSITIVE_INFINITY) known = null
  }

  return {
    check,
    doubt,
    diskFull() {
      isFull = true
      doubt()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    }
  }
}
