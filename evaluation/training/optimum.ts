import { shuffle, uniform } from '../../examples/digits/random.ts'
import { reusable } from '../networks/memory.ts'
import type { Setting } from './setting.ts'
import type { Task } from './task.ts'

/** The least loss of a regression with a ridge, and how large the gradient noise of batches is there. */
export interface Optimum {
  loss: number
  /** The root mean square of ‖g − ∇f‖₂ over batches. */
  noise: number
}

/** Σ a[i]·b[i]. */
const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
/** a + c·b. */
const plus = (a: Float64Array, c: number, b: Float64Array): Float64Array => a.map((value, i) => value + c * b[i]!)

const history = 20
/** By strong convexity f − f* ≤ ‖∇f‖²/(2λ): the least loss is known to this. */
const gap = 1e-10

/**
 * Minimises by L-BFGS, until the gradient proves that f is within 10⁻¹⁰ of the least.
 * @see Nocedal, Wright, Numerical Optimization, 2nd edition, 2006, algorithms 7.4 and 7.5
 * @throws Error where that is not reached
 */
export function findOptimum(task: Task, { ridge, batch }: Setting): Optimum {
  const { train, parameters, gradient: memory, loss } = task
  const evaluate = (at: Float64Array): { value: number; gradient: Float64Array } => {
    parameters.set(at)
    const value = loss.withGradient(parameters, train.inputs, train.labels, train.count, memory) + 0.5 * ridge * dot(at, at)
    return { value, gradient: plus(memory, ridge, at).slice() }
  }
  let point: Float64Array = new Float64Array(parameters.length)
  let { value, gradient } = evaluate(point)
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let iteration = 0; dot(gradient, gradient) / (2 * ridge) > gap; iteration++) {
    if (iteration === 20_000) throw new Error(`The least loss was not found in ${iteration} iterations.`)
    const direction = descent(gradient, pairs)
    const slope = dot(direction, gradient)
    let length = 1
    let candidate = plus(point, length, direction)
    let there = evaluate(candidate)
    while (there.value > value + 1e-4 * length * slope && length > 1e-18) {
      length /= 2
      candidate = plus(point, length, direction)
      there = evaluate(candidate)
    }
    const [s, y] = [plus(candidate, -1, point), plus(there.gradient, -1, gradient)]
    const curvature = dot(s, y)
    if (curvature > 0) pairs.push({ s, y, rho: 1 / curvature })
    if (pairs.length > history) pairs.shift()
    point = candidate
    ;({ value, gradient } = there)
  }
  return { loss: value, noise: batchNoise(task, point, batch) }
}

/** −H g, with H the inverse Hessian that the last steps suggest. */
function descent(gradient: Float64Array, pairs: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  let direction: Float64Array = gradient.map((g) => -g)
  const weights = pairs.map(() => 0)
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { s, y, rho } = pairs[i]!
    weights[i] = rho * dot(s, direction)
    direction = plus(direction, -weights[i]!, y)
  }
  const newest = pairs.at(-1)
  if (newest) direction = direction.map((value) => value / (newest.rho * dot(newest.y, newest.y)))
  for (const [i, { s, y, rho }] of pairs.entries()) direction = plus(direction, weights[i]! - rho * dot(y, direction), s)
  return direction
}

const batches = 400
const batchMemory = reusable()

function batchNoise({ train, parameters, gradient, loss }: Task, point: Float64Array, batch: number): number {
  const { count, width } = train
  parameters.set(point)
  loss.withGradient(parameters, train.inputs, train.labels, count, gradient)
  const mean = gradient.slice()
  const next = uniform(3)
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const inputs = batchMemory(batch * width)
  let sum = 0
  for (let b = 0; b < batches; b++) {
    shuffle(order, next)
    const chosen = order.subarray(0, batch)
    for (const [i, example] of chosen.entries()) inputs.set(train.inputs.subarray(example * width, (example + 1) * width), i * width)
    const labels = Uint8Array.from(chosen, (example) => train.labels[example]!)
    loss.withGradient(parameters, inputs, labels, batch, gradient)
    const noise = plus(gradient, -1, mean)
    sum += dot(noise, noise)
  }
  return Math.sqrt(sum / batches)
}
