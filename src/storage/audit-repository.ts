import type { AuditRecord } from '../domain/access.ts'
import type { Connections } from './connection.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import { rowsOf } from './prepared-statement.ts'

/** What narrows a list of records: each must be equal, where given. */
export interface AuditFilter {
  keyId?: string
  action?: string
  object?: string
}

/** Who changed what. Records are added and dropped, never changed. */
export interface AuditRepository {
  add(records: readonly AuditRecord[]): Promise<void>
  list(project: string, filter: AuditFilter, page: PageRequest): Promise<Page<AuditRecord>>
  /** Drops records that are older than so many days. */
  dropOlderThan(days: number): Promise<void>
}

/** Rows that one statement drops, so that none is long. */
const dropMax = 10_000

export function auditRepository(pool: Connections): AuditRepository {
  return {
    async add(records) {
      const column = <Name extends keyof AuditRecord>(name: Name) => records.map((record) => record[name])
      await rowsOf(
        pool,
        'add-audit-records',
        `insert into audit_records (project, id, at, key_id, key_name, action, object, status, request_id, requests)
         select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::int[])
         on conflict (project, id) do nothing`,
        [
          column('project'),
          column('id'),
          column('at'),
          column('keyId'),
          column('keyName'),
          column('action'),
          column('object'),
          column('status'),
          column('requestId'),
          column('requests')
        ]
      )
    },

    async list(project, { keyId, action, object }, { limit, after }) {
      const rows = await rowsOf<AuditRecord>(
        pool,
        'list-audit-records',
        `select project, id, at, key_id as "keyId", key_name as "keyName", action, object, status, request_id as "requestId", requests,
           (extract(epoch from at) * 1000000)::bigint::text as position
         from audit_records where project = $1
         and ($3::text is null or (at, id) < (to_timestamp(0) + $3::bigint * interval '1 microsecond', $4::text))
         and ($5::text is null or key_id = $5) and ($6::text is null or action = $6) and ($7::text is null or object = $7)
         order by at desc, id desc limit $2`,
        [project, limit + 1, after?.at ?? null, after?.id ?? null, keyId ?? null, action ?? null, object ?? null]
      )
      const placed = (rows as unknown as (AuditRecord & { position: string })[]).map(({ position, ...record }) => ({
        at: position,
        id: record.id,
        record
      }))
      return pageOf(placed, limit, ({ record }) => record)
    },

    async dropOlderThan(days) {
      const text = `delete from audit_records where (project, id) in
        (select project, id from audit_records where at < clock_timestamp() - $1 * interval '1 day' limit ${dropMax}) returning id`
      while ((await rowsOf(pool, 'drop-audit-records', text, [days])).length === dropMax);
    }
  }
}
