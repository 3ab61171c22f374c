import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Bytes hashed at a time: about 5 ms, after which others have their turn. */
const hashedBytes = 2 ** 22

/** A digest of numbers by their bits. */
export async function digestOfValues(values: Float64Array): Promise<string> {
  const hash = createHash('sha256')
  for (let start = 0; start < values.byteLength; start += hashedBytes) {
    const length = Math.min(hashedBytes, values.byteLength - start)
    hash.update(new Uint8Array(values.buffer, values.byteOffset + start, length))
    await nextTurn()
  }
  return hash.digest('base64url').slice(0, 22)
}
