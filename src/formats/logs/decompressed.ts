import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import type { LogSource } from './recorder.ts'

/** The same log without compression, told by its first bytes. A gzip file that was cut off gives what it holds. */
export async function decompressed(source: LogSource): Promise<LogSource> {
  const [first, second] = await firstBytes(source)
  if (first !== 0x1f || second !== 0x8b) return source
  return {
    name: source.name.replace(/\.gz$/i, ''),
    bytes: () => Readable.from(source.bytes()).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))
  }
}

async function firstBytes(source: LogSource): Promise<number[]> {
  const bytes: number[] = []
  for await (const chunk of source.bytes()) {
    bytes.push(...chunk.subarray(0, 2 - bytes.length))
    if (bytes.length >= 2) break
  }
  return bytes
}
