import { v7 as uuidv7 } from 'uuid'
import type { Database } from './database.ts'
import { rowsOf } from './prepared-statement.ts'

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

export function idempotencyRepository({ pool }: Database): IdempotencyRepository {
  const query = <T extends object>(name: string, text: string, values: unknown[]) => rowsOf<T>(pool, name, text, values)
  let sweptAt = 0

  /** Forgets old answers, at most once an hour, in passing. */
  const sweep = async () => {
    if (Date.now() - sweptAt < 3_600_000) return
    sweptAt = Date.now()
    await query('sweep-keys', `delete from idempotency_keys where claimed_at < clock_timestamp() - interval '${keptFor}'`, [])
  }

  return {
    async claim(key, fingerprint) {
      await sweep()
      const [made] = await query<{ resource_id: string }>(
        'claim-key',
        `insert into idempotency_keys as k (key, fingerprint, resource_id, claimed_at) values ($1, $2, $3, clock_timestamp())
         on conflict (key) do update set claimed_at = clock_timestamp()
         where k.fingerprint = $2 and k.status is null and k.claimed_at < clock_timestamp() - interval '${abandonedAfter}'
         returning resource_id`,
        [key, fingerprint, uuidv7()]
      )
      if (made) return { state: 'new', resourceId: made.resource_id }
      const [held] = await query<KeyRow>(
        'key',
        'select fingerprint, resource_id, status, headers, body from idempotency_keys where key = $1',
        [key]
      )
      if (!held) return { state: 'busy' }
      if (held.fingerprint !== fingerprint) return { state: 'reused' }
      if (held.status === null) return { state: 'busy' }
      return { state: 'answered', answer: { status: held.status, headers: held.headers ?? {}, body: held.body ?? '' } }
    },

    async keep(key, { status, headers, body }) {
      await query('keep-answer', 'update idempotency_keys set status = $2, headers = $3::jsonb, body = $4 where key = $1', [
        key,
        status,
        JSON.stringify(headers),
        body
      ])
    },

    async release(key) {
      await query('release-key', 'delete from idempotency_keys where key = $1 and status is null', [key])
    }
  }
}
