import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { Decompress } from 'fzstd'
import { invalid, Problem } from '../../domain/problems.ts'
import { wholeBytes } from './binary/whole-bytes.ts'
import { isZip, zipEntries } from './binary/zip-entries.ts'
import type { LogSource } from './recorder.ts'

/**
 * The same log without compression, told by its first bytes: gzip, Zstandard, or the only file of a zip archive. A file that was cut off
 * gives what it holds.
 * @throws Problem `invalid-request` for an archive of several files
 */
export async function decompressed(source: LogSource): Promise<LogSource> {
  const head = await firstBytes(source)
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) {
    return { ...source, name: source.name.replace(/\.gz$/i, ''), bytes: () => bounded(gunzipped(source), source) }
  }
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)
    return { ...source, name: source.name.replace(/\.zst$/i, ''), bytes: () => bounded(unzstd(source), source) }
  if (!isZip(head) || /\.npz$/i.test(source.name)) return source
  const entries = zipEntries(await wholeBytes(source), source.grow)
  const [only] = entries
  if (only === undefined || entries.length > 1) {
    throw invalid(
      '',
      `The archive holds ${entries.length} files: ${entries
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', ')}.`,
      'Unpack it, and name one.'
    )
  }
  return await decompressed({
    ...source,
    name: only.name.slice(only.name.lastIndexOf('/') + 1),
    async *bytes() {
      yield only.bytes
    }
  })
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, { unpackedMax = Number.POSITIVE_INFINITY }: LogSource) {
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > unpackedMax) {
      throw new Problem('body-too-large', `Unpacked, the file has more than ${unpackedMax} bytes.`)
    }
    yield chunk
  }
}

async function* gunzipped(source: LogSource): AsyncGenerator<Uint8Array> {
  const unpacking = Readable.from(source.bytes()).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))
  try {
    yield* unpacking
  } catch (error) {
    if (error instanceof Problem) throw error
    throw invalid('', `The gzip file is broken: ${(error as Error).message}.`)
  }
}

async function* unzstd(source: LogSource): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const unpacking = new Decompress((chunk) => ready.push(chunk))
  try {
    for await (const chunk of source.bytes()) {
      unpacking.push(chunk)
      yield* ready
      ready = []
    }
  } catch (error) {
    throw invalid('', `The Zstandard file is broken: ${(error as Error).message}.`)
  }
}

async function firstBytes(source: LogSource): Promise<Uint8Array> {
  const bytes: number[] = []
  for await (const chunk of source.bytes()) {
    bytes.push(...chunk.subarray(0, 4 - bytes.length))
    if (bytes.length >= 4) break
  }
  return Uint8Array.from(bytes)
}
