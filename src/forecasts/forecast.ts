import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { invalid } from '../domain/problems.ts'
import type { ForecastWarning } from '../domain/warning-codes.ts'
import { type BestSchedules, bestSchedules, type SearchSpace } from './best-schedules.ts'
import { type BlockCounts, usablePoints } from './block-medians.ts'
import { type BranchRequest, branchesOf } from './branches.ts'
import { type KnownRates, type PlannedSchedule, plannedPath, ratesOf, requireSteps } from './curve-rates.ts'
import { blocksMin, type Forecaster, forecaster, type LawChoice, type LossCurve } from './forecaster.ts'

import type { Interval } from './interval.ts'
import { pathTo, type RatePath, sumTo } from './rate-path.ts'
import { forecastWarnings, type NamedPath } from './warnings.ts'

export type { LawChoice } from './forecaster.ts'

/** A run whose losses are fitted. */
export interface CurveTask extends KnownRates {
  readonly losses: Points
  /** Length of its training, where it is known. */
  readonly totalSteps: number | null
  /** Where in the request it stands. */
  readonly place: string
}

/** A schedule whose end is forecast. */
export interface CandidateTask extends PlannedSchedule {
  readonly name: string
  /** The peak of the fitted curves, unless given. */
  readonly peakLearningRate: number | null
  /** How the answer names it: a rule with its parameters, or the id of a stored schedule. */
  readonly schedule: Readonly<Record<string, unknown>> | null
}

/** Arrays on shared memory are not copied on the way to a thread. */
export interface ForecastTask {
  readonly curves: readonly CurveTask[]
  readonly candidates: readonly CandidateTask[]
  readonly branches: BranchRequest | null
  /** Null: no search is wanted. */
  readonly search: Partial<SearchSpace> | null
  readonly law: LawChoice
  /** Points of each curve in the answer. */
  readonly points: number
}

/** Losses at steps with their intervals, for a picture. */
export interface ForecastCurve {
  readonly steps: readonly number[]
  readonly losses: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

export interface ForecastSchedule {
  readonly name: string
  readonly peakLearningRate: number
  readonly steps: number
  readonly finalLoss: number
  readonly interval: Interval
  readonly sumOfRates: number
  readonly schedule: Readonly<Record<string, unknown>> | null
  readonly curve: ForecastCurve | null
}

export interface ForecastResult {
  readonly law: string
  readonly parameters: Readonly<Record<string, number>>
  readonly fit: { readonly points: number; readonly rmse: number; readonly curves: readonly BlockCounts[] }
  readonly identified: boolean
  readonly self: {
    readonly curve: number
    readonly steps: number
    readonly finalLoss: number
    readonly interval: Interval
    /** By which it is: the median of several. */
    readonly laws: readonly string[]
    readonly path: ForecastCurve | null
  } | null
  readonly forecasts: readonly ForecastSchedule[]
  readonly search: (BestSchedules & SearchSpace & { readonly scatter: number }) | null
  readonly warnings: readonly { readonly code: ForecastWarning; readonly detail: string }[]
}

/** Fits a law to the curves, and forecasts what is asked for. @throws Problem `invalid-request` */
export function forecast(task: ForecastTask): ForecastResult {
  const paths = task.curves.map((curve) => {
    requireSteps(curve.losses, `${curve.place}/steps`)
    return ratesOf(curve)
  })
  const curves = task.curves.map(({ losses }, k) => ({ ...columnsOf(losses), path: paths[k]! }))
  requireBlocks(curves, task.curves)
  const found = forecaster(curves, task.law)
  const fitted = Math.min(...paths.map(({ warmupEnd }) => warmupEnd))
  const lengths = task.curves.map(lengthOf)
  const open = task.curves.findIndex(({ losses, planned }, k) => lengths[k]! > lastStep(losses) + 1 && planned !== null)
  const steps = lengths[open] ?? Math.max(...lengths)
  const peak = Math.max(...paths.map((path) => path.peak))
  const named = [...namedCandidates(task.candidates, peak), ...namedBranches(task, paths, Math.max(0, open))]
  const forecasts = named.map((one) => forecastOf(found, one, task.points, fitted))
  const own = open < 0 ? null : { curve: open, steps, path: paths[open]! }
  const end = own === null ? null : found.onItself(own.path, own.steps - 1)
  const space =
    task.search === null ? null : searchSpace(task.search, { steps, peakLearningRate: peak, warmup: paths[Math.max(0, open)]!.warmupEnd })
  const best = space === null ? null : bestSchedules(found, space)
  return {
    law: found.fit.law.name,
    parameters: found.parameters,
    fit: { points: found.counts.reduce((sum, { used }) => sum + used, 0), rmse: found.fit.rmse, curves: found.counts },
    identified: found.identified,
    self:
      own === null || end === null
        ? null
        : {
            curve: own.curve,
            steps,
            finalLoss: end.loss,
            interval: end.interval,
            laws: end.laws,
            path: curveOf(found, own.path, own.steps, task.points, fitted, found.onItself)
          },
    forecasts,
    search: best === null || space === null ? null : { ...best, ...space, scatter: found.errors.noise },
    warnings: forecastWarnings(found, curves, [
      ...named,
      ...(own === null ? [] : [{ name: 'the run itself', ...own }]),
      ...(best?.atPeak ?? []).slice(0, 1).map(({ path }) => ({ name: 'the best schedule of the search', path, steps: space!.steps }))
    ])
  }
}

interface Named extends NamedPath {
  readonly schedule: Readonly<Record<string, unknown>> | null
  readonly peakLearningRate: number
}

const namedCandidates = (candidates: readonly CandidateTask[], peak: number): Named[] =>
  candidates.map((candidate) => {
    const peakLearningRate = candidate.peakLearningRate ?? peak
    const { name, steps, schedule } = candidate
    return { name, steps, schedule, peakLearningRate, path: plannedPath(candidate, peakLearningRate) }
  })

function namedBranches({ branches, curves }: ForecastTask, paths: readonly RatePath[], index: number): Named[] {
  if (branches === null) return []
  const curve = curves[index]!
  const ends = { known: knownUntil(curve), end: lengthOf(curve) - 1 }
  return branchesOf(branches, pathTo(paths[index]!, branches.fromStep), curve.planned, ends, '/branches').map((branch) => ({
    ...branch,
    path: plannedPath({ steps: branch.steps, rule: branch.schedule, multipliers: null }, branch.peakLearningRate)
  }))
}

function forecastOf(
  found: Forecaster,
  { name, steps, path, schedule, peakLearningRate }: Named,
  points: number,
  first: number
): ForecastSchedule {
  const { loss, interval } = found.at(path, steps - 1)
  const sumOfRates = sumTo(path, steps - 1)
  return {
    name,
    peakLearningRate,
    steps,
    finalLoss: loss,
    interval,
    sumOfRates,
    schedule,
    curve: curveOf(found, path, steps, points, first)
  }
}

/** From the end of the warm-up, or the first step that was fitted, to the last step. */
function curveOf(
  found: Forecaster,
  path: RatePath,
  steps: number,
  points: number,
  first: number,
  lossAt: Forecaster['at'] = found.at
): ForecastCurve | null {
  if (points === 0) return null
  const from = Math.min(Math.max(first, path.warmupEnd), steps - 1)
  const count = Math.min(points, steps - from)
  const at = Array.from({ length: count }, (_, k) => (count === 1 ? steps - 1 : Math.round(from + (k * (steps - 1 - from)) / (count - 1))))
  const all = at.map((step) => lossAt(path, step))
  return {
    steps: at,
    losses: all.map(({ loss }) => loss),
    low: all.map(({ interval }) => interval.low),
    high: all.map(({ interval }) => interval.high)
  }
}

const lastStep = ({ steps, values }: Points): number => stepAt(steps, values.length - 1)

/** Steps of the whole training. */
const lengthOf = ({ losses, planned, totalSteps }: CurveTask): number => Math.max(lastStep(losses) + 1, totalSteps ?? planned?.steps ?? 0)

/** Where a checkpoint can lie: up to the end of the plan, and at most one logging interval after the last point. */
function knownUntil({ losses, logged, planned }: CurveTask): number {
  const ends = [losses, ...(logged === null ? [] : [logged])].map((points) => {
    const last = lastStep(points)
    const before = points.values.length < 2 ? last - 1 : stepAt(points.steps, points.values.length - 2)
    return 2 * last - before
  })
  return Math.max(planned?.steps ?? 0, ...ends)
}

/** Points as two lists. */
export const columnsOf = ({ steps, values }: Points): { steps: Float64Array; losses: Float64Array } => ({
  steps: steps instanceof Float64Array ? steps : Float64Array.from(values, (_, i) => stepAt(steps, i)),
  losses: values
})

const searchSpace = (given: Partial<SearchSpace>, usual: SearchSpace): SearchSpace => {
  const { steps = usual.steps, peakLearningRate = usual.peakLearningRate, warmup = usual.warmup } = given
  return { steps, peakLearningRate, warmup: Math.min(warmup, Math.floor(steps / 2)) }
}

/** @throws Problem `invalid-request`: all curves together have too little that can be fitted */
function requireBlocks(curves: readonly LossCurve[], tasks: readonly CurveTask[]): void {
  const counts = curves.map((curve) => usablePoints(curve, curve.path))
  const usable = counts.reduce((sum, { used }) => sum + used, 0)
  if (usable >= blocksMin) return
  const [warmup, nonFinite] = [counts.reduce((sum, one) => sum + one.warmup, 0), counts.reduce((sum, one) => sum + one.nonFinite, 0)]
  const few = usable === 0 ? 'No loss can' : usable === 1 ? 'Only 1 loss can' : `Only ${usable} losses can`
  throw invalid(
    tasks.length === 1 ? tasks[0]!.place : '/curves',
    `${few} be fitted, and a law needs ${blocksMin}. Left out: ${warmup} of the warm-up or the first steps, ${nonFinite} that are not finite.`,
    'Send more of the curve, or log more often.'
  )
}
