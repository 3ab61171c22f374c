import type { Layer } from './layer.ts'
import { reusable } from './memory.ts'

/** Layers one after the other. Parameters: those of each, in order. */
export function chain(layers: readonly [Layer, ...Layer[]]): Layer {
  const between = layers.map(() => ({ y: reusable(), dy: reusable() }))
  const size = layers.reduce((sum, layer) => sum + layer.size, 0)
  const offsets = layers.map((_, l) => layers.slice(0, l).reduce((sum, layer) => sum + layer.size, 0))
  const part = (all: Float64Array, l: number): Float64Array => all.subarray(offsets[l]!, offsets[l]! + layers[l]!.size)
  const last = layers.length - 1
  const output = (l: number, y: Float64Array, rows: number): Float64Array => (l === last ? y : between[l]!.y(rows * layers[l]!.outputs))
  return {
    inputs: layers[0].inputs,
    outputs: layers[last]!.outputs,
    size,
    initialize(parameters, normal) {
      layers.forEach((layer, l) => {
        layer.initialize(part(parameters, l), normal)
      })
    },
    forward(parameters, x, y, rows) {
      let input = x
      for (let l = 0; l <= last; l++) {
        const to = output(l, y, rows)
        layers[l]!.forward(part(parameters, l), input, to, rows)
        input = to
      }
    },
    backward(parameters, x, y, dy, gradient, dx, rows) {
      let derivative = dy
      for (let l = last; l >= 0; l--) {
        const input = l === 0 ? x : output(l - 1, y, rows)
        const to = l === 0 ? dx : between[l]!.dy(rows * layers[l]!.inputs)
        layers[l]!.backward(part(parameters, l), input, output(l, y, rows), derivative, part(gradient, l), to, rows)
        if (to) derivative = to
      }
    }
  }
}

/** y = x + f(x), for a layer that keeps the width. */
export function residual(inner: Layer): Layer {
  const memory = reusable()
  return {
    ...inner,
    forward(parameters, x, y, rows) {
      const added = memory(rows * inner.outputs)
      inner.forward(parameters, x, added, rows)
      for (let i = 0; i < rows * inner.outputs; i++) y[i] = x[i]! + added[i]!
    },
    backward(parameters, x, _, dy, gradient, dx, rows) {
      inner.backward(parameters, x, memory(rows * inner.outputs), dy, gradient, dx, rows)
      if (dx) for (let i = 0; i < rows * inner.inputs; i++) dx[i]! += dy[i]!
    }
  }
}
