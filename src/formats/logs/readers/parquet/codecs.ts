import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { unzstdWhole } from '../../binary/unzstd.ts'

const unpacking: Compressors = {
  ...compressors,
  GZIP: (input, length) => exactly(gunzipSync(input, { maxOutputLength: length }), length),
  BROTLI: (input, length) => exactly(brotliDecompressSync(input, { maxOutputLength: length }), length),
  ZSTD: (input, length) => {
    const claimed = zstandardLength(input)
    if (claimed !== null && claimed !== length) throw new RangeError(`a page of ${length} bytes is packed as one of ${claimed}`)
    return unzstdWhole(input, length)
  }
}

/**
 * Unpacks a page into so many bytes as it claims: no more are written, whatever the packed bytes hold. An empty one is not unpacked: that
 * of LZ4 is no stream to the library.
 */
export const codecs: Compressors = Object.fromEntries(
  Object.entries(unpacking).map(([name, unpack]) => [
    name,
    (input: Uint8Array, length: number) => (length === 0 ? new Uint8Array(0) : unpack(input, length))
  ])
)

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`a page of ${length} bytes unpacks to ${bytes.length}`)
  return bytes
}

/** How long a frame says that it is, unpacked; null where it does not say. @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1.1 */
function zstandardLength(input: Uint8Array): number | null {
  const frame = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const flags = frame[4] ?? 0
  const isSingle = (flags & 0x20) !== 0
  const at = (isSingle ? 5 : 6) + [0, 1, 2, 4][flags & 3]!
  const size = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!
  if (size === 0 || at + size > frame.length) return null
  if (size === 8) return Number(frame.readBigUInt64LE(at))
  return frame.readUIntLE(at, size) + (size === 2 ? 256 : 0)
}
