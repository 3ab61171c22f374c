import { abs, addN, type NamedTensorMap, type Optimizer, type Scalar, square, stack, sum, tidy } from '@tensorflow/tfjs-core'
import type { TaperRun } from './run.ts'
import type { Schedule } from './schedule.ts'

export interface WatchOptions {
  /** Sets the optimizer's learning rate before each step. */
  schedule?: Schedule | undefined
  /** The learning rate at multiplier 1. Default: that of the schedule. */
  peakLearningRate?: number | undefined
  /** The step that comes next. Default: 0. */
  firstStep?: number | undefined
}

type Gradients = NamedTensorMap | { name: string; tensor: NamedTensorMap[string] }[]

/**
 * Watches an optimizer of TensorFlow.js, in `model.fit` and in loops of your own: each step's ℓ₁ and ℓ₂ norms of the raw gradient are
 * computed on the device, read back without waiting, and logged; and the schedule, where there is one, sets the rate.
 * @returns what stops watching
 */
export function watch(
  optimizer: Optimizer,
  run: TaperRun | null,
  { schedule, peakLearningRate, firstStep = 0 }: WatchOptions = {}
): () => void {
  const original = optimizer.applyGradients
  let step = firstStep
  // Norms are read back in the order of their steps.
  let reading: Promise<unknown> = Promise.resolve()
  if (schedule !== undefined) schedule.learningRate(0, peakLearningRate)
  optimizer.applyGradients = function applyAndLog(this: Optimizer, gradients: Gradients): void {
    const k = step++
    if (schedule !== undefined) setLearningRate(optimizer, schedule.learningRate(k, peakLearningRate))
    if (run !== null) {
      const norms = normsOf(gradients)
      if (norms !== null) {
        const values = norms.data()
        reading = reading
          .then(
            async () => {
              const [l1, l2] = (await values) as unknown as [number, number]
              run.log({ l1, l2: Math.sqrt(l2) }, k)
            },
            () => {}
          )
          .finally(() => norms.dispose())
      }
    }
    original.call(optimizer, gradients)
  }
  return () => {
    optimizer.applyGradients = original
  }
}

/** ‖g‖₁ and ‖g‖₂², shape `[2]`, over all tensors; null where there is none. */
function normsOf(gradients: Gradients) {
  const tensors = (Array.isArray(gradients) ? gradients.map(({ tensor }) => tensor) : Object.values(gradients)).filter(
    (tensor) => tensor != null
  )
  if (tensors.length === 0) return null
  return tidy(() => {
    const total = (sums: Scalar[]) => addN(sums)
    return stack([total(tensors.map((g) => sum(abs(g)) as Scalar)), total(tensors.map((g) => sum(square(g)) as Scalar))])
  })
}

/** SGD and Momentum keep a tensor of their rate and have a setter; the others read the field at each step. */
function setLearningRate(optimizer: Optimizer, rate: number): void {
  const target = optimizer as unknown as { setLearningRate?: (rate: number) => void; learningRate: number }
  if (target.setLearningRate !== undefined) target.setLearningRate(rate)
  else target.learningRate = rate
}
