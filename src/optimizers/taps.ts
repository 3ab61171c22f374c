import { movingTarget } from '../domain/papers.ts'
import { targetHyperparameters, targetSlots, targetStart, targetStep } from './motaps.ts'
import { defineOptimizer } from './parts/optimizer.ts'

/**
 * TAPS: stochastic Polyak steps towards a fixed target τ of the mean loss; MOTAPS with γ_τ = 0.
 *
 *     step = γ/(1 − β)·(fᵢ − αᵢ)/(‖g‖² + 1)
 *     αᵢ ← αᵢ + step,   z ← z − step·g,   x ← βx + (1 − β)z
 *     after every n steps:  αⱼ ← αⱼ + γ/(1 − β)·(τ − ᾱ) for all j
 *
 * @see Gower, Defazio, Rabbat, Stochastic Polyak Stepsize with a Moving Target, 2021. arXiv:2106.11851
 */
export const taps = defineOptimizer({
  name: 'taps',
  title: 'TAPS',
  source: { ...movingTarget, algorithm: 'TAPS', code: 'gowerrobert/StochOpt-py, taps' },
  hyperparameters: targetHyperparameters(0),
  defaultLearningRate: 0.9,
  needs: ['loss', 'sampleIndex'],
  state: targetSlots,
  init: targetStart,
  step: targetStep
})
