import { createHash } from 'node:crypto'
import { bytesOfFloat64 } from '../../domain/float64-bytes.ts'
import { timeInTurn } from '../../domain/loop-turn.ts'

/** Numbers hashed at a time, of 4 MiB: about 5 ms, after which others have their turn. */
const hashedAtOnce = 2 ** 19

/** A digest of numbers by their bits. */
export async function digestOfValues(values: Float64Array): Promise<string> {
  const hash = createHash('sha256')
  for (let start = 0; start < values.length; start += hashedAtOnce) {
    await timeInTurn()
    hash.update(bytesOfFloat64(values.subarray(start, start + hashedAtOnce)))
  }
  return hash.digest('base64url').slice(0, 22)
}
