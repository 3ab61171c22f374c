import { maintenance } from '../maintenance.ts'
import type { KeyFields } from '../services/keys/create-key.ts'
import { part, serviceAt } from './service.ts'
import { noteOnStandardError } from './watched.ts'

/** A key as the service shows it. */
export interface ShownKey {
  id: string
  name: string
  project: string
  scope: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
}

/** Where keys are made, listed and revoked. */
export interface KeyPlace {
  create(fields: KeyFields): Promise<ShownKey & { key: string }>
  /** Newest first. */
  list(): Promise<ShownKey[]>
  revoke(id: string): Promise<void>
}

export interface KeyPlaceFlags {
  url: string
  database?: true
}

/** The service, or its database. @throws UsageError for what is no URL, or where TAPER_API_KEY is no key */
export const keyPlaceOf = ({ url, database }: KeyPlaceFlags): KeyPlace => (database ? inDatabase : atService(url))

function atService(url: string): KeyPlace {
  const service = serviceAt(url)
  return {
    create: (fields) => service.send('POST', '/v1/keys', fields),
    list: () => service.list('/v1/keys', {}, Number.POSITIVE_INFINITY),
    revoke: (id) => service.delete(`/v1/keys/${part(id)}`)
  }
}

const inDatabase: KeyPlace = {
  create: async (fields) => asShown(await maintenance.createKey(process.env, fields, noteOnStandardError)),
  list: async () => asShown(await maintenance.listKeys(process.env, noteOnStandardError)),
  revoke: (id) => maintenance.revokeKey(process.env, id, noteOnStandardError)
}

/** With times as text, as the service writes them. */
const asShown = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T
