import { crc32 } from 'node:zlib'

const blockBytes = 32_768
const fileHeader = Buffer.from([0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00])
const recordHeaderBytes = 7
const [full, first, middle, last] = [1, 2, 3, 4]

/** ":W&B", a magic number and a version. */
export const beginsWithHeader = (bytes: Uint8Array): boolean => bytes.length >= 7 && fileHeader.equals(bytes.subarray(0, 7))

/**
 * Hands on the records of a file of blocks, as LevelDB's log has them: u32 checksum, u16 length, u8 type, data; a record that does not fit
 * into a block goes on in the next. The checksum is the plain CRC-32 of type and data, and not LevelDB's.
 * @see https://github.com/google/leveldb/blob/main/doc/log_format.md
 * @see https://github.com/wandb/wandb/blob/main/wandb/sdk/internal/datastore.py
 * @returns whether the file ends within a record, and how many were broken
 */
export function eachRecord(bytes: Buffer, take: (record: Buffer) => void): { isCut: boolean; broken: number } {
  let at = fileHeader.length
  let parts: Buffer[] = []
  let broken = 0
  while (at < bytes.length) {
    const left = blockBytes - (at % blockBytes)
    if (left < recordHeaderBytes) {
      at += left
      continue
    }
    if (at + recordHeaderBytes > bytes.length) return { isCut: true, broken }
    const length = bytes.readUInt16LE(at + 4)
    const type = bytes[at + 6]!
    // A block is filled up with zeros, and a file that was cut may be, too.
    if (type === 0 && length === 0) {
      at += left
      parts = []
      continue
    }
    const start = at + recordHeaderBytes
    if (start + length > bytes.length) return { isCut: true, broken }
    const isWhole = length <= left - recordHeaderBytes && bytes.readUInt32LE(at) === crc32(bytes.subarray(at + 6, start + length))
    at = isWhole ? start + length : at + left
    if (!isWhole) {
      broken++
      parts = []
      continue
    }
    const data = bytes.subarray(start, start + length)
    if (type === full) take(data)
    else if (type === first) parts = [data]
    else if (type === middle && parts.length > 0) parts.push(data)
    else if (type === last && parts.length > 0) {
      take(Buffer.concat([...parts, data]))
      parts = []
    }
  }
  return { isCut: parts.length > 0, broken }
}
