// Whole arrays in one assertion: `expect` for each of their numbers, and `toEqual` on them, take most of the time of such a test.

/** The bytes of an array. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Float64Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** Whether two arrays are the same bits. */
export const sameBits = (one: Float32Array | Float64Array, other: Float32Array | Float64Array): boolean =>
  bytesOf(one).equals(bytesOf(other))

/** The largest difference of two lists of the same length; NaN where one has it. */
export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) throw new Error(`${found.length} numbers, not ${expected.length}`)
  let largest = 0
  for (let i = 0; i < found.length; i++) {
    const difference = Math.abs(found[i]! - expected[i]!)
    if (!(difference <= largest)) largest = difference
  }
  return largest
}
