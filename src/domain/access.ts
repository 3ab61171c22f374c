/** What a key may do; each scope includes those before it. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Whether a scope is enough for what needs another. */
export const allows = (held: Scope, needed: Scope): boolean => scopes.indexOf(held) >= scopes.indexOf(needed)

/** An API key without its secret. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly project: string
  readonly scope: Scope
  readonly createdAt: Date
  /** Null: it never expires. */
  readonly expiresAt: Date | null
  /** Exact to a minute; null: never used. */
  readonly lastUsedAt: Date | null
}

/** Who sends a request, and what they may do. */
export interface Access {
  readonly project: string
  readonly scope: Scope
  /** Null where no key is used. */
  readonly key: Pick<ApiKey, 'id' | 'name' | 'expiresAt'> | null
}

/** A request that changed something. */
export interface AuditRecord {
  readonly project: string
  readonly id: string
  readonly at: Date
  /** Null where no key was used. */
  readonly keyId: string | null
  /** The name that the key had then. */
  readonly keyName: string | null
  /** The operationId of the call. */
  readonly action: string
  /** The id of what was changed or made. */
  readonly object: string | null
  readonly status: number
  readonly requestId: string
  /** How many requests it stands for: appends of one key to one run within a minute are one record, with the id of the first. */
  readonly requests: number
}
