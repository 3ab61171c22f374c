import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { extract } from 'tar-stream'
import { backUpDatabase } from '../../src/storage/back-up-database.ts'
import { restoreDatabase } from '../../src/storage/restore-database.ts'

const quiet = { note: () => {}, progress: () => {}, signal: new AbortController().signal }

/** A bundle of the database of a URL. */
export async function bundleOf(databaseUrl: string): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), backUpDatabase({ databaseUrl, dataDir: '' }, out, { ...quiet, taper: '0.0.0-test' })])
  return bytes
}

export const restoreInto = (databaseUrl: string, bundle: Buffer) =>
  restoreDatabase({ databaseUrl, dataDir: '' }, Readable.from(pieces(bundle)), quiet)

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** The files of a bundle, by name, in their order. */
export async function filesOf(bundle: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for await (const entry of Readable.from(pieces(bundle)).pipe(extract())) files.set(entry.header.name, await buffer(entry))
  return files
}
