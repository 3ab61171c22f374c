import { chain } from './chain.ts'
import { dense } from './dense.ts'
import type { Layer } from './layer.ts'

/** A 3 × 3 convolution with padding of one plane, side × side, into several; what comes out has the planes of a place beside each other. */
export const convolution = (side: number, planes: number): Layer => chain([patches(side), eachPlace(dense(9, planes), side * side)])

/** The 3 × 3 numbers around each place of a plane, 0 outside. */
function patches(side: number): Layer {
  const places = side * side
  /** Where each number comes from; −1 for outside. */
  const source = Int32Array.from({ length: places * 9 }, (_, i) => {
    const [place, k] = [Math.floor(i / 9), i % 9]
    const line = Math.floor(place / side) + Math.floor(k / 3) - 1
    const column = (place % side) + (k % 3) - 1
    return line >= 0 && line < side && column >= 0 && column < side ? line * side + column : -1
  })
  return {
    inputs: places,
    outputs: places * 9,
    size: 0,
    initialize() {},
    forward(_, x, y, rows) {
      for (let r = 0; r < rows; r++) {
        for (let i = 0; i < source.length; i++) y[r * source.length + i] = source[i]! < 0 ? 0 : x[r * places + source[i]!]!
      }
    },
    backward(_, _x, _y, dy, _gradient, dx, rows) {
      if (!dx) return
      dx.fill(0, 0, rows * places)
      for (let r = 0; r < rows; r++) {
        for (let i = 0; i < source.length; i++) if (source[i]! >= 0) dx[r * places + source[i]!]! += dy[r * source.length + i]!
      }
    }
  }
}

/** The same layer at each place of a row. */
const eachPlace = (layer: Layer, places: number): Layer => ({
  inputs: layer.inputs * places,
  outputs: layer.outputs * places,
  size: layer.size,
  initialize: layer.initialize,
  forward: (parameters, x, y, rows) => layer.forward(parameters, x, y, rows * places),
  backward: (parameters, x, y, dy, gradient, dx, rows) => layer.backward(parameters, x, y, dy, gradient, dx, rows * places)
})

/** The mean of each 2 × 2 square of each plane, with the planes of a place beside each other; `side` is even. */
export function meanPooling(side: number, planes: number): Layer {
  const half = side / 2
  const [inputs, outputs] = [planes * side * side, planes * half * half]
  const corners = Int32Array.from({ length: outputs }, (_, o) => {
    const [line, column, plane] = [Math.floor(o / (planes * half)), Math.floor(o / planes) % half, o % planes]
    return (2 * line * side + 2 * column) * planes + plane
  })
  const [right, below] = [planes, side * planes]
  return {
    inputs,
    outputs,
    size: 0,
    initialize() {},
    forward(_, x, y, rows) {
      for (let r = 0; r < rows; r++) {
        for (let o = 0; o < outputs; o++) {
          const i = r * inputs + corners[o]!
          y[r * outputs + o] = (x[i]! + x[i + right]! + x[i + below]! + x[i + below + right]!) / 4
        }
      }
    },
    backward(_, _x, _y, dy, _gradient, dx, rows) {
      if (!dx) return
      for (let r = 0; r < rows; r++) {
        for (let o = 0; o < outputs; o++) {
          const i = r * inputs + corners[o]!
          dx[i] = dx[i + right] = dx[i + below] = dx[i + below + right] = dy[r * outputs + o]! / 4
        }
      }
    }
  }
}
