import { v7 as uuidv7 } from 'uuid'
import type { Connections } from './connection.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

/** An answer that was given, kept to be given again. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * What became of a key that a request came with: it is new (and now held by this request, with the id that what it makes shall
 * have), was answered before, belongs to another request, or its first request is still under way.
 */
export type Claim =
  | { state: 'new'; resourceId: string }
  | { state: 'answered'; answer: KeptAnswer }
  | { state: 'reused' }
  | { state: 'busy' }

export interface IdempotencyRepository {
  /** @param fingerprint digest of method, path, query and body */
  claim(key: string, fingerprint: string): Promise<Claim>
  keep(key: string, answer: KeptAnswer): Promise<void>
  /** The request failed, or never began: the key is free again. */
  release(key: string): Promise<void>
}

/** A request that has not been answered for so long died with its process: its key may be taken over, with its resource id. */
const abandonedAfter = '2 minutes'
/** How long an answer is kept: longer than any client retries. */
const keptFor = '7 days'

interface KeyRow {
  fingerprint: string
  resource_id: string
  status: number | null
  headers: Record<string, string> | null
  body: string | null
}

/** Forgets old answers of all projects, at most once an hour, in passing. */
export function keySweeper(connections: Connections): () => Promise<void> {
  let sweptAt = 0
  return async () => {
    if (Date.now() - sweptAt < 3_600_000) return
    sweptAt = Date.now()
    const text = `delete from idempotency_keys where claimed_at < clock_timestamp() - interval '${keptFor}'`
    await rowsOf(connections, 'sweep-keys', text, [])
  }
}

export function idempotencyRepository({ project, pool }: ProjectDatabase, sweep: () => Promise<void>): IdempotencyRepository {
  const query = <T extends object>(name: string, text: string, values: unknown[]) => rowsOf<T>(pool, name, text, [project, ...values])

  return {
    async claim(key, fingerprint) {
      await sweep()
      const [made] = await query<{ resource_id: string }>(
        'claim-key',
        `insert into idempotency_keys as k (project, key, fingerprint, resource_id, claimed_at) values ($1, $2, $3, $4, clock_timestamp())
         on conflict (project, key) do update set claimed_at = clock_timestamp()
         where k.fingerprint = $3 and k.status is null and k.claimed_at < clock_timestamp() - interval '${abandonedAfter}'
         returning resource_id`,
        [key, fingerprint, uuidv7()]
      )
      if (made) return { state: 'new', resourceId: made.resource_id }
      const [held] = await query<KeyRow>(
        'key',
        'select fingerprint, resource_id, status, headers, body from idempotency_keys where project = $1 and key = $2',
        [key]
      )
      if (!held) return { state: 'busy' }
      if (held.fingerprint !== fingerprint) return { state: 'reused' }
      if (held.status === null) return { state: 'busy' }
      return { state: 'answered', answer: { status: held.status, headers: held.headers ?? {}, body: held.body ?? '' } }
    },

    async keep(key, { status, headers, body }) {
      await query(
        'keep-answer',
        'update idempotency_keys set status = $3, headers = $4::jsonb, body = $5 where project = $1 and key = $2',
        [key, status, JSON.stringify(headers), body]
      )
    },

    async release(key) {
      await query('release-key', 'delete from idempotency_keys where project = $1 and key = $2 and status is null', [key])
    }
  }
}
