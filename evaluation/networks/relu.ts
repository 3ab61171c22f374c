import type { Layer } from './layer.ts'

/** y = max(0, x). */
export const relu = (width: number): Layer => ({
  inputs: width,
  outputs: width,
  size: 0,
  initialize() {},
  forward(_, x, y, rows) {
    for (let i = 0; i < rows * width; i++) y[i] = Math.max(0, x[i]!)
  },
  backward(_, _x, y, dy, _gradient, dx, rows) {
    if (dx) for (let i = 0; i < rows * width; i++) dx[i] = y[i]! > 0 ? dy[i]! : 0
  }
})
