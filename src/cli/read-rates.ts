import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { type SeriesName, seriesNames } from '../domain/series.ts'
import { readSeries } from '../formats/logs/read-series.ts'
import type { LogFacts } from '../formats/logs/recorder.ts'
import { UsageError } from './failures.ts'
import { type LogFlags, sourcesOf } from './read-log-file.ts'

/** Learning rates of a log, and what it says of its run. */
export interface RateReading {
  readonly points: Points
  readonly facts: LogFacts
}

/**
 * Reads the learning rates of a log, and says on standard error what it read from where.
 * @throws UsageError where there is no such file, or none of its columns is called like a learning rate; Problem for what is in it
 */
export async function readRates(file: string, { input, column, step, run }: LogFlags): Promise<RateReading> {
  // No other series is looked for, so that none can be in doubt.
  const map = new Map<SeriesName, string | null>(seriesNames.map((name) => [name, null]))
  if (column === undefined) map.delete('learning-rate')
  else map.set('learning-rate', column)
  const wishes = Object.entries({ input, step, run }).filter(([, wish]) => wish !== undefined)
  const { runs } = await readSeries(await sourcesOf(file), { map, ...Object.fromEntries(wishes) }).catch(asNoRates)
  const found = runs.flatMap(({ name, series, facts, warnings }) =>
    series.filter((one) => one.name === 'learning-rate').map((rates) => ({ run: name, rates, facts, warnings }))
  )
  const [only] = found
  if (only === undefined) throw new UsageError('it holds no learning rates.')
  if (found.length > 1) {
    const names = found.slice(0, 20).map((one) => JSON.stringify(one.run))
    throw new UsageError(`it holds learning rates of ${found.length} runs: ${names.join(', ')}. Name one with --run.`)
  }
  const { rates, facts, warnings } = only
  const steps = rates.step === null ? 'no column of steps' : `steps from ${JSON.stringify(rates.step)}`
  const read = `read: ${rates.points.values.length} learning rates from column ${JSON.stringify(rates.source)}, ${steps}`
  process.stderr.write(`${[read, ...warnings.map((warning) => `note: ${warning}`)].join('\n')}\n`)
  return { points: rates.points, facts }
}

/** A log without any series that was looked for has none of learning rates: the columns that it has are listed. */
function asNoRates(error: unknown): never {
  if (!(error instanceof Problem) || error.type !== 'ambiguous-log' || !error.detail.includes('no column of it is called')) throw error
  const columns = (error.errors ?? []).map(({ detail }) => `\n  ${detail}`).join('')
  throw new UsageError(`no column is called like a learning rate. Name it with --column.${columns}`)
}
