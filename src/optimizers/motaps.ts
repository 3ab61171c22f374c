import { type Static, Type } from 'typebox'
import { movingTarget } from '../domain/papers.ts'
import { Problem } from '../domain/problems.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { fraction } from './parts/hyperparameters.ts'
import { observeGradient } from './parts/observe.ts'
import { defineOptimizer, type StepInput, type StepOutput } from './parts/optimizer.ts'
import { likeParameters, type StateOf, scalar, stepCount, vector } from './parts/state.ts'
import { averagedStep } from './stochastic-polyak.ts'

export const targetHyperparameters = (tauLr: number) =>
  Type.Object({
    samples: Type.Integer({ minimum: 1, maximum: 1e7, description: 'n, the number of samples. Each has its own target.' }),
    tau: Type.Number({ default: 0, description: 'τ, the target of the mean loss; its first value if it moves.' }),
    tauLr: Type.Number({
      minimum: 0,
      maximum: 1,
      default: tauLr,
      description: 'γ_τ, the part of the way that τ moves to the mean target after every n steps.'
    }),
    beta: fraction(0, 'β, the weight of the old x: momentum by averaging.')
  })
export const targetSlots = ({ samples }: { samples: number }) => ({
  k: stepCount,
  tau: scalar,
  meanTarget: scalar,
  alpha: vector(samples, 'samples'),
  z: likeParameters
})
type TargetState = StateOf<ReturnType<typeof targetSlots>>
type TargetHyperparameters = Static<ReturnType<typeof targetHyperparameters>>

export const targetStart = ({ copy }: Workspace, x: Tree, { samples, tau }: TargetHyperparameters): TargetState => ({
  k: 0,
  tau,
  meanTarget: 0,
  alpha: new Float64Array(samples),
  z: copy(x)
})

/** One step. After every n steps the targets move. */
export function targetStep(
  workspace: Workspace,
  { x, g, state, learningRate, loss, sampleIndex: i }: StepInput<TargetState>,
  { samples: n, tauLr, beta }: TargetHyperparameters
): StepOutput<TargetState> {
  if (i >= n) throw new Problem('sample-index-required', `sampleIndex is ${i}; it must be below samples, which is ${n}.`)
  const rate = learningRate / (1 - beta)
  const { alpha } = state
  const step = (rate * (loss - alpha[i]!)) / (observeGradient(workspace, g) + 1)
  const { x: next, z } = workspace.run(averagedStep, { x, gradient: g, z: state.z }, { step, beta }).tensors
  alpha[i]! += step
  const k = state.k + 1
  const moved =
    k % n === 0 ? movedTargets(state.tau, alpha, state.meanTarget + step / n) : { tau: state.tau, meanTarget: state.meanTarget + step / n }
  return { x: next, state: { k, ...moved, alpha, z }, diagnostics: { stepSize: step, effectiveLearningRate: step } }

  function movedTargets(old: number, targets: Float64Array, mean: number): { tau: number; meanTarget: number } {
    const tau = (1 - tauLr) * old + tauLr * (n / (n + 1)) * mean
    const shift = rate * (tau - mean)
    for (let j = 0; j < n; j++) targets[j]! += shift
    return { tau, meanTarget: mean + shift }
  }
}

/**
 * MOTAPS: stochastic Polyak steps towards moving targets. Each sample has a target αᵢ; their mean is drawn to τ, and τ to their mean.
 *
 *     step = γ/(1 − β)·(fᵢ − αᵢ)/(‖g‖² + 1)
 *     αᵢ ← αᵢ + step,   z ← z − step·g,   x ← βx + (1 − β)z
 *     after every n steps:  τ ← (1 − γ_τ)τ + γ_τ·n/(n + 1)·ᾱ,   αⱼ ← αⱼ + γ/(1 − β)·(τ − ᾱ) for all j
 *
 * The paper takes the last line at random among the samples. The official script takes it once an epoch, as here.
 * @see Gower, Defazio, Rabbat, Stochastic Polyak Stepsize with a Moving Target, 2021. arXiv:2106.11851
 */
export const motaps = defineOptimizer({
  name: 'motaps',
  title: 'MOTAPS',
  source: { ...movingTarget, algorithm: 'MOTAPS', code: 'gowerrobert/StochOpt-py, taps' },
  hyperparameters: targetHyperparameters(0.01),
  defaultLearningRate: 0.9,
  needs: ['loss', 'sampleIndex'],
  state: targetSlots,
  init: targetStart,
  step: targetStep
})
