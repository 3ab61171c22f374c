import { classes, type Images, pixels } from './data.ts'
import { normal } from './random.ts'

/**
 * One hidden layer: p = softmax(W₂ tanh(W₁ x + b₁) + b₂). All parameters are in one array, in the order W₁ `[hidden, 64]`, b₁, W₂ `[10, hidden]`, b₂.
 */
export interface Network {
  hidden: number
  parameters: Float64Array
}

const offsets = (hidden: number) => {
  const b1 = hidden * pixels
  const w2 = b1 + hidden
  const b2 = w2 + classes * hidden
  return { b1, w2, b2, size: b2 + classes }
}

/** Normal weights of variance 1/inputs (LeCun, Bottou, Orr, Müller, Efficient BackProp, 1998), biases 0. */
export function initialNetwork(hidden: number, seed: number): Network {
  const { b1, w2, b2, size } = offsets(hidden)
  const parameters = new Float64Array(size)
  const next = normal(seed)
  for (let i = 0; i < b1; i++) parameters[i] = next() / Math.sqrt(pixels)
  for (let i = w2; i < b2; i++) parameters[i] = next() / Math.sqrt(hidden)
  return { hidden, parameters }
}

/** Buffers of one image's passes, kept between calls. */
export interface Scratch {
  activations: Float64Array
  probabilities: Float64Array
  deltas: Float64Array
}

export const scratchFor = ({ hidden }: Network): Scratch => ({
  activations: new Float64Array(hidden),
  probabilities: new Float64Array(classes),
  deltas: new Float64Array(hidden)
})

/** Fills activations and probabilities for one image, and returns its cross-entropy, −ln of the probability of its label, in nats. */
function forward({ hidden, parameters: p }: Network, images: Images, image: number, { activations, probabilities }: Scratch): number {
  const { b1, w2, b2 } = offsets(hidden)
  const x = images.pixels
  const first = image * pixels
  for (let h = 0; h < hidden; h++) {
    let sum = p[b1 + h]!
    for (let i = 0; i < pixels; i++) sum += p[h * pixels + i]! * x[first + i]!
    activations[h] = Math.tanh(sum)
  }
  let largest = -Infinity
  for (let c = 0; c < classes; c++) {
    let sum = p[b2 + c]!
    for (let h = 0; h < hidden; h++) sum += p[w2 + c * hidden + h]! * activations[h]!
    probabilities[c] = sum
    if (sum > largest) largest = sum
  }
  // Finite even where the probability itself underflows.
  const belowLargest = largest - probabilities[images.labels[image]!]!
  let total = 0
  for (let c = 0; c < classes; c++) total += probabilities[c] = Math.exp(probabilities[c]! - largest)
  for (let c = 0; c < classes; c++) probabilities[c] = probabilities[c]! / total
  return belowLargest + Math.log(total)
}

/** Writes the gradient of the mean cross-entropy of a batch (indices of images) and returns that mean, in nats. */
export function lossAndGradient(network: Network, images: Images, batch: Uint32Array, gradient: Float64Array, scratch: Scratch): number {
  const { hidden, parameters: p } = network
  const { b1, w2, b2 } = offsets(hidden)
  const { activations, probabilities, deltas } = scratch
  const x = images.pixels
  gradient.fill(0)
  let loss = 0
  for (const image of batch) {
    loss += forward(network, images, image, scratch)
    const label = images.labels[image]!
    deltas.fill(0)
    for (let c = 0; c < classes; c++) {
      const delta = (probabilities[c]! - (c === label ? 1 : 0)) / batch.length
      gradient[b2 + c] = gradient[b2 + c]! + delta
      const row = w2 + c * hidden
      for (let h = 0; h < hidden; h++) {
        gradient[row + h] = gradient[row + h]! + delta * activations[h]!
        deltas[h] = deltas[h]! + delta * p[row + h]!
      }
    }
    const first = image * pixels
    for (let h = 0; h < hidden; h++) {
      const delta = deltas[h]! * (1 - activations[h]! ** 2)
      gradient[b1 + h] = gradient[b1 + h]! + delta
      const row = h * pixels
      for (let i = 0; i < pixels; i++) gradient[row + i] = gradient[row + i]! + delta * x[first + i]!
    }
  }
  return loss / batch.length
}

/** Mean cross-entropy in nats, and the fraction of images whose most probable digit is the right one. */
export function evaluate(network: Network, images: Images): { loss: number; accuracy: number } {
  const scratch = scratchFor(network)
  let loss = 0
  let right = 0
  for (let image = 0; image < images.count; image++) {
    loss += forward(network, images, image, scratch)
    const ofLabel = scratch.probabilities[images.labels[image]!]!
    if (scratch.probabilities.every((p) => p <= ofLabel)) right++
  }
  return { loss: loss / images.count, accuracy: right / images.count }
}
