import type { Points } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Report } from '../../domain/schedule.ts'
import { toJson } from '../../formats/json.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { NumberLists } from '../../storage/operation-chunks.ts'
import type { TakenOperation } from '../../storage/operation-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { RefinementPool, RefinementWatch } from '../../workers/refinement/pool.ts'
import { longestOf } from '../../workers/refinement/task.ts'
import { sharedFloat64 } from '../../workers/threads/shared-memory.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'
import { refinedSchedule, type ScheduleFacts } from './refined-schedule.ts'

/**
 * A refinement of more points or steps takes longer than about a second: 1.4 s of one slow core at this size (bench/README.md). Fixed, so
 * that a request is answered in the same way tomorrow and on another machine.
 */
export const longFrom = 10_000_000

/** Whether a refinement is done as an operation. */
export const takesLong = ({ points, options }: PreparedRefinement, from: number): boolean =>
  Math.max(longestOf(points), options.steps) > from

/** A refinement as an operation keeps it: with the series as they were when it was asked for, so that every attempt gives the same. */
interface RefinementWork {
  options: ResolvedRefinementOptions
  facts: RunFacts
  series: KeptSeries[]
  /** What to store it as; null: it is not stored. */
  schedule: ScheduleFacts | null
}

interface KeptSeries {
  /** Null: the only one, and refined by itself. */
  runId: string | null
  norms: KeptPoints
  losses: KeptPoints | null
  weightNorms: KeptPoints | null
}

interface KeptPoints {
  points: number
  /** Null: they are uneven, and a list of their own. */
  progression: { first: number; stride: number } | null
}

const kinds = ['norms', 'losses', 'weightNorms'] as const
type Kind = (typeof kinds)[number]

const valuesPart = (kind: Kind, index: number) => `${kind}-values-${index}`
const stepsPart = (kind: Kind, index: number) => `${kind}-steps-${index}`

/** A refinement as an operation starts with it. @param schedule what to store it as; null: it is not stored */
export function packRefinement(
  { points, options, facts }: PreparedRefinement,
  schedule: ScheduleFacts | null
): { work: Record<string, unknown>; numbers: NumberLists } {
  const all = 'steps' in points ? [{ runId: null, points }] : points
  const numbers: NumberLists = {}
  const keep = (kind: Kind, index: number, { steps, values }: Points): KeptPoints => {
    numbers[valuesPart(kind, index)] = values
    if (steps instanceof Float64Array) numbers[stepsPart(kind, index)] = steps
    return { points: values.length, progression: steps instanceof Float64Array ? null : steps }
  }
  const series = all.map(
    ({ runId, points: { losses, weightNorms, ...norms } }, index): KeptSeries => ({
      runId,
      norms: keep('norms', index, norms),
      losses: losses ? keep('losses', index, losses) : null,
      weightNorms: weightNorms ? keep('weightNorms', index, weightNorms) : null
    })
  )
  const work: RefinementWork = { options, facts, series, schedule }
  return { work: { ...work }, numbers }
}

/**
 * Does the work of an operation that refines, and stores what comes out: a schedule once, however often the work was begun.
 * @returns false where the operation was cancelled, or taken up by another, in the meantime; then nothing is stored
 * @throws Problem `too-few-norms`, `series-too-long`, `overloaded`
 */
export async function runRefinement(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: RefinementPool,
  taken: TakenOperation,
  watch: RefinementWatch
): Promise<boolean> {
  const { prepared, schedule } = await unpackRefinement(storage, memory, taken)
  const known = schedule?.identity ? await storage.schedules.findByIdentity(schedule.identity) : null
  if (known !== null) return await storage.operations.finish(taken, { schedule: known, created: false })

  const { points, options, facts } = prepared
  memory.take(8 * options.steps, '')
  const refinement = await pool.refine(points, options, { run: facts, ...watch })
  if (schedule !== null) return await storage.operations.finishWithSchedule(taken, await refinedSchedule(schedule, options, refinement))
  const { multipliers } = refinement
  const report = JSON.parse(toJson(refinement.report)) as Report
  return await storage.operations.finish(taken, { steps: multipliers.length, report }, { multipliers })
}

async function unpackRefinement(
  storage: ProjectStorage,
  memory: HeldMemory,
  { id, work }: TakenOperation
): Promise<{ prepared: PreparedRefinement; schedule: ScheduleFacts | null }> {
  const { options, facts, series, schedule } = work as unknown as RefinementWork
  const pointsOf = async (kind: Kind, index: number, { points: count, progression }: KeptPoints): Promise<Points> => {
    memory.take((progression === null ? 16 : 8) * count, '')
    const values = await readList(storage, id, valuesPart(kind, index), count)
    return { values, steps: progression ?? (await readList(storage, id, stepsPart(kind, index), count)) }
  }
  const read: { runId: string | null; points: LoggedNorms }[] = []
  for (const [index, { runId, norms, losses, weightNorms }] of series.entries()) {
    const beside = {
      losses: losses && (await pointsOf('losses', index, losses)),
      weightNorms: weightNorms && (await pointsOf('weightNorms', index, weightNorms))
    }
    read.push({ runId, points: { ...(await pointsOf('norms', index, norms)), ...beside } })
  }
  const [only] = read
  const points = only?.runId === null ? only.points : read.map((one) => ({ ...one, runId: String(one.runId) }))
  return { prepared: { points, options, facts }, schedule }
}

async function readList(storage: ProjectStorage, id: string, part: string, count: number): Promise<Float64Array> {
  const numbers = sharedFloat64(count)
  let filled = 0
  for await (const piece of storage.operations.numbers(id, part)) {
    numbers.set(piece, filled)
    filled += piece.length
  }
  return numbers
}
