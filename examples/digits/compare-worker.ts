/** Trains what its parent asks for, one job after the other, and answers each with its result. */

import { parseArgs } from 'node:util'
import { digits } from './data.ts'
import { evaluate } from './network.ts'
import { multipliersOf } from './schedules.ts'
import { settingFrom, settingOptions } from './setting.ts'
import { sgd } from './sgd.ts'

/** One training run: a schedule (a common name, or the URL of one that Taper keeps), its peak learning rate and a seed. */
export interface Job {
  schedule: string
  rate: number
  seed: number
}

/** How the network stands after the last step: mean cross-entropy in nats on either part, and the share of test images read right. */
export interface Result {
  trainLoss: number
  testLoss: number
  testAccuracy: number
}

const setting = settingFrom(parseArgs({ options: settingOptions }).values)
const { train, test } = digits(setting.labelNoise)
const known = new Map<string, Promise<Float64Array>>()

async function run({ schedule, rate, seed }: Job): Promise<Result> {
  if (!known.has(schedule)) known.set(schedule, multipliersOf(schedule, setting.steps))
  const multipliers = await known.get(schedule)!
  const training = sgd(setting, train, seed, (step) => rate * multipliers[step]!)
  let state = training.next()
  while (!state.done) state = training.next()
  const [onTrain, onTest] = [evaluate(state.value, train), evaluate(state.value, test)]
  return { trainLoss: onTrain.loss, testLoss: onTest.loss, testAccuracy: onTest.accuracy }
}

process.on('message', (job: Job) => {
  run(job).then(
    (result) => process.send?.(result),
    (error: Error) => {
      process.stderr.write(`compare: ${error.message}\n`)
      process.exit(1)
    }
  )
})
