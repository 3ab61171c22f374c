import { prodigyPaper } from '../domain/papers.ts'
import { gradientDescentHyperparameters, gradientDescentSlots, gradientDescentStep, startGradientDescent } from './d-adapt-gd.ts'
import { defineOptimizer } from './parts/optimizer.ts'

/**
 * D-Adaptation by gradient descent that restarts from x₀ whenever the estimate d̂ exceeds 2d.
 *
 *     d̂ as in D-Adaptation by gradient descent
 *     if d̂ > 2d:  d ← d̂,  x ← x₀,  all sums and averages restart;   else d stays
 *
 * Reconstructed from the section "D-Adaptation with Resetting".
 * @see Mishchenko, Defazio, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, 2023. arXiv:2306.06101
 */
export const dAdaptGdResetting = defineOptimizer({
  name: 'd-adapt-gd-resetting',
  title: 'Gradient descent with D-Adaptation and resetting',
  source: { ...prodigyPaper, algorithm: 'D-Adaptation with Resetting' },
  experimental: true,
  hyperparameters: gradientDescentHyperparameters,
  defaultLearningRate: 1,
  state: gradientDescentSlots,
  init: startGradientDescent,
  step: (workspace, input, hyperparameters) => gradientDescentStep(workspace, input, hyperparameters, 'reset'),
  evaluate: ({ copy }, { state }) => copy(state.average)
})
