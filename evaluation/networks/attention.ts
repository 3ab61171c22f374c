import { addProducts } from './add-products.ts'
import { dense } from './dense.ts'
import type { Layer } from './layer.ts'
import { allocate, reusable } from './memory.ts'

/**
 * Causal self-attention with one head: `length` rows are a sequence, and each looks at itself and those before it.
 * y = W_o Σ_s a_s v_s,  a = softmax(q·k_s / √width),  q, k, v = W_q x, W_k x, W_v x. Parameters: W_q, W_k, W_v, W_o, each `[width, width]`.
 * @see Vaswani et al., Attention Is All You Need, 2017, section 3.2. arXiv:1706.03762
 */
export function attention(length: number, width: number): Layer {
  const projection = dense(width, width, { bias: false })
  const part = (all: Float64Array, index: number): Float64Array => all.subarray(index * projection.size, (index + 1) * projection.size)
  const memory = Array.from({ length: 9 }, reusable)
  const four = (from: number, size: number) =>
    [0, 1, 2, 3].map((index) => memory[from + index]!(size)) as [Float64Array, Float64Array, Float64Array, Float64Array]
  const turned = allocate(width * length)
  const scores = allocate(length * length)
  const scale = 1 / Math.sqrt(width)

  /** out ← a bᵀ, for a and b `[length, width]`. */
  const multiply = (a: Float64Array, b: Float64Array, out: Float64Array): void => {
    for (let s = 0; s < length; s++) for (let i = 0; i < width; i++) turned[i * length + s] = b[s * width + i]!
    out.fill(0)
    addProducts(out, { of: a, step: width, stride: 1 }, turned, length, width, length)
  }
  /** a ← the softmax of the scaled scores, over the places that a row may see; 0 elsewhere. */
  const softmax = (a: Float64Array): void => {
    for (let r = 0; r < length; r++) {
      let [largest, total] = [-Infinity, 0]
      for (let s = 0; s <= r; s++) largest = Math.max(largest, scores[r * length + s]!)
      for (let s = 0; s < length; s++) total += a[r * length + s] = s <= r ? Math.exp(scale * (scores[r * length + s]! - largest)) : 0
      for (let s = 0; s <= r; s++) a[r * length + s]! /= total
    }
  }
  /** scores ← the derivative by the scaled scores, where `scores` was that by a. */
  const softmaxBackward = (a: Float64Array): void => {
    for (let r = 0; r < length; r++) {
      let along = 0
      for (let s = 0; s <= r; s++) along += a[r * length + s]! * scores[r * length + s]!
      for (let s = 0; s < length; s++) scores[r * length + s] = scale * a[r * length + s]! * (scores[r * length + s]! - along)
    }
  }

  return {
    inputs: width,
    outputs: width,
    size: 4 * projection.size,
    initialize(parameters, normal) {
      for (let index = 0; index < 4; index++) projection.initialize(part(parameters, index), normal)
    },
    forward(parameters, x, y, rows) {
      const [q, k, v, z] = four(0, rows * width)
      const a = memory[4]!(rows * length)
      for (const [index, out] of [q, k, v].entries()) projection.forward(part(parameters, index), x, out, rows)
      z.fill(0, 0, rows * width)
      for (let first = 0; first < rows; first += length) {
        const of = (values: Float64Array, size: number): Float64Array => values.subarray(first * size, (first + length) * size)
        multiply(of(q, width), of(k, width), scores)
        softmax(of(a, length))
        addProducts(of(z, width), { of: of(a, length), step: length, stride: 1 }, of(v, width), length, length, width)
      }
      projection.forward(part(parameters, 3), z, y, rows)
    },
    backward(parameters, x, y, dy, gradient, dx, rows) {
      const [q, k, v, z] = four(0, rows * width)
      const a = memory[4]!(rows * length)
      const [dq, dk, dv, dz] = four(5, rows * width)
      projection.backward(part(parameters, 3), z, y, dy, part(gradient, 3), dz, rows)
      for (const d of [dq, dk, dv]) d.fill(0, 0, rows * width)
      for (let first = 0; first < rows; first += length) {
        const of = (values: Float64Array, size: number): Float64Array => values.subarray(first * size, (first + length) * size)
        addProducts(of(dv, width), { of: of(a, length), step: 1, stride: length }, of(dz, width), length, length, width)
        multiply(of(dz, width), of(v, width), scores)
        softmaxBackward(of(a, length))
        addProducts(of(dq, width), { of: scores, step: length, stride: 1 }, of(k, width), length, length, width)
        addProducts(of(dk, width), { of: scores, step: 1, stride: length }, of(q, width), length, length, width)
      }
      // Of three ways from x, the derivatives add up. z is used no more.
      if (dx) dx.fill(0, 0, rows * width)
      for (const [index, d] of [dq, dk, dv].entries()) {
        projection.backward(part(parameters, index), x, y, d, part(gradient, index), dx ? z : null, rows)
        if (dx) for (let i = 0; i < rows * width; i++) dx[i]! += z[i]!
      }
    }
  }
}
