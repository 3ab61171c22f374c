import { memory } from './memory.ts'
import { productsBytes } from './products-bytes.ts'

/**
 * The one loop that takes the time of a training, compiled from products.wat: several times as fast
 * as the same loop in JavaScript.
 */
const compiled = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(productsBytes, 'base64')), { networks: { memory } }).exports
  .addProducts as (...places: number[]) => void

/** A matrix whose entry [p, k] is at p·`step` + k·`stride`. */
export interface Factors {
  of: Float64Array
  step: number
  stride: number
}

/**
 * out[p, i] ← out[p, i] + Σ_k factors[p, k] · m[k, i], for p < rows, k < terms, i < columns: all three products of a dense layer.
 * @param out `[rows, columns]`
 * @param m `[terms, columns]`
 */
export function addProducts(out: Float64Array, factors: Factors, m: Float64Array, rows: number, terms: number, columns: number): void {
  if (out.buffer !== memory.buffer || factors.of.buffer !== memory.buffer || m.buffer !== memory.buffer) {
    throw new Error('The compiled loop sees only memory of networks/memory.ts.')
  }
  if (rows === 0 || terms === 0) return
  compiled(out.byteOffset, factors.of.byteOffset, m.byteOffset, rows, terms, 8 * columns, 8 * factors.step, 8 * factors.stride)
}
