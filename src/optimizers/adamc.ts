import { Type } from 'typebox'
import { type AdamState, adamInit, adamSlots, adamStep } from './adam.ts'
import { adamwHyperparameters } from './adamw.ts'
import { assertLayers, layerNames, splitLayers } from './parts/layers.ts'
import { defineOptimizer, type StepOutput } from './parts/optimizer.ts'
import { scalar } from './parts/state.ts'

/**
 * AdamC: AdamW that decays normalised layers by the square of the learning rate, so that the norms of their gradients do not rise while
 * the rate falls.
 *
 *     x ← x − λγ²/γ_max · x      in normalised layers,
 *     x ← x − λγx                in the others;   then Adam's step with the plain g
 *
 * A layer is normalised where a normalisation follows it, so that its scale does not change what the network computes. Unless they are
 * named, those are the tensors of two and more dimensions; the paper leaves out the output layer too. γ_max is the largest rate of the
 * schedule, and the largest so far where it is not given: while the rate only falls after a warm-up, both are the same from its peak on.
 * The decay is that of PyTorch's AdamW with λγ/γ_max in place of λ.
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025, Algorithm 1. arXiv:2506.02285
 */
export const adamc = defineOptimizer({
  name: 'adamc',
  title: 'AdamC',
  source: {
    authors: 'Defazio',
    title: 'Why Gradients Rapidly Increase Near the End of Training',
    year: 2025,
    arxiv: '2506.02285',
    algorithm: 'Algorithm 1',
    code: 'torch.optim.AdamW with weight_decay λγ/γ_max at each step'
  },
  hyperparameters: Type.Object({
    ...adamwHyperparameters.properties,
    maxLearningRate: Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()], {
      default: null,
      description: 'γ_max, the largest learning rate of the schedule; null: the largest so far.'
    }),
    normalized: layerNames('Names of the normalised layers; null: all tensors of two and more dimensions.')
  }),
  defaultLearningRate: 1e-3,
  state: () => ({ ...adamSlots(), lrMax: scalar }),
  init: (workspace, x, hyperparameters) => {
    assertLayers(x, hyperparameters.normalized, 'normalized')
    return { ...adamInit(workspace, x, hyperparameters), lrMax: 0 }
  },
  step: (workspace, { state: { lrMax: before, ...state }, ...input }, hyperparameters) => {
    const { weightDecay, maxLearningRate, normalized } = hyperparameters
    const { learningRate } = input
    const lrMax = Math.max(before, learningRate)
    const largest = maxLearningRate ?? lrMax
    const corrected = largest === 0 ? 0 : learningRate * (learningRate / largest)
    const layers = splitLayers(input.x, normalized, (shape) => shape.length >= 2)
    const ofLayers = (names: readonly string[]) => ({
      x: workspace.pick(input.x, names),
      g: workspace.pick(input.g, names),
      trees: { m: workspace.pick(state.m, names), v: workspace.pick(state.v, names), vMax: workspace.pick(state.vMax, names) }
    })
    const parts = [
      { ...ofLayers(layers.chosen), rate: corrected },
      { ...ofLayers(layers.others), rate: learningRate }
    ]
    let { k } = state
    const [first, second] = parts.map(({ x, g, trees, rate }) => {
      const decay = { coupled: 0, kept: 1 - rate * weightDecay }
      const stepped = adamStep(workspace, { ...input, x, g, state: { k, ...trees } }, hyperparameters, decay)
      k = stepped.state.k
      return stepped
    }) as [StepOutput<AdamState>, StepOutput<AdamState>]
    const joined = (slot: 'm' | 'v' | 'vMax') => workspace.merge(first.state[slot], second.state[slot])
    return {
      x: workspace.merge(first.x, second.x),
      state: { k, m: joined('m'), v: joined('v'), vMax: joined('vMax'), lrMax },
      diagnostics: { lrMax: largest, effectiveLearningRate: learningRate }
    }
  }
})
