import { unzipSync } from 'fflate'
import { invalid, Problem } from '../../../domain/problems.ts'
import { unpackedMaxOf } from '../unpacked-max.ts'

/** Deflate makes nothing smaller than by this. @see https://zlib.net/zlib_tech.html */
const deflateRatioMax = 1032

export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The files in a zip archive, in the order of their names.
 * @param grow told of memory before it is taken. Bytes.
 * @param most they may unpack to, all together. Bytes.
 * @throws Problem `invalid-request`
 */
export function zipEntries(bytes: Buffer, grow: (bytes: number) => void = () => {}, most = unpackedMaxOf(bytes.length)): ZipEntry[] {
  let unpacked = 0
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) return false
        if (originalSize > deflateRatioMax * Math.min(size, bytes.length) + 1024)
          throw new RangeError(`${name} says that it is larger than it can be`)
        unpacked += originalSize
        if (unpacked > most) throw new RangeError(`it holds more than ${most} bytes`)
        grow(originalSize)
        return true
      }
    })
    return Object.entries(entries)
      .map(([name, data]) => ({ name, bytes: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw invalid('', `The zip archive cannot be read: ${(error as Error).message}.`)
  }
}
