import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { Problem } from '../domain/problems.ts'
import type { Connections } from './connection.ts'
import { type KeyLeases, leaseSeconds } from './key-leases.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

/** An answer that was given, kept to be given again. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** A key that a request holds, while it is under way. */
export interface HeldKey {
  /** What the request makes has this id, in every attempt. */
  readonly resourceId: string
  /** Keeps the answer as part of the caller's transaction. @throws Problem `idempotency-key-in-use` where another attempt holds the key */
  keepIn(client: PoolClient, answer: KeptAnswer): Promise<void>
  /** Keeps the answer by itself, also in the place of an earlier one: nothing is stored with it. */
  keep(answer: KeptAnswer): Promise<void>
  /** The attempt has ended. Without an answer the key is free again: known only when no transaction holds its row any more. */
  letGo(): Promise<void>
}

/**
 * What became of a key that a request came with: it is new (and now held by this request), was answered before, belongs to another request,
 * or another attempt is still under way.
 */
export type Claim = { state: 'new'; held: HeldKey } | { state: 'answered'; answer: KeptAnswer } | { state: 'reused' } | { state: 'busy' }

export interface IdempotencyRepository {
  /** Waits for a transaction that is about to keep an answer. @param fingerprint digest of method, path, query and body */
  claim(key: string, fingerprint: string): Promise<Claim>
}

/** How long an answer is kept: longer than any client retries. */
const keptFor = '7 days'

interface KeyRow {
  fingerprint: string
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

const lease = `clock_timestamp() + interval '${leaseSeconds} seconds'`
const mine = 'project = $1 and key = $2 and resource_id = $3 and attempt = $4'
const setAnswer = 'update idempotency_keys set status = $5, headers = $6::jsonb, body = $7'

export function idempotencyRepository(
  { project, pool }: ProjectDatabase,
  sweep: () => Promise<void>,
  leases: KeyLeases
): IdempotencyRepository {
  // Each does the same twice as once.
  const query = <T extends object>(name: string, text: string, values: unknown[]) => rowsOf<T>(pool, name, text, [project, ...values], true)

  const hold = (key: string, resourceId: string, attempt: number): HeldKey => {
    const endLease = leases.hold({ project, key, resourceId, attempt })
    const place = [key, resourceId, attempt]
    const written = ({ status, headers, body }: KeptAnswer) => [status, JSON.stringify(headers), body]
    return {
      resourceId,
      async keepIn(client, answer) {
        const text = `${setAnswer} where ${mine} and status is null`
        const { rowCount } = await client.query({ name: 'keep-answer', text, values: [project, ...place, ...written(answer)] })
        if (rowCount !== 1) {
          throw new Problem('idempotency-key-in-use', 'Another attempt of this request has taken over.', { retryAfterSeconds: 1 })
        }
      },
      async keep(answer) {
        await query('replace-answer', `${setAnswer} where ${mine}`, [...place, ...written(answer)])
      },
      async letGo() {
        endLease()
        await query('free-key', `delete from idempotency_keys where ${mine} and status is null`, place)
      }
    }
  }

  return {
    async claim(key, fingerprint) {
      await sweep()
      const [made] = await query<{ resource_id: string; attempt: number }>(
        'claim-key',
        `insert into idempotency_keys as k (project, key, fingerprint, resource_id, claimed_at, lease_until)
           values ($1, $2, $3, $4, clock_timestamp(), ${lease})
         on conflict (project, key) do update set claimed_at = clock_timestamp(), lease_until = ${lease}, attempt = k.attempt + 1
         where k.fingerprint = $3 and k.status is null
           and (k.resource_id = $4 or k.lease_until is null or k.lease_until < clock_timestamp())
         returning resource_id, attempt`,
        [key, fingerprint, uuidv7()]
      )
      if (made) return { state: 'new', held: hold(key, made.resource_id, made.attempt) }
      const [found] = await query<KeyRow>(
        'key',
        'select fingerprint, status, headers, body from idempotency_keys where project = $1 and key = $2',
        [key]
      )
      if (!found) return { state: 'busy' }
      if (found.fingerprint !== fingerprint) return { state: 'reused' }
      if (found.status === null) return { state: 'busy' }
      return { state: 'answered', answer: { status: found.status, headers: found.headers ?? {}, body: found.body ?? '' } }
    }
  }
}
