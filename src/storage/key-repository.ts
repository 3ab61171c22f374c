import type { ApiKey } from '../domain/access.ts'
import type { Connections } from './connection.ts'
import type { Once } from './once.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import { rowsOf } from './prepared-statement.ts'
import { transaction } from './transaction.ts'

/** A key as it is stored: with the digest of its text. */
export interface StoredKey extends ApiKey {
  /** SHA-256 of the whole key. */
  readonly hash: Uint8Array
}

export type NewKey = Pick<StoredKey, 'id' | 'name' | 'project' | 'scope' | 'expiresAt' | 'hash'>

/** Whether there are keys that were not revoked: any; one of scope `admin`. */
export interface ExistingKeys {
  readonly any: boolean
  readonly admin: boolean
}

/** Keys of all projects. A key that was revoked is kept, and found by nothing here. */
export interface KeyRepository {
  /** @param once keeps the answer with the key */
  add(key: NewKey, once?: Once<ApiKey>): Promise<ApiKey>
  /** Adds the first key of scope `admin`; false where there is one that has not expired. Of several at once one adds it. */
  addFirstAdmin(key: NewKey): Promise<boolean>
  /** Takes a key that the environment gives, and revokes the one it gave before. False: this key was revoked. */
  takeGiven(key: NewKey): Promise<boolean>
  /** By id, as many as there are. */
  find(ids: readonly string[]): Promise<Map<string, StoredKey>>
  list(page: PageRequest): Promise<Page<ApiKey>>
  existing(): Promise<ExistingKeys>
  /** False: there is no such key. */
  revoke(id: string): Promise<boolean>
  /** Notes that keys were used, at most once a minute each. */
  noteUse(ids: readonly string[], at: Date): Promise<void>
}

const columns = `id, project, name, scope, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`

/** Any number that is the same in every replica: the advisory lock under which one of them makes the first key. */
const firstKeyLock = 0x7a9e5

const adding = `insert into api_keys (id, project, name, scope, hash, expires_at, given, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`
const valuesOf = ({ id, project, name, scope, hash, expiresAt }: NewKey, given = false) => [
  id,
  project,
  name,
  scope,
  Buffer.from(hash),
  expiresAt,
  given
]

export function keyRepository(pool: Connections): KeyRepository {
  return {
    add: (key, once) =>
      transaction(pool, async (client) => {
        const { rows } = await client.query<ApiKey>(`${adding} returning ${columns}`, valuesOf(key))
        await once?.(client, rows[0] as ApiKey)
        return rows[0] as ApiKey
      }),

    addFirstAdmin: (key) =>
      transaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock($1)', [firstKeyLock])
        const { rowCount } = await client.query(
          `select 1 from api_keys where scope = 'admin' and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`
        )
        if ((rowCount ?? 0) > 0) return false
        await client.query(adding, valuesOf(key))
        return true
      }),

    takeGiven: (key) =>
      transaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock($1)', [firstKeyLock])
        const { rows } = await client.query<{ isRevoked: boolean }>(
          `select revoked_at is not null as "isRevoked" from api_keys where id = $1 and hash = $2`,
          [key.id, Buffer.from(key.hash)]
        )
        if (rows[0]?.isRevoked) return false
        await client.query('update api_keys set revoked_at = clock_timestamp() where given and revoked_at is null and id <> $1', [key.id])
        if (rows.length === 0) await client.query(adding, valuesOf(key, true))
        return true
      }),

    async find(ids) {
      const text = `select ${columns}, hash from api_keys where id = any($1) and revoked_at is null`
      return new Map((await rowsOf<StoredKey>(pool, 'find-api-keys', text, [ids])).map((row) => [row.id, row]))
    },

    async list({ limit, after }) {
      const at = `(extract(epoch from created_at) * 1000000)::bigint::text as at`
      const rows = await rowsOf<ApiKey & { at: string }>(
        pool,
        'list-api-keys',
        `select ${columns}, ${at} from api_keys where revoked_at is null
         and ($2::text is null or (created_at, id) < (to_timestamp(0) + $2::bigint * interval '1 microsecond', $3::text))
         order by created_at desc, id desc limit $1`,
        [limit + 1, after?.at ?? null, after?.id ?? null]
      )
      return pageOf(rows, limit, ({ at: _, ...key }) => key)
    },

    async existing() {
      const text = `select count(*) > 0 as any, count(*) filter (where scope = 'admin') > 0 as admin from api_keys where revoked_at is null`
      const [row] = await rowsOf<ExistingKeys>(pool, 'existing-api-keys', text, [])
      return row as ExistingKeys
    },

    async revoke(id) {
      const text = 'update api_keys set revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning id'
      return (await rowsOf(pool, 'revoke-api-key', text, [id])).length === 1
    },

    async noteUse(ids, at) {
      await rowsOf(
        pool,
        'note-api-keys',
        `update api_keys set last_used_at = $2 where id = any($1) and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
        [ids, at]
      )
    }
  }
}
