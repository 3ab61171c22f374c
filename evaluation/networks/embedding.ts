import type { Layer } from './layer.ts'

/**
 * A row is one token (a whole number); `length` rows are a sequence. y = the vector of the token + the vector of its place.
 * Parameters: `[tokens, width]`, then `[length, width]`, drawn with variance 1/width.
 */
export function embedding(tokens: number, length: number, width: number): Layer {
  const places = tokens * width
  return {
    inputs: 1,
    outputs: width,
    size: places + length * width,
    initialize(parameters, normal) {
      for (let i = 0; i < parameters.length; i++) parameters[i] = normal() / Math.sqrt(width)
    },
    forward(parameters, x, y, rows) {
      for (let r = 0; r < rows; r++) {
        const [token, place] = [x[r]! * width, places + (r % length) * width]
        for (let i = 0; i < width; i++) y[r * width + i] = parameters[token + i]! + parameters[place + i]!
      }
    },
    backward(_, x, _y, dy, gradient, _dx, rows) {
      for (let r = 0; r < rows; r++) {
        const [token, place] = [x[r]! * width, places + (r % length) * width]
        for (let i = 0; i < width; i++) {
          gradient[token + i]! += dy[r * width + i]!
          gradient[place + i]! += dy[r * width + i]!
        }
      }
    }
  }
}
