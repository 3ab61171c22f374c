import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Steps } from '../../domain/gradient-norm.ts'

/** A result, marked so that the memory of the arrays in it moves to whoever asked, and is not copied. */
export function moveBack<Result extends object>(result: Result, arrays: readonly (Float64Array | Steps)[]): Result {
  const buffers = arrays.map((array) => (array instanceof Float64Array ? array.buffer : null))
  const memory = [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]
  // Piscina takes the mark off again: what arrives is the result itself.
  return move({ [transferableSymbol]: memory, [valueSymbol]: result }) as Result
}
