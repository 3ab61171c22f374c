import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { type SeriesName, seriesNames } from '../domain/series.ts'
import { type ReadRun, type ReadSeries, readSeries } from '../formats/logs/read-series.ts'
import { UsageError } from './failures.ts'
import { given } from './given.ts'
import { type LogFlags, sourcesOf } from './read-log-file.ts'

/** Losses of a log with the learning rates beside them, as a forecast takes them. */
export interface CurveReading {
  readonly losses: Float64Array
  readonly steps: Float64Array
  readonly learningRates?: Float64Array
  readonly totalSteps?: number
}

/**
 * Reads the training losses and learning rates of a log, and says on standard error what it read from where. Without losses of training, those of evaluation are read.
 * @throws UsageError where there is no such file, or none of its columns is called like a loss; Problem for what is in it
 */
export async function readCurve(file: string, flags: LogFlags & { rateColumn?: string; of?: unknown }): Promise<CurveReading> {
  const { input, step, run, lossColumn, rateColumn } = flags
  // No other series is looked for, so that none can be in doubt.
  const map = new Map<SeriesName, string | null>(seriesNames.map((name) => [name, null]))
  const wanted: readonly (readonly [SeriesName, string | undefined])[] = [
    ['loss', lossColumn],
    ['learning-rate', rateColumn]
  ]
  for (const [name, column] of wanted) {
    if (column === undefined) map.delete(name)
    else map.set(name, column)
  }
  const { runs } = await readSeries(await sourcesOf(file), { map, ...given({ input, step, run }) }).catch(asNoLosses)
  const found = runs.filter(({ series }) => seriesOf(series, 'loss') !== undefined)
  const [only] = found
  if (only === undefined) throw new UsageError('it holds no losses.')
  if (found.length > 1) {
    const names = found.slice(0, 20).map(({ name }) => JSON.stringify(name))
    throw new UsageError(`it holds losses of ${found.length} runs: ${names.join(', ')}. Name one with --run.`)
  }
  const curve = curveOf(only)
  if (curve.learningRates === undefined && flags.of === undefined) {
    throw new UsageError('it holds no learning rates. Name their column with --rate-column, or say its schedule with --of and --peak.')
  }
  return curve
}

const seriesOf = (series: readonly ReadSeries[], name: SeriesName): ReadSeries | undefined => series.find((one) => one.name === name)

function curveOf({ series, facts, warnings }: ReadRun): CurveReading {
  const losses = seriesOf(series, 'loss')!
  const rates = seriesOf(series, 'learning-rate')
  const { points } = losses
  const steps = Float64Array.from(points.values, (_, i) => stepAt(points.steps, i))
  const beside =
    rates === undefined ? ', no learning rates' : `, ${rates.points.values.length} learning rates from ${JSON.stringify(rates.source)}`
  const read = `read: ${points.values.length} losses from column ${JSON.stringify(losses.source)}, ${losses.step === null ? 'no column of steps' : `steps from ${JSON.stringify(losses.step)}`}${beside}`
  process.stderr.write(`${[read, ...warnings.map((warning) => `note: ${warning}`)].join('\n')}\n`)
  return {
    losses: points.values,
    steps,
    ...(rates === undefined ? {} : { learningRates: interpolated(rates.points, steps) }),
    ...given({ totalSteps: facts.totalSteps })
  }
}

/** Rates at the steps of the losses: where both were logged that one, else on a line between its neighbours; NaN beyond the first and last. */
function interpolated({ steps, values }: Points, at: Float64Array): Float64Array {
  const finite = [...values.keys()].filter((i) => Number.isFinite(values[i]!))
  let k = 0
  return at.map((step) => {
    while (k + 1 < finite.length && stepAt(steps, finite[k + 1]!) <= step) k++
    const [here, next] = [finite[k], finite[k + 1]]
    if (here === undefined || step < stepAt(steps, here)) return Number.NaN
    const [from, value] = [stepAt(steps, here), values[here]!]
    if (from === step || next === undefined) return from === step ? value : Number.NaN
    return value + ((values[next]! - value) * (step - from)) / (stepAt(steps, next) - from)
  })
}

/** A log without any series that was looked for has none of losses: the columns that it has are listed. */
function asNoLosses(error: unknown): never {
  if (!(error instanceof Problem) || error.type !== 'ambiguous-log' || !error.detail.includes('no column of it is called')) throw error
  const columns = (error.errors ?? []).map(({ detail }) => `\n  ${detail}`).join('')
  throw new UsageError(`no column is called like a loss. Name it with --loss-column.${columns}`)
}
