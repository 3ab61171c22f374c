import { attention } from '../../networks/attention.ts'
import { chain, residual } from '../../networks/chain.ts'
import { dense } from '../../networks/dense.ts'
import { embedding } from '../../networks/embedding.ts'
import type { Layer } from '../../networks/layer.ts'
import { relu } from '../../networks/relu.ts'
import { rmsNorm } from '../../networks/rms-norm.ts'

/** A model of the next character. */
export interface CharacterModel {
  layer: Layer
  /** Characters that it sees. */
  context: number
  /** Characters of a sequence whose successor it predicts: all, or the last one alone. */
  predicts: 'all' | 'last'
  /** Sequences of a step. */
  batch: number
}

/** The vectors of all characters of a sequence in one row. */
function sequenceInOneRow(tokens: number, context: number, width: number): Layer {
  const one = embedding(tokens, context, width)
  return {
    ...one,
    inputs: context,
    outputs: context * width,
    forward: (parameters, x, y, rows) => one.forward(parameters, x, y, rows * context),
    backward: (parameters, x, y, dy, gradient, dx, rows) => one.backward(parameters, x, y, dy, gradient, dx, rows * context)
  }
}

/** One block, with normalisation before each part and at the end. */
function transformer(tokens: number): CharacterModel {
  const [context, width] = [16, 24]
  const layer = chain([
    embedding(tokens, context, width),
    residual(chain([rmsNorm(width), attention(context, width)])),
    residual(chain([rmsNorm(width), dense(width, 4 * width), relu(4 * width), dense(4 * width, width)])),
    rmsNorm(width),
    dense(width, tokens)
  ])
  return { layer, context, predicts: 'all', batch: 16 }
}

/**
 * One hidden layer over the last eight characters.
 * @see Bengio, Ducharme, Vincent, Jauvin, A Neural Probabilistic Language Model, 2003
 */
function perceptron(tokens: number): CharacterModel {
  const [context, width, hidden] = [8, 10, 64]
  const layer = chain([sequenceInOneRow(tokens, context, width), dense(context * width, hidden), relu(hidden), dense(hidden, tokens)])
  return { layer, context, predicts: 'last', batch: 128 }
}

export const modelNames = ['transformer', 'mlp'] as const
export type ModelName = (typeof modelNames)[number]

const built = new Map<ModelName, CharacterModel>()

/** The model over so many tokens, made once: layers keep their memory. */
export function modelOf(name: ModelName, tokens: number): CharacterModel {
  if (!built.has(name)) built.set(name, { transformer, mlp: perceptron }[name](tokens))
  return built.get(name)!
}
