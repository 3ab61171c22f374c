/**
 * One training run that logs its gradient norms and losses to Taper as it goes:
 *   tsx train.ts --taper http://127.0.0.1:8080 --run digits-1 --schedule linear --rate 0.08
 * and, with a schedule that Taper made from it:
 *   tsx train.ts --taper http://127.0.0.1:8080 --run digits-2 --schedule http://127.0.0.1:8080/v1/schedules/<id> --rate 0.08
 * Progress goes to stderr, the result to stdout as one line of JSON.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { digits } from './data.ts'
import { evaluate } from './network.ts'
import { multipliersOf } from './schedules.ts'
import { numberOf, settingFrom, settingOptions } from './setting.ts'
import { sgd } from './sgd.ts'
import { putRun, stepLog, word } from './taper.ts'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      taper: { type: 'string', default: 'http://127.0.0.1:8080' },
      run: { type: 'string' },
      schedule: { type: 'string', default: 'linear' },
      rate: { type: 'string', default: '0.08' },
      seed: { type: 'string', default: '1000' },
      ...settingOptions
    }
  })
  if (values.run === undefined) throw new Error('--run is missing: the id of the run that the norms are logged to')
  const { taper, run, schedule } = values
  const setting = settingFrom(values)
  const rate = numberOf('rate', values.rate, (v) => v > 0 && v < Infinity, 'a positive number')
  const seed = numberOf('seed', values.seed, (v) => Number.isSafeInteger(v) && v >= 0, 'a whole number from 0')

  const multipliers = await multipliersOf(schedule, setting.steps)
  await putRun(taper, run, {
    name: `digits, ${setting.hidden} hidden units`,
    optimizer: 'sgd',
    totalSteps: setting.steps,
    peakLearningRate: rate,
    labels: { example: 'digits', schedule: schedule.replace(/.*\//, ''), seed: String(seed) }
  })

  const { train, test } = digits(setting.labelNoise)
  const log = stepLog(taper, run)
  const training = sgd(setting, train, seed, (step) => rate * multipliers[step]!)
  let state = training.next()
  for (; !state.done; state = training.next()) {
    const { step, loss, norms } = state.value
    log.add({ ...norms, loss })
    if ((step + 1) % Math.ceil(setting.steps / 5) === 0) {
      process.stderr.write(
        `  step ${String(step + 1).padStart(5)}  loss ${loss.toFixed(3)}  |gradient|2 ${norms.l2.toFixed(3)}  |gradient|1 ${norms.l1.toFixed(2)}\n`
      )
    }
    // The posts of earlier steps travel meanwhile.
    if (step % 20 === 0) await turn()
  }
  await log.close()

  const network = state.value
  const [onTrain, onTest] = [evaluate(network, train), evaluate(network, test)]
  const result = { run, trainLoss: word(onTrain.loss), testLoss: word(onTest.loss), testAccuracy: onTest.accuracy }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

main().catch((error: Error) => {
  process.stderr.write(`train: ${error.message}\n`)
  process.exitCode = 1
})
