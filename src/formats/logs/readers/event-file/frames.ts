import { maskedCrc32c } from '../../binary/crc32c.ts'
import { joinedBytes } from '../../binary/joined-bytes.ts'

const headerBytes = 12
const footerBytes = 4
/** A frame larger than this holds no scalars: a graph, a picture. It is passed over and not kept in memory. */
const frameBytesMax = 2 ** 20

/** Whether bytes begin with a frame of TFRecord: a length whose checksum is right. */
export function beginsWithFrame(bytes: Uint8Array): boolean {
  if (bytes.length < headerBytes) return false
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.readUInt32LE(8) === maskedCrc32c(view, 0, 8)
}

/** How the frames of a file end. */
export interface FramesEnd {
  readonly frames: number
  /** The file ends within a frame, as that of a training that still runs or was killed. */
  readonly isCut: boolean
  /** Where a checksum is wrong; nothing after it is read. */
  readonly broken: { readonly frame: number } | null
}

/** Takes frames right from their bytes, as long as they are of its kind. */
export interface PlainFrames {
  /** How many it took the last time. */
  readonly taken: number
  /** @returns where the first frame begins that was not taken */
  take(bytes: Buffer, start: number, frame: number): number
}

/**
 * Hands on the data of each frame of TFRecord: u64 length, its masked CRC-32C, data, its masked CRC-32C, all little-endian.
 * @param take gets the bytes and where the data begins and ends in them
 * @param plain asked first
 */
export async function eachFrame(
  chunks: AsyncIterable<Uint8Array>,
  take: (bytes: Buffer, start: number, end: number, frame: number) => void,
  plain: PlainFrames
): Promise<FramesEnd> {
  let rest: Buffer = Buffer.alloc(0)
  let toSkip = 0
  let frames = 0
  for await (const chunk of chunks) {
    let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (toSkip > 0) {
      const skipped = Math.min(toSkip, bytes.length)
      toSkip -= skipped
      bytes = bytes.subarray(skipped)
    }
    if (bytes.length === 0) continue
    bytes = joinedBytes(rest, bytes)
    let at = 0
    while (at + headerBytes <= bytes.length) {
      at = plain.take(bytes, at, frames + 1)
      frames += plain.taken
      if (at + headerBytes > bytes.length) break
      const length = uint32(bytes, at) + uint32(bytes, at + 4) * 2 ** 32
      if (uint32(bytes, at + 8) !== maskedCrc32c(bytes, at, at + 8)) return { frames, isCut: false, broken: { frame: frames + 1 } }
      const start = at + headerBytes
      const next = start + length + footerBytes
      if (length > frameBytesMax) {
        frames++
        toSkip = Math.max(0, next - bytes.length)
        at = Math.min(next, bytes.length)
        continue
      }
      if (next > bytes.length) break
      if (uint32(bytes, start + length) !== maskedCrc32c(bytes, start, start + length)) {
        return { frames, isCut: false, broken: { frame: frames + 1 } }
      }
      take(bytes, start, start + length, ++frames)
      at = next
    }
    rest = bytes.subarray(at)
  }
  return { frames, isCut: rest.length > 0 || toSkip > 0, broken: null }
}

const uint32 = (bytes: Buffer, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
