import { type Static, Type } from 'typebox'
import type { Tree, Workspace } from '../../kernels/engine.ts'
import { mix } from '../../kernels/expression.ts'
import { kernel } from '../../kernels/kernel.ts'
import { nonNegative } from './hyperparameters.ts'
import type { Diagnostics } from './optimizer.ts'
import { type StateOf, scalar, stepCount } from './state.ts'

/** What the Schedule-Free methods share: how much each step counts in the average x. */
export const averagingHyperparameters = {
  warmupSteps: Type.Integer({ minimum: 0, default: 0, description: 'Over so many steps the learning rate grows linearly.' }),
  r: Type.Number({ default: 0, description: 'Step k counts in the average as (k + 1)ʳ.' }),
  weightLrPower: nonNegative(2, 'A step counts in the average as this power of the largest learning rate so far.')
}
type Averaging = { [K in keyof typeof averagingHyperparameters]: Static<(typeof averagingHyperparameters)[K]> }

export const averagingSlots = { k: stepCount, weightSum: scalar, lrMax: scalar }
export const averagingStart = { k: 0, weightSum: 0, lrMax: -1 }

/** L, the learning rate after warm-up; c, the weight of this step's z in x; what the state and the answer say of them. */
export function averagingStep(
  { k, weightSum, lrMax }: StateOf<typeof averagingSlots>,
  learningRate: number,
  { warmupSteps, r, weightLrPower }: Averaging
): { rate: number; c: number; state: StateOf<typeof averagingSlots>; diagnostics: Diagnostics } {
  const rate = k < warmupSteps ? learningRate * ((k + 1) / warmupSteps) : learningRate
  const largest = Math.max(rate, lrMax)
  const weight = (k + 1) ** r * largest ** weightLrPower
  const sum = weightSum + weight
  return {
    rate,
    c: sum === 0 ? 0 : weight / sum,
    state: { k: k + 1, weightSum: sum, lrMax: largest },
    diagnostics: { weightSum: sum, lrMax: largest, effectiveLearningRate: rate }
  }
}

const towardsAverage = kernel({
  tensors: ['y', 'z'],
  scalars: ['weight'],
  formula: ({ y, z }, { weight }) => ({ tensors: { x: mix(z, y, weight) } })
})

/** x, from y = βx + (1 − β)z; with β = 0 the average is not in y, and y itself is what there is. */
export const averagedPoint = ({ run, copy }: Workspace, y: Tree, z: Tree, beta: number): Tree =>
  beta === 0 ? copy(y) : run(towardsAverage, { y, z }, { weight: 1 - 1 / beta }).tensors.x
