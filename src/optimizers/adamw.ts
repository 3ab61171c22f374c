import { Type } from 'typebox'
import { adamHyperparameters, adamInit, adamSlots, adamStep } from './adam.ts'
import { nonNegative } from './parts/hyperparameters.ts'
import { defineOptimizer } from './parts/optimizer.ts'

export const adamwHyperparameters = Type.Object({
  ...adamHyperparameters.properties,
  weightDecay: nonNegative(1e-2, 'λ: each step shrinks the parameters by γλ.')
})

/**
 * AdamW: Adam whose weight decay shrinks the parameters and stays out of the gradient.
 *
 *     x ← x − γλx,   then Adam's step with the plain g
 *
 * The scheduled learning rate multiplies the decay, as in PyTorch.
 * @see Loshchilov, Hutter, Decoupled Weight Decay Regularization, 2017, Algorithm 2. arXiv:1711.05101
 */
export const adamw = defineOptimizer({
  name: 'adamw',
  title: 'AdamW',
  source: {
    authors: 'Loshchilov, Hutter',
    title: 'Decoupled Weight Decay Regularization',
    year: 2017,
    arxiv: '1711.05101',
    algorithm: 'Algorithm 2',
    code: 'torch.optim.AdamW'
  },
  hyperparameters: adamwHyperparameters,
  defaultLearningRate: 1e-3,
  state: adamSlots,
  init: adamInit,
  step: (workspace, input, hyperparameters) =>
    adamStep(workspace, input, hyperparameters, { coupled: 0, kept: 1 - input.learningRate * hyperparameters.weightDecay })
})
