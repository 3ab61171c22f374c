import { addProducts } from './add-products.ts'
import type { Layer } from './layer.ts'
import { reusable } from './memory.ts'

/**
 * y = Wᵀ x + b. Parameters: W `[inputs, outputs]`, then b where there is one. Weights start normal with variance gain²/inputs, biases at 0.
 * @see LeCun, Bottou, Orr, Müller, Efficient BackProp, 1998, section 4.6
 */
export function dense(inputs: number, outputs: number, { bias = true, gain = 1 } = {}): Layer {
  const weights = inputs * outputs
  const memory = reusable()
  /** W as `[outputs, inputs]`. */
  const transposed = (parameters: Float64Array): Float64Array => {
    const to = memory(weights)
    for (let i = 0; i < inputs; i++) for (let o = 0; o < outputs; o++) to[o * inputs + i] = parameters[i * outputs + o]!
    return to
  }
  return {
    inputs,
    outputs,
    size: weights + (bias ? outputs : 0),
    initialize(parameters, normal) {
      for (let i = 0; i < weights; i++) parameters[i] = (gain * normal()) / Math.sqrt(inputs)
    },
    forward(parameters, x, y, rows) {
      if (bias) for (let r = 0; r < rows; r++) for (let o = 0; o < outputs; o++) y[r * outputs + o] = parameters[weights + o]!
      else y.fill(0, 0, rows * outputs)
      addProducts(y, { of: x, step: inputs, stride: 1 }, parameters, rows, inputs, outputs)
    },
    backward(parameters, x, _, dy, gradient, dx, rows) {
      addProducts(gradient, { of: x, step: 1, stride: inputs }, dy, inputs, rows, outputs)
      if (bias) for (let r = 0; r < rows; r++) for (let o = 0; o < outputs; o++) gradient[weights + o]! += dy[r * outputs + o]!
      if (!dx) return
      dx.fill(0, 0, rows * inputs)
      addProducts(dx, { of: dy, step: outputs, stride: 1 }, transposed(parameters), rows, outputs, inputs)
    }
  }
}
