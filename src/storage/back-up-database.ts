import type { Writable } from 'node:stream'
import type { BundleManifest } from './bundle/format.ts'
import { type BundleProgress, writeBundle } from './bundle/write-bundle.ts'
import { connectAlone, cutConnection } from './connect-alone.ts'
import { missingMigrations } from './migrations.ts'
import { type Place, reachDatabase } from './reach-database.ts'
import type { Note } from './storage.ts'

/**
 * Writes everything that is stored, as of one moment, into a stream: while a service runs, or without one.
 * @param taper the version that writes
 * @param signal ends it early
 * @throws NoDatabase; Error where the database is not up to date, or what is written is not taken
 */
export async function backUpDatabase(
  place: Place,
  out: Writable,
  { taper, note, progress, signal }: { taper: string; note: Note; progress: BundleProgress; signal: AbortSignal }
): Promise<BundleManifest> {
  const reached = await reachDatabase(place, note)
  try {
    const client = await connectAlone(reached.connection, 'taper backup')
    const stop = () => out.destroy(new Error('interrupted'))
    // Before anything is written, too.
    out.on('error', () => {})
    signal.addEventListener('abort', stop)
    try {
      const missing = await missingMigrations(client)
      if (missing.length > 0) throw new Error(`The database lacks the migrations ${missing.join(', ')}. Run \`taper migrate\` first.`)
      return await writeBundle(client, out, taper, progress)
    } finally {
      signal.removeEventListener('abort', stop)
      // Also in the middle of a copy that nobody reads any more, for which `end` would wait.
      cutConnection(client)
    }
  } finally {
    await reached.close()
  }
}
