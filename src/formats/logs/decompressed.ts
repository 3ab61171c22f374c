import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { invalid, Problem } from '../../domain/problems.ts'
import { unzstd } from './binary/unzstd.ts'
import { wholeBytes } from './binary/whole-bytes.ts'
import { isZip, zipEntries } from './binary/zip-entries.ts'
import { programOfArchive } from './foreign-formats.ts'
import type { LogSource } from './recorder.ts'
import { ratioMax, unpackedMaxOf } from './unpacked-max.ts'

/** Archives within archives. */
const depthMax = 3

/**
 * The same log without compression, told by its first bytes: gzip, Zstandard, or the only file of a zip archive. A file that was cut off
 * gives what it holds.
 * @throws Problem `invalid-request` for an archive of several files, `body-too-large` for one that unpacks to far more than any log does
 */
export async function decompressed(source: LogSource, depth = 0): Promise<LogSource> {
  const head = await firstBytes(source)
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) {
    return { ...source, name: source.name.replace(/\.gz$/i, ''), bytes: () => bounded(source, gunzipped) }
  }
  const isZstandard = b === 0xb5 && a === 0x28 && c === 0x2f && d === 0xfd
  // A frame that decoders skip, as parallel packers write it first.
  const isSkippable = (a ?? 0) >> 4 === 5 && b === 0x2a && c === 0x4d && d === 0x18
  if (isZstandard || isSkippable) {
    return { ...source, name: source.name.replace(/\.zst$/i, ''), bytes: () => bounded(source, (packed) => unzstd(packed.bytes())) }
  }
  if (!isZip(head) || /\.npz$/i.test(source.name)) return source
  if (depth === depthMax) throw invalid('', `The archive holds an archive, and that another, more than ${depthMax} deep.`, 'Unpack it.')
  const whole = await wholeBytes(source)
  // What is packed within counts from here: archives within one another would multiply what each may unpack to.
  const unpackedMax = Math.min(source.unpackedMax ?? Number.POSITIVE_INFINITY, unpackedMaxOf(whole.length))
  const entries = zipEntries(whole, source.grow, unpackedMax)
  const [only] = entries
  if (only === undefined || entries.length > 1) {
    const names = entries.map(({ name }) => name)
    const program = programOfArchive(names)
    if (program !== undefined) throw invalid('', `It is ${program.title}, which is not read.`, program.fix)
    throw invalid('', `The archive holds ${entries.length} files: ${names.slice(0, 5).join(', ')}.`, 'Unpack it, and name one.')
  }
  const inner: LogSource = {
    ...source,
    unpackedMax,
    name: only.name.slice(only.name.lastIndexOf('/') + 1),
    async *bytes() {
      yield only.bytes
    }
  }
  return await decompressed(inner, depth + 1)
}

/** Unpacks a file, until it is too long for what it was packed to. */
async function* bounded(source: LogSource, unpack: (source: LogSource) => AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { unpackedMax = Number.POSITIVE_INFINITY } = source
  let packed = 0
  let length = 0
  const counted: LogSource = {
    ...source,
    async *bytes() {
      for await (const chunk of source.bytes()) {
        packed += chunk.length
        yield chunk
      }
    }
  }
  for await (const chunk of unpack(counted)) {
    length += chunk.length
    if (length > unpackedMax) throw new Problem('body-too-large', `Unpacked, the file has more than ${unpackedMax} bytes.`)
    if (length > unpackedMaxOf(packed)) {
      throw new Problem(
        'body-too-large',
        `The file unpacks to more than ${ratioMax} times its size: after ${packed} packed bytes there are ${length}. No log does. Send it unpacked.`
      )
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

async function firstBytes(source: LogSource): Promise<Uint8Array> {
  const bytes: number[] = []
  for await (const chunk of source.bytes()) {
    bytes.push(...chunk.subarray(0, 4 - bytes.length))
    if (bytes.length >= 4) break
  }
  return Uint8Array.from(bytes)
}
