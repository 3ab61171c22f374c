import type { Layer } from './layer.ts'

/**
 * y = x / √(mean x² + 10⁻⁶), row by row, without parameters: the scale of the weights before it has no effect.
 * @see Zhang, Sennrich, Root Mean Square Layer Normalization, 2019. arXiv:1910.07467
 */
export function rmsNorm(width: number): Layer {
  const meanProduct = (a: Float64Array, b: Float64Array, from: number): number => {
    let sum = 0
    for (let i = from; i < from + width; i++) sum += a[i]! * b[i]!
    return sum / width
  }
  const rootMeanSquare = (x: Float64Array, from: number): number => Math.sqrt(meanProduct(x, x, from) + 1e-6)
  return {
    inputs: width,
    outputs: width,
    size: 0,
    initialize() {},
    forward(_, x, y, rows) {
      for (let r = 0; r < rows; r++) {
        const scale = 1 / rootMeanSquare(x, r * width)
        for (let i = r * width; i < (r + 1) * width; i++) y[i] = scale * x[i]!
      }
    },
    backward(_, x, y, dy, _gradient, dx, rows) {
      if (!dx) return
      for (let r = 0; r < rows; r++) {
        const scale = 1 / rootMeanSquare(x, r * width)
        const along = meanProduct(dy, y, r * width)
        for (let i = r * width; i < (r + 1) * width; i++) dx[i] = scale * (dy[i]! - along * y[i]!)
      }
    }
  }
}
