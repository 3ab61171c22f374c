import type { Points } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import type { BranchRequest } from '../../forecasts/branches.ts'
import type { CurveTask, ForecastTask, LawChoice } from '../../forecasts/forecast.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { runNotFound } from '../runs/find-run.ts'
import { readSeries } from '../series/read-series.ts'
import { type ForecastCandidate, type NamedSchedule, plannedSchedule, type StoredSchedules } from './planned-schedule.ts'

/** A run whose losses are fitted: by its id, or by its losses with its rates. */
export interface ForecastCurveRequest {
  readonly runId?: string
  readonly losses?: Float64Array
  readonly steps?: Float64Array
  readonly learningRates?: Float64Array
  readonly schedule?: ForecastCandidate
  readonly peakLearningRate?: number
  readonly totalSteps?: number
}

export interface ForecastRequest {
  readonly curves: readonly ForecastCurveRequest[]
  readonly candidates?: readonly (ForecastCandidate & { readonly peakLearningRate?: number })[]
  readonly branches?: BranchRequest
  readonly search?: { readonly steps?: number; readonly peakLearningRate?: number; readonly warmup?: number }
  readonly steps?: number
  readonly law?: LawChoice
  readonly points?: number
}

/**
 * Looks up what a request names, and checks it.
 * @param stored null where there is no database: curves and schedules are then said
 * @throws Problem `invalid-request`, `run-not-found`, `schedule-not-found`, `no-losses`, `no-learning-rates`, `too-large-for-memory`
 */
export async function forecastTask(stored: StoredSchedules | null, request: ForecastRequest): Promise<ForecastTask> {
  const curves: CurveTask[] = []
  for (const [k, curve] of request.curves.entries()) curves.push(await curveTask(stored, curve, request.steps, `/curves/${k}`))
  const longest = Math.max(...curves.map(({ losses: { steps, values }, totalSteps }) => totalSteps ?? lastOf(steps, values.length) + 1))
  const candidates = []
  for (const [k, candidate] of (request.candidates ?? []).entries()) {
    const place = `/candidates/${k}`
    const { plan, name, schedule, peakLearningRate } = await plannedSchedule(
      stored,
      candidate,
      { asked: request.steps, usual: longest },
      place
    )
    candidates.push({ ...plan, name, schedule, peakLearningRate: candidate.peakLearningRate ?? peakLearningRate })
  }
  const { branches = null, search, law = 'auto', points = 0 } = request
  return {
    curves,
    candidates: withUniqueNames(candidates),
    branches: branches === null ? null : boundedBranches(branches),
    search: search === undefined ? null : { ...(request.steps === undefined ? {} : { steps: request.steps }), ...search },
    law,
    points
  }
}

async function curveTask(
  stored: StoredSchedules | null,
  curve: ForecastCurveRequest,
  asked: number | undefined,
  place: string
): Promise<CurveTask> {
  const run = curve.runId === undefined || stored === null ? null : await stored.storage.runs.find(curve.runId)
  if (curve.runId !== undefined && run === null) throw runNotFound(curve.runId, `${place}/runId`)
  if (run !== null && (curve.losses ?? curve.steps ?? curve.learningRates) !== undefined) {
    throw invalid(place, 'is a run by its id, and has numbers of its own.', 'Send `runId`, or `losses` with their rates.')
  }
  const losses = run === null ? listed(curve, place) : await lossesOf(stored!, run, place)
  const logged = run === null ? listedRates(curve, losses, place) : await ratesOfRun(stored!, run, place)
  const last = lastOf(losses.steps, losses.values.length)
  const totalSteps = curve.totalSteps ?? run?.totalSteps ?? null
  if (totalSteps !== null && curve.totalSteps !== undefined && totalSteps <= last) {
    throw invalid(`${place}/totalSteps`, `is ${totalSteps}, but the losses go up to step ${last}.`)
  }
  const named = await namedSchedule(stored, curve, run, { asked: totalSteps ?? undefined, usual: asked ?? last + 1 }, place)
  const planned = named === null ? null : { ...named.plan, peakLearningRate: peakOf(named, curve, run, logged, place) }
  if (logged === null && planned === null) throw noRates(run, place)
  const pointer = logged === null ? `${place}/schedule` : run === null ? `${place}/learningRates` : `${place}/runId`
  return { losses, logged, planned, pointer, totalSteps: totalSteps ?? planned?.steps ?? null, place }
}

function listed({ losses, steps }: ForecastCurveRequest, place: string): Points {
  if (losses === undefined) throw invalid(place, 'has neither `runId` nor `losses`.', 'Send one of them.')
  if (losses.length === 0) throw invalid(`${place}/losses`, 'There are no losses.', 'Send them, one for each logged step.')
  if (steps !== undefined && steps.length !== losses.length) {
    throw invalid(`${place}/steps`, `has ${steps.length} entries for ${losses.length} losses.`, 'Send a step for each loss.')
  }
  return onSharedMemory({ steps: steps ?? { first: 0, stride: 1 }, values: losses })
}

function listedRates({ learningRates }: ForecastCurveRequest, losses: Points, place: string): Points | null {
  if (learningRates === undefined) return null
  if (learningRates.length !== losses.values.length) {
    throw invalid(
      `${place}/learningRates`,
      `has ${learningRates.length} entries for ${losses.values.length} losses.`,
      'Send a rate for each loss; null where none was logged.'
    )
  }
  return onSharedMemory({ steps: losses.steps, values: learningRates })
}

async function lossesOf({ storage, memory }: StoredSchedules, run: Run, place: string): Promise<Points> {
  const reading = await storage.series.read(run.id, 'loss')
  if (reading.count > 0) return await readSeries(reading, memory, `${place}/runId`)
  throw new Problem('no-losses', `The run ${run.id} has logged no losses.`)
}

/** Null where it has logged none: then its schedule says them. */
async function ratesOfRun(
  { storage, memory }: { storage: ProjectStorage; memory: HeldMemory },
  run: Run,
  place: string
): Promise<Points | null> {
  const reading = await storage.series.read(run.id, 'learning-rate')
  return reading.count < 2 ? null : await readSeries(reading, memory, `${place}/runId`)
}

/** The schedule that the request names, else that of the run. */
async function namedSchedule(
  stored: StoredSchedules | null,
  { schedule }: ForecastCurveRequest,
  run: Run | null,
  steps: { asked: number | undefined; usual: number },
  place: string
): Promise<NamedSchedule | null> {
  if (schedule !== undefined) return await plannedSchedule(stored, schedule, steps, `${place}/schedule`)
  if (run?.scheduleId == null || stored === null) return null
  // The schedule of a run may have been deleted since.
  if ((await stored.storage.schedules.find(run.scheduleId)) === null) return null
  return await plannedSchedule(stored, { scheduleId: run.scheduleId }, { asked: undefined, usual: steps.usual }, `${place}/runId`)
}

function peakOf(
  named: NamedSchedule,
  { peakLearningRate }: ForecastCurveRequest,
  run: Run | null,
  logged: Points | null,
  place: string
): number {
  const peak = peakLearningRate ?? named.peakLearningRate ?? run?.peakLearningRate ?? largest(logged)
  if (peak !== null && peak > 0) return peak
  throw invalid(
    `${place}/peakLearningRate`,
    'is not known: the schedule has multipliers, and no learning rate at multiplier 1.',
    'Send it.'
  )
}

/** The largest logged rate stands for the peak that nobody has said. */
const largest = (logged: Points | null): number | null =>
  logged === null ? null : logged.values.reduce((most, rate) => (rate - rate === 0 ? Math.max(most, rate) : most), 0)

function noRates(run: Run | null, place: string): Problem {
  const fix = 'Send `learningRates`, one for each loss, or `schedule` with `peakLearningRate`.'
  if (run === null) return invalid(place, 'says no learning rates: a law needs them beside the losses.', fix)
  const detail = `The run ${run.id} has logged no learning rates, and names no schedule with a peak learning rate.`
  return new Problem('no-learning-rates', detail, {
    errors: [
      { pointer: `${place}/runId`, detail: 'has no learning rates.', fix: 'Send `schedule` with `peakLearningRate` beside `runId`.' }
    ]
  })
}

const lastOf = (steps: Points['steps'], count: number): number =>
  steps instanceof Float64Array ? steps[count - 1]! : steps.first + (count - 1) * steps.stride

function boundedBranches(branches: BranchRequest): BranchRequest {
  const longest = Math.max(...branches.lengths.filter((length) => length >= 1), 0)
  if (branches.fromStep + longest <= stepsLimit) return branches
  throw invalid('/branches', `ends after more than ${stepsLimit} steps.`)
}

function withUniqueNames<Named extends { readonly name: string }>(all: readonly Named[]): Named[] {
  const taken = new Set<string>()
  return all.map((one) => {
    let name = one.name
    for (let k = 2; taken.has(name); k++) name = `${one.name} ${k}`
    taken.add(name)
    return { ...one, name }
  })
}
