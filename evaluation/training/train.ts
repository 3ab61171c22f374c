import { normal, shuffle, uniform } from '../../examples/digits/random.ts'
import { reusable } from '../networks/memory.ts'
import { adam, sgd } from './optimizers.ts'
import { profiles } from './outside-noise.ts'
import type { Setting } from './setting.ts'
import type { Task } from './task.ts'

/** How training went, in nats: the loss that it minimises over all examples it saw, and the mean loss on those held out. */
export interface Outcome {
  loss: number
  heldOut: number | null
}

/** What a trainer logs, one value a step. */
export interface TrainingLog {
  l1: Float64Array
  l2: Float64Array
  loss: Float64Array
  /** ‖w‖₂ of the normalised weights, or of all where there are none. */
  weightNorm: Float64Array
}

export interface Run {
  setting: Setting
  /** The schedule, and the learning rate at multiplier 1. */
  multipliers: Float64Array
  peak: number
  /** Decides the first weights, the order of the examples and the noise. */
  seed: number
  /** ‖noise‖₂ that stands for a multiple of 1 in the profile of the outside noise. */
  noiseUnit: number
}

const l1 = (values: Float64Array): number => {
  let sum = 0
  for (const value of values) sum += Math.abs(value)
  return sum
}
const squares = (values: Float64Array): number => {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}
const batchMemory = reusable()

/** Trains, and stops where numbers are no longer finite: the outcome is then Infinity. */
export function train(task: Task, run: Run, log?: TrainingLog): Outcome {
  const { network, train: examples, heldOut, parameters, gradient, loss } = task
  const { setting, multipliers, peak, seed, noiseUnit } = run
  const { layer, normalized } = network
  const { count, length, width } = examples
  const { batch, steps, ridge, weightDecay, correctedDecay, outsideNoise } = setting
  parameters.fill(0)
  layer.initialize(parameters, normal(seed))
  const update = setting.optimizer === 'sgd' ? sgd(layer.size, setting.momentum) : adam(layer.size)
  const noise = normal(seed + 0x0153)
  const next = uniform(seed + 0x5eed)
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const inputs = batchMemory(batch * length * width)
  const labels = new Uint8Array(batch * length)
  let read = count
  for (let step = 0; step < steps; step++) {
    if (read + batch > count) {
      shuffle(order, next)
      read = 0
    }
    for (let b = 0; b < batch; b++) {
      const example = order[read + b]!
      for (let i = 0; i < length * width; i++) inputs[b * length * width + i] = examples.inputs[example * length * width + i]!
      for (let i = 0; i < length; i++) labels[b * length + i] = examples.labels[example * length + i]!
    }
    read += batch
    let value = loss.withGradient(parameters, inputs, labels, batch * length, gradient)
    if (ridge > 0) {
      value += 0.5 * ridge * squares(parameters)
      for (let i = 0; i < parameters.length; i++) gradient[i] = gradient[i]! + ridge * parameters[i]!
    }
    if (outsideNoise !== null) {
      const scale = (noiseUnit * profiles[outsideNoise](step / steps)) / Math.sqrt(gradient.length)
      for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i]! + scale * noise()
    }
    if (!Number.isFinite(value)) return { loss: Infinity, heldOut: heldOut && Infinity }
    if (log) {
      log.l1[step] = l1(gradient)
      log.l2[step] = Math.sqrt(squares(gradient))
      log.loss[step] = value
      log.weightNorm[step] = Math.sqrt(squares(normalized > 0 ? parameters.subarray(0, normalized) : parameters))
    }
    const rate = peak * multipliers[step]!
    if (weightDecay > 0) {
      const kept = 1 - rate * weightDecay
      const keptNormalized = correctedDecay ? 1 - rate * weightDecay * multipliers[step]! : kept
      for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i]! * (i < normalized ? keptNormalized : kept)
    }
    update(parameters, gradient, rate)
  }
  const final = loss.mean(parameters, examples) + 0.5 * ridge * squares(parameters)
  return { loss: Number.isNaN(final) ? Infinity : final, heldOut: heldOut && loss.mean(parameters, heldOut) }
}

/** A log of no steps yet: what is not reached, because training failed, stays NaN. */
export const emptyLog = (steps: number): TrainingLog => ({
  l1: new Float64Array(steps).fill(NaN),
  l2: new Float64Array(steps).fill(NaN),
  loss: new Float64Array(steps).fill(NaN),
  weightNorm: new Float64Array(steps).fill(NaN)
})
