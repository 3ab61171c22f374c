import { Command, InvalidArgumentError, Option } from 'commander'
import { toJson } from '../formats/json.ts'
import type { ForecastAnswer } from '../services/forecasts/forecast-answer.ts'
import { forecastLogs } from '../services/forecasts/forecast-losses.ts'
import type { ForecastCurveRequest, ForecastRequest } from '../services/forecasts/forecast-request.ts'
import { explainFailure, UsageError } from './failures.ts'
import { forecastPage } from './forecast-page.ts'
import { given } from './given.ts'
import { positiveNumber, wholeNumber } from './number-flags.ts'
import { readCurve } from './read-curve.ts'
import { inputOption, type LogFlags, logRunOption, stepOption } from './read-log-file.ts'
import { namesRun, serviceAt, urlOption } from './service.ts'
import { writeText } from './write-text.ts'

type Rule = { rule: string; parameters?: Record<string, unknown> }

export interface ForecastFlags extends LogFlags {
  url: string
  json?: true
  schedule?: Rule[]
  of?: Rule
  branch?: { fromStep: number; lengths: number[]; shapes: string[] }
  search?: true
  peak?: number
  steps?: number
  totalSteps?: number
  law?: NonNullable<ForecastRequest['law']>
  rateColumn?: string
  out?: string
}

/** Points of each curve where it is drawn. */
const pointsDrawn = 200

/** `taper forecast`: what loss schedules will give, from the losses and rates of logs, with no server and no database; or of runs that a service has. */
export const forecastCommand = (): Command =>
  new Command('forecast')
    .argument(
      '<logs...>',
      'files with losses and learning rates (- for standard input), fitted here; or ids of runs, fitted by the service'
    )
    .option('--schedule <rule...>', 'schedules to forecast, parameters as rule={"name":value}', readRules)
    .option(
      '--of <rule>',
      'the schedule of the logs, where they hold no learning rates or have not ended; needs --peak without rates',
      readRule
    )
    .option('--total-steps <n>', 'length of the training that the logs are of (default: as the log says)', wholeNumber(1))
    .option('--branch <k:lengths:shapes>', 'cooldowns from step k, as 20000:0.1,0.2:linear,one-minus-sqrt', readBranch)
    .option('--search', 'find the schedules with the least loss at the peak')
    .option('--peak <rate>', 'peak learning rate of the schedules (default: the largest of the logs)', positiveNumber)
    .option('--steps <n>', 'length of the schedules in steps (default: that of the longest log)', wholeNumber(1))
    .addOption(
      new Option('--law <law>', 'law to fit (default: auto)').choices(['auto', 'annealing-momentum', 'multi-power', 'bound-power'])
    )
    .option('--json', 'write JSON, like POST /v1/forecasts')
    .option('--out <path>', 'write a picture to this file, .svg, besides')
    .option('--loss-column <name>', 'column, field or tag of the losses (default: found by name)')
    .option('--rate-column <name>', 'column, field or tag of the learning rates (default: found by name)')
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      `
Examples:
  taper forecast trainer_state.json --schedule cosine 'wsd={"cooldown":0.2}'
  taper forecast constant.csv cosine.csv --search --steps 50000
  taper forecast metrics.csv --of 'warmup={"length":500,"of":{"rule":"cosine"}}' --peak 3e-4 --total-steps 20000
  taper forecast metrics.csv --branch 20000:0.1,0.2:linear,one-minus-sqrt --out branches.svg
  taper forecast resnet-50 --url http://taper.local:8080`
    )
    .action(runForecast)

const readRules = (text: string, before: Rule[] = []): Rule[] => [...before, readRule(text)]

function readRule(text: string): Rule {
  const place = text.indexOf('=')
  if (place < 0) return { rule: text }
  try {
    return { rule: text.slice(0, place), parameters: JSON.parse(text.slice(place + 1)) as Record<string, unknown> }
  } catch {
    throw new InvalidArgumentError('Parameters must be JSON, e.g. wsd={"cooldown":0.1}.')
  }
}

function readBranch(text: string): NonNullable<ForecastFlags['branch']> {
  const [step = '', lengths = '0.1,0.2', shapes = 'linear,one-minus-sqrt'] = text.split(':')
  const branch = { fromStep: Number(step), lengths: lengths.split(',').map(Number), shapes: shapes.split(',') }
  const isRight = step !== '' && Number.isInteger(branch.fromStep) && branch.fromStep > 0 && branch.lengths.every((length) => length > 0)
  if (!isRight) throw new InvalidArgumentError('It must be a step, lengths and shapes, as 20000:0.1,0.2:linear,one-minus-sqrt.')
  return branch
}

async function runForecast(logs: string[], flags: ForecastFlags): Promise<void> {
  if (flags.out !== undefined && !flags.out.toLowerCase().endsWith('.svg')) throw new UsageError('--out must end in .svg.')
  const there = logs.filter(namesRun).length
  if (there > 0 && there < logs.length) throw new UsageError('give either files, or ids of runs.')
  try {
    const curves: ForecastCurveRequest[] = []
    for (const log of logs) curves.push(there > 0 ? { runId: log, ...scheduleOf(flags) } : await curveOf(log, flags))
    const request = requestOf(curves, flags)
    const answer =
      there > 0 ? await serviceAt(flags.url).send<ForecastAnswer>('POST', '/v1/forecasts', request) : await forecastLogs(request)
    for (const { code, detail } of answer.warnings) process.stderr.write(`warning (${code}): ${detail}\n`)
    await writeText([flags.json ? `${toJson(answer)}\n` : forecastPage(answer, curves)], undefined)
    if (flags.out !== undefined) await writeText([await pictureOf(answer, curves)], flags.out)
  } catch (error) {
    if (there > 0) throw error
    const { message, exitCode } = explainFailure(error, logs.length === 1 ? (logs[0] === '-' ? 'standard input' : logs[0]!) : 'the logs')
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

const scheduleOf = ({ of, peak, totalSteps }: ForecastFlags): Partial<ForecastCurveRequest> =>
  given({ schedule: of, peakLearningRate: of === undefined ? undefined : peak, totalSteps })

async function curveOf(log: string, flags: ForecastFlags): Promise<ForecastCurveRequest> {
  const { totalSteps, ...curve } = await readCurve(log, flags)
  return { ...curve, ...given({ totalSteps: flags.of === undefined ? undefined : totalSteps }), ...scheduleOf(flags) }
}

function requestOf(curves: readonly ForecastCurveRequest[], flags: ForecastFlags): ForecastRequest {
  const { schedule = [], branch, search, peak, steps, law } = flags
  const isDrawn = flags.json !== true || flags.out !== undefined
  return {
    curves,
    candidates: schedule.map((candidate) => ({ ...candidate, ...given({ peakLearningRate: peak }) })),
    ...given({ branches: branch, search: search === true ? given({ peakLearningRate: peak }) : undefined, steps, law }),
    points: isDrawn ? pointsDrawn : 0
  } as ForecastRequest
}

async function pictureOf(answer: ForecastAnswer, curves: readonly ForecastCurveRequest[]): Promise<string> {
  const [{ drawForecast }, { chartSizes }] = await Promise.all([
    import('../formats/charts/draw-forecast.ts'),
    import('../formats/charts/chart.ts')
  ])
  const { losses, steps } = curves[answer.self?.curve ?? 0] ?? {}
  const logged = losses === undefined ? null : { losses, steps: steps ?? Float64Array.from(losses, (_, i) => i) }
  return drawForecast(answer, logged, { width: chartSizes.width.default, height: chartSizes.height.two, theme: 'auto' })
}
