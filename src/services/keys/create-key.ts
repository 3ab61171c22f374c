import type { ApiKey, Scope } from '../../domain/access.ts'
import { invalid } from '../../domain/problems.ts'
import type { Once } from '../../storage/once.ts'
import type { Storage } from '../../storage/storage.ts'
import { hashOf, makeKeyText } from './key-text.ts'
import type { Keyring } from './keyring.ts'

export interface KeyFields {
  readonly name: string
  readonly project: string
  readonly scope: Scope
  /** RFC 3339; without it the key never expires. */
  readonly expiresAt?: string | null
}

/** A key that was just made, with the text that is shown this once. */
export interface MadeKey extends ApiKey {
  readonly key: string
}

/**
 * Makes a key and stores its digest.
 * @throws Problem `invalid-request` where it would have expired already
 */
export async function createKey(
  { keys }: Pick<Storage, 'keys'>,
  fields: KeyFields,
  { keyring, once }: { keyring?: Keyring; once?: Once<MadeKey> } = {}
): Promise<MadeKey> {
  const expiresAt = expiryOf(fields.expiresAt ?? null)
  const { id, text } = makeKeyText()
  const key = { id, name: fields.name, project: fields.project, scope: fields.scope, expiresAt, hash: hashOf(text) }
  const made = await keys.add(key, once && ((client, stored) => once(client, { ...stored, key: text })))
  keyring?.changed(id)
  return { ...made, key: text }
}

function expiryOf(text: string | null): Date | null {
  if (text === null) return null
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text)) {
    throw invalid('/expiresAt', 'is not a time.', 'Send RFC 3339, e.g. 2027-01-31T00:00:00Z.')
  }
  if (at.getTime() <= Date.now()) throw invalid('/expiresAt', 'is over already.', 'Send a time to come, or leave it out.')
  return at
}
