import { v7 as uuidv7 } from 'uuid'
import type { ApiKey } from '../../domain/access.ts'
import { invalid } from '../../domain/problems.ts'
import { defaultProject, isProject, projectRule } from '../../domain/project.ts'
import type { Storage } from '../../storage/storage.ts'
import { createKey, type KeyFields, type MadeKey } from './create-key.ts'
import { listKeys } from './list-keys.ts'
import { revokeKey } from './revoke-key.ts'

/** What the records of changes say in place of the id of a request. */
export const databaseRequestId = 'taper-keys-database'

const [nameMax, pageMax] = [255, 500]

/** Makes a key, as a request would, and records it. @throws Problem `invalid-request` */
export async function createKeyInDatabase(stored: Pick<Storage, 'keys' | 'audit'>, fields: KeyFields): Promise<MadeKey> {
  if (fields.name === '' || fields.name.length > nameMax || fields.name.includes('\0')) {
    throw invalid('/name', `must have 1 to ${nameMax} characters.`)
  }
  if (!isProject(fields.project)) throw invalid('/project', projectRule)
  const made = await createKey(stored, fields)
  await record(stored, 'createKey', made.id, 201)
  return made
}

/** Keys of all projects that were not revoked, newest first. */
export async function listKeysOfDatabase(stored: Pick<Storage, 'keys'>): Promise<ApiKey[]> {
  const keys: ApiKey[] = []
  for (let page = await listKeys(stored, { limit: pageMax }); ; page = await listKeys(stored, { limit: pageMax, after: page.next })) {
    keys.push(...page.items)
    if (page.next === null) return keys
  }
}

/** Revokes a key, and records it. @throws Problem `key-not-found` */
export async function revokeKeyInDatabase(stored: Pick<Storage, 'keys' | 'audit'>, id: string): Promise<void> {
  await revokeKey(stored, id)
  await record(stored, 'revokeKey', id, 204)
}

const record = ({ audit }: Pick<Storage, 'audit'>, action: string, object: string, status: number): Promise<void> =>
  audit.add([
    {
      project: defaultProject,
      id: uuidv7(),
      at: new Date(),
      keyId: null,
      keyName: null,
      action,
      object,
      status,
      requestId: databaseRequestId,
      requests: 1
    }
  ])
