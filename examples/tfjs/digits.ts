/**
 * Trains a network on handwritten digits with TensorFlow.js, twice: first with linear decay, while Taper logs gradient norms and losses; then
 * with the schedule refined from them by preset robust. Run `npm start` in another terminal, then:
 *
 *     npx tsx examples/tfjs/digits.ts
 */
import { initializers, layers, oneHot, type Scalar, sequential, tensor1d, tensor2d, train } from '@tensorflow/tfjs'
import { openRun, Schedule } from '../../clients/typescript/src/index.ts'
import { watch } from '../../clients/typescript/src/tfjs.ts'
import { classes, digits, type Images, pixels } from '../digits/data.ts'

const epochs = 4
const batchSize = 32
const peakLearningRate = 0.3

const images = digits(0.1)
const training = tensorsOf(images.train)
const testing = tensorsOf(images.test)
const totalSteps = epochs * Math.ceil(images.train.count / batchSize)

const linear = new Schedule(Float64Array.from({ length: totalSteps }, (_, step) => 1 - step / (totalSteps - 1)))
const first = await trainBy('tfjs-digits-linear', linear)
const second = await trainBy('tfjs-digits-refined', first.refined)

console.log(`${totalSteps} steps; loss and accuracy on the test images:`)
console.log(`linear decay      ${first.loss.toFixed(4)}  ${first.accuracy.toFixed(4)}`)
console.log(`refined schedule  ${second.loss.toFixed(4)}  ${second.accuracy.toFixed(4)}`)
const lower = second.loss < first.loss ? 'the refined schedule (preset robust)' : 'linear decay'
console.log(`The lower loss is that of ${lower}, in one run each, at the same peak: npm run demo compares over seeds and peaks.`)

/** One training, from the same initial weights. Only the lines with `run` are for Taper. */
async function trainBy(runId: string, schedule: Schedule): Promise<{ loss: number; accuracy: number; refined: Schedule }> {
  const model = sequential()
  const weights = (seed: number) => initializers.glorotUniform({ seed })
  model.add(layers.dense({ inputShape: [pixels], units: 32, activation: 'tanh', kernelInitializer: weights(1) }))
  model.add(layers.dense({ units: classes, activation: 'softmax', kernelInitializer: weights(2) }))
  const optimizer = train.sgd(peakLearningRate)
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] })

  const run = await openRun(runId, { optimizer: 'sgd', totalSteps, peakLearningRate })
  watch(optimizer, run, { schedule, peakLearningRate })
  await model.fit(training.x, training.y, { epochs, batchSize, verbose: 0 })
  const refined = await run.refine()
  await run.close()

  const [loss, accuracy] = (model.evaluate(testing.x, testing.y) as Scalar[]).map((value) => value.dataSync()[0] as number)
  return { loss: loss as number, accuracy: accuracy as number, refined }
}

function tensorsOf({ count, pixels: values, labels }: Images) {
  return {
    x: tensor2d(Float32Array.from(values), [count, pixels]),
    y: oneHot(tensor1d(Int32Array.from(labels), 'int32'), classes)
  }
}
