import { Problem } from '../../domain/problems.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Keyring } from './keyring.ts'

/** Revokes a key: at once in this process, within a second or so in the others. @throws Problem `key-not-found` */
export async function revokeKey({ keys }: Pick<Storage, 'keys'>, id: string, keyring?: Keyring): Promise<void> {
  const revoked = await keys.revoke(id)
  keyring?.changed(id)
  if (!revoked) throw new Problem('key-not-found', `There is no key ${id}.`)
}
