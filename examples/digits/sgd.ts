import type { Images } from './data.ts'
import { initialNetwork, lossAndGradient, type Network, scratchFor } from './network.ts'
import { shuffle, uniform } from './random.ts'

/** What one training run is, but for its learning rate. */
export interface Training {
  hidden: number
  steps: number
  batch: number
  momentum: number
}

/** Norms of the gradient of one step over all parameters together, as it is before momentum and learning rate. */
export interface StepNorms {
  l1: number
  l2: number
}

export function normsOf(gradient: Float64Array): StepNorms {
  let absolute = 0
  let squares = 0
  for (const g of gradient) {
    absolute += Math.abs(g)
    squares += g * g
  }
  return { l1: absolute, l2: Math.sqrt(squares) }
}

/**
 * Trains a new network by stochastic gradient descent with heavy-ball momentum: v ← μv + g, x ← x − ηv. The seed alone decides the
 * first weights and the order of the images. One step a turn, so that the caller may log, wait or stop between steps.
 */
export function* sgd(
  training: Training,
  train: Images,
  seed: number,
  learningRate: (step: number) => number
): Generator<{ step: number; loss: number; norms: StepNorms }, Network> {
  const network = initialNetwork(training.hidden, seed)
  const scratch = scratchFor(network)
  const { parameters } = network
  const gradient = new Float64Array(parameters.length)
  const velocity = new Float64Array(parameters.length)
  const order = Uint32Array.from({ length: train.count }, (_, i) => i)
  const next = uniform(seed + 0x5eed)
  let read = train.count
  for (let step = 0; step < training.steps; step++) {
    if (read + training.batch > train.count) {
      shuffle(order, next)
      read = 0
    }
    const loss = lossAndGradient(network, train, order.subarray(read, read + training.batch), gradient, scratch)
    read += training.batch
    const rate = learningRate(step)
    for (let i = 0; i < parameters.length; i++) {
      const v = training.momentum * velocity[i]! + gradient[i]!
      velocity[i] = v
      parameters[i] = parameters[i]! - rate * v
    }
    yield { step, loss, norms: normsOf(gradient) }
  }
  return network
}
