import { Command } from 'commander'
import { type SeriesName, seriesNames } from '../domain/series.ts'
import { readSeries } from '../formats/logs/read-series.ts'
import { type ProbePeak, probeSeries } from '../services/peaks/probe-run.ts'
import { UsageError } from './failures.ts'
import { given } from './given.ts'
import { inputOption, type LogFlags, logRunOption, sourcesOf, stepOption } from './read-log-file.ts'
import { jsonOption, namesRun, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'

interface Flags extends LogFlags {
  url: string
  json?: true
  distanceColumn?: string
  rateColumn?: string
}

/** `taper probe`: the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation, here or by the service that has the run. */
export const probeCommand = (): Command =>
  new Command('probe')
    .argument('<log>', 'file with d and learning rates (- for standard input); or id of a run of the service')
    .option('--distance-column <name>', 'column, field or tag of d (default: found by name)')
    .option('--rate-column <name>', 'column, field or tag of the learning rates (default: found by name)')
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
It ends with 1 where d has not settled. The shape comes from the norms of the same log: taper refine LOG --steps N.

Examples:
  taper probe runs/prodigy
  taper probe metrics.csv --distance-column prodigy_d
  taper probe prodigy-probe --url http://taper.local:8080`
    )
    .action(runProbe)

async function runProbe(log: string, flags: Flags): Promise<void> {
  const found = namesRun(log)
    ? await serviceAt(flags.url).send<ProbePeak>('POST', '/v1/probes', { runId: log })
    : await probeLog(log, flags)
  process.stdout.write(flags.json ? indented(found) : `${found.peakLearningRate ?? ''}\n`.replace(/^\n$/, ''))
  process.stderr.write(`${found.detail}\n`)
  if (!found.isSettled) process.exitCode = 1
}

async function probeLog(file: string, flags: Flags): Promise<ProbePeak> {
  const { input, step, run, distanceColumn, rateColumn } = flags
  const map = new Map<SeriesName, string | null>(seriesNames.map((name) => [name, null]))
  for (const [name, column] of [
    ['distance', distanceColumn],
    ['learning-rate', rateColumn]
  ] as const) {
    if (column === undefined) map.delete(name)
    else map.set(name, column)
  }
  const { runs } = await readSeries(await sourcesOf(file), { map, ...given({ input, step, run }) })
  const withDistance = runs.filter(({ series }) => series.some(({ name }) => name === 'distance'))
  const [only] = withDistance
  if (only === undefined) throw new UsageError('it holds no d of Prodigy or D-Adaptation. Name its column with --distance-column.')
  if (withDistance.length > 1) throw new UsageError(`it holds d of ${withDistance.length} runs. Name one with --run.`)
  const seriesOf = (wanted: SeriesName) => only.series.find(({ name }) => name === wanted)
  const [distances, rates] = [seriesOf('distance')!, seriesOf('learning-rate')]
  process.stderr.write(
    `read: d from ${JSON.stringify(distances.source)}, ${rates === undefined ? 'no learning rates: 1 is taken' : `learning rates from ${JSON.stringify(rates.source)}`}\n`
  )
  return probeSeries(distances.points, rates?.points ?? null)
}
