/**
 * Compares learning-rate schedules on the digits, each with the peak rate that suits it best:
 *   tsx compare.ts --schedule flat --schedule cosine --schedule linear --schedule refined=http://127.0.0.1:8080/v1/schedules/<id>
 * Progress goes to stderr, the table to stdout.
 */
import { parseArgs } from 'node:util'
import type { Job, Result } from './compare-worker.ts'
import { comparisonText, type Measured } from './comparison-text.ts'
import { runJobs } from './run-jobs.ts'
import { numberOf, settingArguments, settingFrom, settingOptions } from './setting.ts'

/** Peak learning rates, a factor √2 apart, 0.02 … 0.32. Each schedule gets the one with the lowest mean training loss on the tuning seeds. */
const rates = Array.from({ length: 9 }, (_, k) => Number((0.02 * 2 ** (k / 2)).toPrecision(2)))
const firstTuningSeed = 100

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedule: { type: 'string', multiple: true, default: ['flat', 'cosine', 'linear'] },
      seeds: { type: 'string', default: '8' },
      'tuning-seeds': { type: 'string', default: '2' },
      'first-seed': { type: 'string', default: '0' },
      ...settingOptions
    }
  })
  const setting = settingFrom(values)
  const seeds = numberOf('seeds', values.seeds, (v) => Number.isSafeInteger(v) && v >= 2 && v <= 100, 'a whole number from 2 to 100')
  const firstSeed = numberOf('first-seed', values['first-seed'], (v) => Number.isSafeInteger(v) && v >= 0, 'a whole number from 0')
  const tuningCount = numberOf(
    'tuning-seeds',
    values['tuning-seeds'],
    (v) => Number.isSafeInteger(v) && v >= 1 && v <= 10,
    'a whole number from 1 to 10'
  )
  const tuningSeeds = Array.from({ length: tuningCount }, (_, k) => firstTuningSeed + k)
  if (tuningSeeds.some((seed) => seed >= firstSeed && seed < firstSeed + seeds)) {
    throw new Error(`--first-seed=${firstSeed} with --seeds=${seeds} takes in the seeds that rates are tuned on, ${tuningSeeds.join(', ')}`)
  }
  // "refined=http://…" gives a schedule a name of its own in the table.
  const schedules = values.schedule.map((text) => {
    const [, name = text, schedule = text] = /^(\w+)=(.*)$/.exec(text) ?? []
    return { name, schedule }
  })

  const tuning = schedules.flatMap(({ schedule }) => rates.flatMap((rate) => tuningSeeds.map((seed): Job => ({ schedule, rate, seed }))))
  const count = tuning.length + schedules.length * seeds
  process.stderr.write(
    `  ${count} trainings: ${schedules.length} schedules, ${rates.length} rates × ${tuningSeeds.length} seeds to tune, then ${seeds} other seeds\n`
  )
  const tuned = await runJobs(tuning, settingArguments(setting), 'tuning')

  const best = schedules.map((_, s) => {
    const losses = rates.map((_, r) => mean(tuningSeeds.map((_, k) => tuned[(s * rates.length + r) * tuningSeeds.length + k]!.trainLoss)))
    // A rate at which training fails has NaN for a loss, which is never the lowest.
    return losses.reduce((lowest, loss, r) => (loss < losses[lowest]! || Number.isNaN(losses[lowest]!) ? r : lowest), 0)
  })
  const reporting = schedules.flatMap(({ schedule }, s) =>
    Array.from({ length: seeds }, (_, k): Job => ({ schedule, rate: rates[best[s]!]!, seed: firstSeed + k }))
  )
  const reported = await runJobs(reporting, settingArguments(setting), 'measuring')

  const measured = schedules.map(
    ({ name }, s): Measured => ({
      name,
      rate: rates[best[s]!]!,
      atEdge: best[s] === 0 || best[s] === rates.length - 1,
      results: reported.slice(s * seeds, (s + 1) * seeds) satisfies Result[]
    })
  )
  process.stdout.write(comparisonText(measured))
}

main().catch((error: Error) => {
  process.stderr.write(`compare: ${error.message}\n`)
  process.exitCode = 1
})
