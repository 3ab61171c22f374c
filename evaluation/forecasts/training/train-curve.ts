import { normal, uniform } from '../../../examples/digits/random.ts'
import { crossEntropy } from '../../networks/cross-entropy.ts'
import { reusable } from '../../networks/memory.ts'
import { adam, sgd } from '../../training/optimizers.ts'
import { type ModelName, modelOf } from './networks.ts'
import type { Text } from './text.ts'

export interface CurveRun {
  model: ModelName
  optimizer: 'sgd' | 'adamw'
  /** Learning rates, one a step. */
  rates: Float64Array
  /** Decides the first weights and the order of the text: schedules that are compared see the same. */
  seed: number
}

const momentum = 0.9
/** Of AdamW, decoupled: w ← w − η λ w. */
const weightDecay = 0.1

const memory = { parameters: reusable(), gradient: reusable(), inputs: reusable(), scores: reusable(), derivatives: reusable() }

/** Trains on pieces drawn at random. @returns the loss of each step before its update, in nats a character; stops where it is no longer finite */
export function trainCurve({ tokens, alphabet }: Text, { model, optimizer, rates, seed }: CurveRun): Float64Array {
  const { layer, context, predicts, batch } = modelOf(model, alphabet)
  const rows = predicts === 'all' ? batch * context : batch
  const parameters = memory.parameters(layer.size).subarray(0, layer.size)
  const gradient = memory.gradient(layer.size).subarray(0, layer.size)
  const inputs = memory.inputs(batch * context)
  const labels = new Uint8Array(rows)
  const [scores, derivatives] = [memory.scores(rows * alphabet), memory.derivatives(rows * alphabet)]
  parameters.fill(0)
  layer.initialize(parameters, normal(seed))
  const update = optimizer === 'sgd' ? sgd(layer.size, momentum) : adam(layer.size)
  const next = uniform(seed + 0x5eed)
  const losses = new Float64Array(rates.length).fill(NaN)
  for (const [step, rate] of rates.entries()) {
    for (let b = 0; b < batch; b++) {
      const from = Math.floor(next() * (tokens.length - context))
      for (let i = 0; i < context; i++) inputs[b * context + i] = tokens[from + i]!
      if (predicts === 'all') for (let i = 0; i < context; i++) labels[b * context + i] = tokens[from + i + 1]!
      else labels[b] = tokens[from + context]!
    }
    layer.forward(parameters, inputs, scores, rows)
    const loss = crossEntropy(scores, labels, rows, alphabet, derivatives) / rows
    if (!Number.isFinite(loss)) break
    losses[step] = loss
    gradient.fill(0)
    layer.backward(parameters, inputs, scores, derivatives, gradient, null, rows)
    if (optimizer === 'adamw') for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i]! * (1 - rate * weightDecay)
    update(parameters, gradient, rate)
  }
  return losses
}
