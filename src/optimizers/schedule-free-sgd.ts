import { Type } from 'typebox'
import { roadLessScheduled } from '../domain/papers.ts'
import { add, mix, mul, sub } from '../kernels/expression.ts'
import { nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { averagedPoint, averagingHyperparameters, averagingSlots, averagingStart, averagingStep } from './parts/schedule-free.ts'
import { likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'z'],
  scalars: ['rate', 'c', 'pull'],
  switches: ['decay'],
  formula: ({ x: y, g, z }, { rate, decay, c, pull }) => {
    const u = add(g, mul(decay, y))
    return { tensors: { x: add(mix(z, y, c), mul(pull, u)), z: sub(z, mul(rate, u)) } }
  }
})

/**
 * Schedule-Free SGD: averages the iterates instead of decaying the learning rate. k counts from 0.
 *
 *     L = γ·min(1, (k + 1)/warmupSteps),   w = (k + 1)ʳ·(max L so far)^weightLrPower,   W ← W + w,   c = w/W
 *     u = g + weightDecay·y
 *     z ← z − Lu,   x ← (1 − c)x + cz,   y ← βx + (1 − β)z
 *
 * The parameters are y, where gradients are taken. Evaluate at x = y + (1 − 1/β)(z − y). x is not stored: the step moves
 * y ← (1 − c)y + cz + L(β(1 − c) − 1)u, with the old z.
 * @see Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky, The Road Less Scheduled, 2024, Algorithm 1. arXiv:2405.15682
 */
export const scheduleFreeSgd = defineOptimizer({
  name: 'schedule-free-sgd',
  title: 'Schedule-Free SGD',
  source: { ...roadLessScheduled, algorithm: 'equations 3 to 5', code: 'schedulefree, SGDScheduleFree' },
  hyperparameters: Type.Object({
    momentum: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1, default: 0.9, description: 'β, the weight of x in y.' }),
    weightDecay: nonNegative(0, 'The gradient gets weightDecay·y added.'),
    ...averagingHyperparameters
  }),
  defaultLearningRate: 1,
  state: () => ({ ...averagingSlots, z: likeParameters }),
  init: ({ copy }, x) => ({ ...averagingStart, z: copy(x) }),
  step: ({ run }, { x, g, state, learningRate }, { momentum: beta, weightDecay: decay, ...averaging }) => {
    const { rate, c, ...average } = averagingStep(state, learningRate, averaging)
    const { tensors } = run(update, { x, g, z: state.z }, { rate, decay, c, pull: rate * (beta * (1 - c) - 1) })
    return { x: tensors.x, state: { ...average.state, z: tensors.z }, diagnostics: average.diagnostics }
  },
  evaluate: (workspace, { x, state }, { momentum }) => averagedPoint(workspace, x, state.z, momentum)
})
