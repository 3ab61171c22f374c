import { unzipSync } from 'fflate'
import { invalid, Problem } from '../../../domain/problems.ts'

/** Unpacked, all entries together: a small file must not fill the memory. Bytes. */
const unpackedBytesMax = 2 ** 31

export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The files in a zip archive, in the order of their names.
 * @param grow told of memory before it is taken. Bytes.
 * @throws Problem `invalid-request`
 */
export function zipEntries(bytes: Buffer, grow: (bytes: number) => void = () => {}): ZipEntry[] {
  let unpacked = 0
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) return false
        unpacked += originalSize
        if (unpacked > unpackedBytesMax) throw new RangeError(`it holds more than ${unpackedBytesMax} bytes`)
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
