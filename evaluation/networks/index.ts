import { attention } from './attention.ts'
import { chain, residual } from './chain.ts'
import { convolution, meanPooling } from './convolution.ts'
import { dense } from './dense.ts'
import { embedding } from './embedding.ts'
import type { Layer } from './layer.ts'
import { relu } from './relu.ts'
import { rmsNorm } from './rms-norm.ts'

/** What examples look like: numbers in a row, rows in an example (a sequence has several), classes of a label. */
export interface Shape {
  width: number
  length: number
  classes: number
}

/** A network, and which of its first parameters are weights whose scale has no effect, because a normalisation follows. */
export interface Network {
  layer: Layer
  normalized: number
}

const hidden = 32

/** Softmax regression: convex. */
const regression = ({ width, classes }: Shape): Network => ({ layer: dense(width, classes, { gain: 0 }), normalized: 0 })

/** One hidden layer of 32 units, relu. */
const perceptron = ({ width, classes }: Shape): Network => ({
  layer: chain([dense(width, hidden), relu(hidden), dense(hidden, classes)]),
  normalized: 0
})

/** The same with its first layer normalised, so that weight decay and learning rate together set an effective rate. */
const normalizedPerceptron = ({ width, classes }: Shape): Network => {
  const first = dense(width, hidden, { bias: false })
  return { layer: chain([first, rmsNorm(hidden), relu(hidden), dense(hidden, classes)]), normalized: first.size }
}

const planes = 6

/** Square images: a 3 × 3 convolution into 6 planes, relu, 2 × 2 means, and a dense layer. */
const convolutional = ({ width, classes }: Shape): Network => {
  const side = Math.sqrt(width)
  const pooled = planes * (side / 2) ** 2
  return {
    layer: chain([convolution(side, planes), relu(planes * width), meanPooling(side, planes), dense(pooled, classes)]),
    normalized: 0
  }
}

const model = 12

/** One block of a transformer of width 12, with normalisation before each part. */
const transformer = ({ length, classes }: Shape): Network => ({
  layer: chain([
    embedding(classes, length, model),
    residual(chain([rmsNorm(model), attention(length, model)])),
    residual(chain([rmsNorm(model), dense(model, 2 * model), relu(2 * model), dense(2 * model, model)])),
    rmsNorm(model),
    dense(model, classes)
  ]),
  normalized: 0
})

export const networks = { regression, perceptron, 'normalized-perceptron': normalizedPerceptron, convolutional, transformer }
export type NetworkName = keyof typeof networks
