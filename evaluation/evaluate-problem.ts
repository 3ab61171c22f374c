import type { Problem } from './problems.ts'
import { type LogKind, usualLog, weakLogs } from './service/logs.ts'
import type { NamedSchedule, ScheduleSource } from './service/schedules.ts'
import type { Report, Taper } from './service/taper.ts'
import type { TrainingLog } from './training/train.ts'
import type { Job, Measurement, Results } from './tuning/job.ts'
import { median } from './tuning/statistics.ts'
import type { Search } from './tuning/tune-peak.ts'

/** A schedule and how trainings with it ended. */
export interface Measured {
  name: string
  measurement: Measurement
  report: Report | null
}

export interface ProblemResult {
  problem: Problem
  /** The loss that distances are taken from: the least one of a regression, −0.001 of a network, whose loss can reach 0. */
  floor: number
  schedules: Measured[]
  /** Schedules that the service refused to refine. */
  refused: string[]
  /** `robust` from other logs, by the names of logs; null where the service refused the log. */
  fromWeakLogs: { log: string; measured: Measured | null }[]
  log: LogFacts
}

/** What the usual log looks like. */
export interface LogFacts {
  run: string
  /** Median norm of the last 5 % of steps ÷ median of all. */
  tail: number
  /** Medians of the norms of ten equal parts, ÷ the median of all. */
  tenths: number[]
}

export interface Means {
  taper: Taper
  schedules: ScheduleSource
  run<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Results[K]>
}

/** Networks can reach a loss of 0: ratios are of the loss plus this. */
const networkFloor = -0.001

/** Where the search for the best peak rate of linear decay begins, as an exponent of 2. */
const firstExponent = { sgd: -2, adam: -6 }

/** Measures all schedules of a problem: linear decay first, whose log at its best rate the others are refined from. */
export async function evaluateProblem(problem: Problem, { taper, schedules, run }: Means): Promise<ProblemResult> {
  const { id, setting, tuningSeeds, reportSeeds } = problem
  const { steps, optimizer } = setting
  const optimum = setting.network === 'regression' ? await run({ kind: 'optimum', setting: { ...setting, outsideNoise: null } }) : null
  const floor = optimum?.loss ?? networkFloor
  const noiseUnit = optimum?.noise ?? 0
  const measure = (multipliers: Float64Array, search: Search): Promise<Measurement> =>
    run({ kind: 'measurement', setting, multipliers, search, tuningSeeds, reportSeeds, floor, noiseUnit })

  const linear = await schedules('linear', steps, '')
  const onLinear = await measure(linear.multipliers, { start: firstExponent[optimizer], wide: true })
  const search = { start: Math.round(Math.log2(onLinear.peak)), wide: false }

  const logRun = async (name: string, { schedule, rateFactor, seed, stride }: LogKind): Promise<TrainingLog> => {
    const { multipliers } = await schedules(schedule, steps, '')
    const peak = rateFactor * onLinear.peak
    const log = await run({ kind: 'log', setting, multipliers, peak, seed, noiseUnit })
    const fields = { optimizer, totalSteps: steps, peakLearningRate: peak, weightDecay: setting.weightDecay, labels: { problem: id } }
    const logged = Array.from({ length: Math.ceil(steps / stride) }, (_, k) => k * stride)
    const { l1, l2, loss, weightNorm } = log
    await taper.logRun(name, fields, logged, { l1, l2, loss, 'weight-norm': weightNorm })
    return log
  }
  const log = await logRun(id, usualLog)

  const asMeasured = async ({ name, multipliers, report }: NamedSchedule): Promise<Measured> => ({
    name,
    measurement: await measure(multipliers, search),
    report: report ?? null
  })
  const measured = async (name: string, from: string): Promise<Measured | null> => {
    const schedule = await schedules(name, steps, from).catch((error: Error) => {
      if (/: 409 /.test(error.message)) return null // Norms that cannot be refined, such as those of a run that failed.
      throw error
    })
    return schedule && asMeasured(schedule)
  }
  const others = await Promise.all(problem.schedules.map((name) => measured(name, id)))
  const fromWeakLogs = await Promise.all(
    problem.logs.map(async (name) => {
      await logRun(`${id}-${name}`, weakLogs[name]!)
      return { log: name, measured: await measured('robust', `${id}-${name}`) }
    })
  )
  const norms = optimizer === 'adam' ? log.l1 : log.l2
  return {
    problem,
    floor,
    schedules: [{ name: 'linear', measurement: onLinear, report: null }, ...others.filter((one) => one !== null)],
    refused: problem.schedules.filter((_, i) => others[i] === null),
    fromWeakLogs,
    log: { run: id, ...shapeOf([...norms]) }
  }
}

function shapeOf(norms: number[]): Omit<LogFacts, 'run'> {
  const whole = median(norms)
  const tenth = (k: number): number[] => norms.slice(Math.floor((k * norms.length) / 10), Math.floor(((k + 1) * norms.length) / 10))
  return {
    tail: median(norms.slice(Math.floor(0.95 * norms.length))) / whole,
    tenths: Array.from({ length: 10 }, (_, k) => median(tenth(k)) / whole)
  }
}
