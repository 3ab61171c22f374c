import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Steps } from '../../domain/gradient-norm.ts'

/** What a worker gives back, with the memory of the arrays in it: that moves and is not copied. */
export function moveBack(outcome: object, arrays: readonly (Float64Array | Steps)[]): unknown {
  const buffers = arrays.map((array) => (array instanceof Float64Array ? array.buffer : null))
  const memory = [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]
  return move({ [transferableSymbol]: memory, [valueSymbol]: outcome })
}
