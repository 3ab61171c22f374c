import { timingSafeEqual } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ApiKey } from '../../domain/access.ts'
import type { ExistingKeys, KeyRepository, StoredKey } from '../../storage/key-repository.ts'
import { hashOf, idIn, keyTextLength, readKeyText } from './key-text.ts'
import { RecentReadings } from './recent-readings.ts'

/** Why a text is no key that works: it does not look like one; its checksum is wrong; nobody has it, or it was revoked; its time is over. */
export type KeyRefusal = 'malformed' | 'mistyped' | 'unknown' | 'expired'

/** The keys that requests come with. */
export interface Keyring {
  /** The key of a text, at once where it was looked up lately. @throws Problem `overloaded` where the database is away */
  find(text: string): ApiKey | KeyRefusal | Promise<ApiKey | KeyRefusal>
  /** Which keys there are. @throws Problem `overloaded` where the database is away and was never asked */
  existing(): ExistingKeys | Promise<ExistingKeys>
  /** A key was made or revoked here: it counts at once. */
  changed(id: string): void
  /** How often that happened: what was found before the last time may be different now. */
  readonly changes: number
  /** Writes down which keys were used. */
  close(): Promise<void>
}

/** What this process has seen of a key that works. */
interface Used {
  /** Its text: a key that comes again is compared with it, which takes a tenth of the time of a digest. */
  readonly text: Buffer
  notedAt: number
}

/**
 * A key that worked still does for so long while the database does not answer: nothing stored is seen meanwhile. That there were no keys
 * holds until it answers, so that a service which never had one goes on computing. Milliseconds.
 */
const keyAwayMs = 10_000
/** A use is written at most so often, and so long after it, with those of other keys. Milliseconds. */
const [noteEveryMs, noteAfterMs] = [60_000, 1000]

/** @param warn told where uses could not be written */
export function openKeyring(keys: KeyRepository, warn: (message: string, cause: unknown) => void): Keyring {
  const readings = new RecentReadings<StoredKey>((ids) => keys.find(ids), keyAwayMs)
  const existing = new RecentReadings<ExistingKeys>(async () => new Map([['', await keys.existing()]]), Number.POSITIVE_INFINITY)
  const used = new LRUCache<string, Used>({ max: 10_000 })
  const toNote = new Set<string>()
  let changes = 0
  /** The text of a request's key, where it needs no memory of its own. */
  const given = Buffer.alloc(keyTextLength)
  let timer: NodeJS.Timeout | undefined

  const note = async (): Promise<void> => {
    timer = undefined
    const ids = [...toNote]
    toNote.clear()
    if (ids.length === 0) return
    await keys.noteUse(ids, new Date()).catch((error) => warn('the last use of keys was not written', error))
  }

  function accepted(key: StoredKey, text: string): ApiKey | KeyRefusal {
    const now = Date.now()
    given.write(text, 'latin1')
    let seen = used.get(key.id)
    if (seen === undefined || !timingSafeEqual(given, seen.text)) {
      if (!timingSafeEqual(hashOf(text), key.hash)) return 'unknown'
      seen = { text: Buffer.from(given), notedAt: 0 }
      used.set(key.id, seen)
    }
    if (key.expiresAt !== null && key.expiresAt.getTime() <= now) return 'expired'
    if (now - seen.notedAt >= noteEveryMs) {
      seen.notedAt = now
      toNote.add(key.id)
      timer ??= setTimeout(note, noteAfterMs).unref()
    }
    return key
  }

  return {
    find(text) {
      if (text.length !== keyTextLength) return 'malformed'
      // A key that worked before is well-formed; all others are looked at closely.
      const id = idIn(text)
      if (!used.has(id)) {
        const read = readKeyText(text)
        if (typeof read === 'string') return read
      }
      const found = readings.get(id)
      if (found instanceof Promise) return found.then((key) => (key === null ? 'unknown' : accepted(key, text)))
      return found === null ? 'unknown' : accepted(found, text)
    },
    existing: () => existing.get('') as ExistingKeys | Promise<ExistingKeys>,
    get changes() {
      return changes
    },
    changed(id) {
      changes++
      used.delete(id)
      readings.forget(id)
      existing.forget('')
    },
    async close() {
      clearTimeout(timer)
      await note()
    }
  }
}
