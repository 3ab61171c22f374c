/**
 * The bytes of two buffers behind one another. Where they stand so in memory already, as slices of one piece of a file do, nothing is copied.
 */
export function joinedBytes(before: Buffer, after: Buffer): Buffer {
  if (before.length === 0) return after
  if (before.buffer === after.buffer && before.byteOffset + before.length === after.byteOffset) {
    return Buffer.from(before.buffer, before.byteOffset, before.length + after.length)
  }
  return Buffer.concat([before, after])
}
