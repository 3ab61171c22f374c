import { defaultProject } from '../../domain/project.ts'
import type { Storage } from '../../storage/storage.ts'
import { hashOf, makeKeyText, readKeyText } from './key-text.ts'

/** What a start does about keys. */
export interface StartOptions {
  /** `TAPER_ADMIN_KEY`, where it is set. */
  readonly givenKey: string | undefined
  /** Whether the service is open to others and needs keys. */
  readonly needsKeys: boolean
}

/** What a start did: it made a key, which is shown this once; it found that the given one was revoked; or nothing that anybody must hear of. */
export type StartOutcome = { readonly made: string } | 'given-key-revoked' | 'nothing'

/**
 * Sees to it that somebody can administer the service: takes the given key, else makes one of scope `admin` where there is none that
 * works. Of several replicas that start at once, one makes it.
 * @throws Error where the given key is none
 */
export async function ensureAdminKey({ keys }: Pick<Storage, 'keys'>, { givenKey, needsKeys }: StartOptions): Promise<StartOutcome> {
  if (givenKey !== undefined) {
    const read = readKeyText(givenKey)
    if (typeof read === 'string') {
      throw new Error(`TAPER_ADMIN_KEY is ${read === 'mistyped' ? 'mistyped' : 'no key'}: make one with \`npx taper keys generate\`.`)
    }
    const key = {
      id: read.id,
      name: 'TAPER_ADMIN_KEY',
      project: defaultProject,
      scope: 'admin',
      expiresAt: null,
      hash: hashOf(givenKey)
    } as const
    return (await keys.takeGiven(key)) ? 'nothing' : 'given-key-revoked'
  }
  if (!needsKeys) return 'nothing'
  const { id, text } = makeKeyText()
  const key = { id, name: 'first admin key', project: defaultProject, scope: 'admin', expiresAt: null, hash: hashOf(text) } as const
  return (await keys.addFirstAdmin(key)) ? { made: text } : 'nothing'
}
