import { abs, addN, type NamedTensorMap, type Optimizer, type Scalar, square, stack, sum, tidy } from '@tensorflow/tfjs-core'
import type { Run } from './run.ts'
import type { Schedule } from './schedule.ts'

export interface WatchOptions {
  /** Sets the optimizer's learning rate before each step. */
  schedule?: Schedule | undefined
  /** The learning rate at multiplier 1. Default: the schedule's own. */
  peakLearningRate?: number | undefined
  /** The next optimizer step. Default: 0. */
  firstStep?: number | undefined
}

type Gradients = NamedTensorMap | { name: string; tensor: NamedTensorMap[string] }[]

/**
 * Watches a TensorFlow.js optimizer, in `model.fit` and in your own loop. Each step it computes ‖g‖₁ and ‖g‖₂ of the raw gradient on the
 * device, logs them, the loss and the learning rate without waiting, and sets the learning rate from the schedule, if there is one. The
 * loss is that of the last `computeGradients` before the step, which `minimize` and `model.fit` call. `run.flush`, `refine` and `close` wait for
 * what is still being read.
 * @returns a function that stops watching
 */
export function watch(optimizer: Optimizer, run: Run | null, { schedule, peakLearningRate, firstStep = 0 }: WatchOptions = {}): () => void {
  const { applyGradients, computeGradients } = optimizer
  let loss: Scalar | null = null
  let step = firstStep
  // Log the norms in the order of their steps.
  let reading: Promise<unknown> = Promise.resolve()
  if (schedule !== undefined) schedule.learningRate(0, peakLearningRate)
  optimizer.computeGradients = function computeAndKeep(this: Optimizer, ...of: Parameters<Optimizer['computeGradients']>) {
    const found = computeGradients.apply(this, of)
    loss = found.value
    return found
  }
  optimizer.applyGradients = function applyAndLog(this: Optimizer, gradients: Gradients): void {
    const k = step++
    if (schedule !== undefined) setLearningRate(optimizer, schedule.learningRate(k, peakLearningRate))
    if (run !== null) {
      const learningRate = learningRateOf(optimizer)
      const norms = normsOf(gradients, loss?.isDisposed === false ? loss : null)
      loss = null
      if (norms !== null) {
        const values = norms.data()
        reading = reading
          .then(
            async () => {
              const [l1, l2, ofLoss] = (await values) as unknown as [number, number, number | undefined]
              run.log(k, {
                l1,
                l2: Math.sqrt(l2),
                ...(ofLoss !== undefined && { loss: ofLoss }),
                ...(learningRate !== undefined && { learningRate })
              })
            },
            () => {}
          )
          .finally(() => norms.dispose())
        run.await(reading)
      }
    }
    applyGradients.call(optimizer, gradients)
  }
  return () => {
    Object.assign(optimizer, { applyGradients, computeGradients })
  }
}

/** ‖g‖₁ and ‖g‖₂² over all tensors, and the loss where it is known, shape `[2]` or `[3]`; null if there are no tensors. */
function normsOf(gradients: Gradients, loss: Scalar | null) {
  const tensors = (Array.isArray(gradients) ? gradients.map(({ tensor }) => tensor) : Object.values(gradients)).filter(
    (tensor) => tensor != null
  )
  if (tensors.length === 0) return null
  return tidy(() => {
    const total = (sums: Scalar[]) => addN(sums)
    const norms = [total(tensors.map((g) => sum(abs(g)) as Scalar)), total(tensors.map((g) => sum(square(g)) as Scalar))]
    return stack(loss === null ? norms : [...norms, loss])
  })
}

/** Every optimizer of TensorFlow.js keeps its rate in this field, though the types hide it. */
function learningRateOf(optimizer: Optimizer): number | undefined {
  const { learningRate } = optimizer as unknown as { learningRate?: unknown }
  return typeof learningRate === 'number' ? learningRate : undefined
}

/** SGD and Momentum keep the rate in a tensor and have a setter; the others read the field at each step. */
function setLearningRate(optimizer: Optimizer, rate: number): void {
  const target = optimizer as unknown as { setLearningRate?: (rate: number) => void; learningRate: number }
  if (target.setLearningRate !== undefined) target.setLearningRate(rate)
  else target.learningRate = rate
}
