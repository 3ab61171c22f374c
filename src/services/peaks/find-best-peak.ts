import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import { type BestPeak, bestPeak } from '../../schedules/peaks/best-peak.ts'
import { peakOver } from '../../schedules/peaks/other-horizon.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from '../runs/find-run.ts'
import { readSeries } from '../series/read-series.ts'

/** A run: by its id, or by its peak and final loss. What is said stands before what the run has. */
export interface TriedPeak {
  readonly runId?: string
  readonly peakLearningRate?: number
  /** NaN or infinite where it diverged. */
  readonly finalLoss?: number
  readonly steps?: number
}

export interface PeakRequest {
  readonly runs: readonly TriedPeak[]
  /** Which losses of runs that are named by id: those of evaluation where all have them, unless given. */
  readonly loss?: 'loss' | 'eval-loss'
  readonly noise?: number
  /** Length of the training that the peak is for. */
  readonly steps?: number
}

export interface FoundPeak extends BestPeak {
  /** What the peak becomes over `steps` of the request; null where nobody asks or the length of the runs is not known. */
  readonly horizon: { readonly steps: number; readonly fromSteps: number; readonly low: number; readonly high: number } | null
  readonly runs: readonly {
    readonly runId: string | null
    readonly peakLearningRate: number
    readonly finalLoss: number
    readonly steps: number | null
  }[]
  readonly warnings: readonly { readonly code: 'unfinished'; readonly detail: string }[]
}

/**
 * Finds the best peak of runs that differ in their peaks.
 * @throws Problem `invalid-request`, `run-not-found`, `too-large-for-memory`
 */
export async function findBestPeak(storage: ProjectStorage, memory: HeldMemory, request: PeakRequest): Promise<FoundPeak> {
  const known: (Run | null)[] = []
  for (const [k, { runId }] of request.runs.entries()) {
    const run = runId === undefined ? null : await storage.runs.find(runId)
    if (runId !== undefined && run === null) throw runNotFound(runId, `/runs/${k}/runId`)
    known.push(run)
  }
  const loss = request.loss ?? (known.every((run) => run === null || pointsOf(run, 'eval-loss') > 0) ? 'eval-loss' : 'loss')
  const warnings: FoundPeak['warnings'][number][] = []
  const tried: TriedPeak[] = []
  for (const [k, given] of request.runs.entries()) {
    const run = known[k] ?? null
    if (run === null) {
      tried.push(given)
      continue
    }
    const finalLoss = given.finalLoss ?? (await finalLossOf(storage, memory, run, loss, `/runs/${k}/runId`))
    const last = run.series.find(({ name }) => name === 'loss')?.lastStep ?? null
    if (run.totalSteps !== null && last !== null && last + 1 < endedPart * run.totalSteps) {
      const detail = `The run ${run.id} has logged ${last + 1} of ${run.totalSteps} steps: its last loss is not its final one.`
      warnings.push({ code: 'unfinished', detail })
    }
    tried.push({
      runId: run.id,
      finalLoss,
      ...given,
      ...optional('peakLearningRate', given.peakLearningRate ?? run.peakLearningRate),
      ...optional('steps', given.steps ?? run.totalSteps)
    })
  }
  return { ...peakOfTried(tried, request), warnings }
}

/** The same for runs that are all said, with no database. @throws Problem `invalid-request` */
export function peakOfTried(tried: readonly TriedPeak[], { noise, steps }: Pick<PeakRequest, 'noise' | 'steps'>): FoundPeak {
  const runs = tried.map(({ runId = null, peakLearningRate, finalLoss, steps: own = null }, k) => {
    if (peakLearningRate === undefined) throw missing(`/runs/${k}/peakLearningRate`, 'peak learning rate')
    if (!(peakLearningRate > 0 && Number.isFinite(peakLearningRate))) {
      throw invalid(`/runs/${k}/peakLearningRate`, `must be finite and above 0, but is ${peakLearningRate}.`)
    }
    if (finalLoss === undefined) throw missing(`/runs/${k}/finalLoss`, 'final loss')
    return { runId, peakLearningRate, finalLoss, steps: own }
  })
  const lengths = runs.map((run) => run.steps)
  const other = lengths.findIndex((length) => length !== null && lengths.some((one) => one !== null && one !== length))
  if (other >= 0) {
    const at = lengths.findIndex((length) => length !== null && length !== lengths[other])
    throw invalid(
      `/runs/${at}/steps`,
      `The run has ${lengths[at]} steps, another ${lengths[other]}: losses of different lengths say nothing of a peak.`,
      'Compare runs of one length, and ask for another with `steps`.'
    )
  }
  const found = bestPeak(runs, noise)
  const fromSteps = lengths.find((length) => length !== null) ?? null
  if (steps !== undefined && fromSteps === null) {
    throw invalid(
      '/steps',
      'is another length, but that of the runs is not known.',
      'Send `steps` with each run, or `totalSteps` of the runs.'
    )
  }
  const horizon =
    steps === undefined || fromSteps === null || found.best === null
      ? null
      : { steps, fromSteps, ...peakOver(found.best.peakLearningRate, fromSteps, steps) }
  return { ...found, horizon, runs, warnings: [] }
}

/** A run that has logged less of its steps has not ended. */
const endedPart = 0.95
/** The final loss is the median of this part of the points, at the end. */
const finalPart = 0.05

async function finalLossOf(
  storage: ProjectStorage,
  memory: HeldMemory,
  run: Run,
  name: 'loss' | 'eval-loss',
  place: string
): Promise<number> {
  if (pointsOf(run, name) === 0) {
    throw invalid(place, `The run ${run.id} has no points of the series ${name}.`, 'Log them, or send `finalLoss`.')
  }
  const { values } = await readSeries(await storage.series.read(run.id, name), memory, place)
  if (values.length === 0) throw new Problem('run-not-found', `The run ${run.id} has just lost its points.`)
  // An evaluation is of the whole set; losses of steps are of a batch each.
  if (name === 'eval-loss') return values.at(-1)!
  const last = values.slice(Math.floor((1 - finalPart) * values.length)).sort()
  // NaN sorts to the end: a run that diverged at its end has it in the middle.
  return last[Math.floor(last.length / 2)]!
}

const pointsOf = (run: Run, name: string): number => run.series.find((series) => series.name === name)?.points ?? 0

const optional = <Name extends string>(name: Name, value: number | null | undefined): { [K in Name]?: number } =>
  (value === null || value === undefined ? {} : { [name]: value }) as { [K in Name]?: number }

const missing = (pointer: string, what: string): Problem =>
  invalid(pointer, `The run has no ${what}.`, 'Send it, or the id of a run that has it.')
