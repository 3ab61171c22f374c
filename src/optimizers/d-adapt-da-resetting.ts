import { prodigyPaper } from '../domain/papers.ts'
import { dualAveragingHyperparameters, dualAveragingSlots, dualAveragingStep, startDualAveraging } from './d-adapt-da.ts'
import { defineOptimizer } from './parts/optimizer.ts'

/**
 * D-Adaptation by dual averaging that restarts from x₀ whenever the estimate d̂ exceeds 2d.
 *
 *     d̂ as in D-Adaptation by dual averaging
 *     if d̂ > 2d:  d ← d̂,  x ← x₀,  all sums and averages restart;   else d stays
 *
 * At most log₂(‖x₀ − x*‖/d₀) restarts. Reconstructed from the section "D-Adaptation with Resetting".
 * @see Mishchenko, Defazio, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, 2023. arXiv:2306.06101
 */
export const dAdaptDaResetting = defineOptimizer({
  name: 'd-adapt-da-resetting',
  title: 'Dual averaging with D-Adaptation and resetting',
  source: { ...prodigyPaper, algorithm: 'D-Adaptation with Resetting' },
  experimental: true,
  hyperparameters: dualAveragingHyperparameters,
  defaultLearningRate: 1,
  state: dualAveragingSlots,
  init: startDualAveraging,
  step: (workspace, input, hyperparameters) => dualAveragingStep(workspace, input, hyperparameters, 'reset'),
  evaluate: ({ copy }, { state }) => copy(state.average)
})
