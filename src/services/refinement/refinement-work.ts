import type { Points } from '../../domain/gradient-norm.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { RunFacts } from '../../refinement/warnings.ts'
import type { NumberLists } from '../../storage/operation-chunks.ts'
import type { TakenOperation } from '../../storage/operation-repository.ts'
import type { Storage } from '../../storage/storage.ts'
import { sharedFloat64 } from '../../workers/threads/shared-memory.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'
import type { ScheduleFacts } from './refined-schedule.ts'

/** A refinement as an operation keeps it: with the norms as they were when it was asked for, so that every attempt gives the same. */
export interface RefinementWork {
  options: ResolvedRefinementOptions
  facts: RunFacts
  series: KeptSeries[]
  /** What to store it as; null: it is not stored. */
  schedule: ScheduleFacts | null
}

interface KeptSeries {
  /** Null: the only one, and refined by itself. */
  runId: string | null
  points: number
  /** Null: they are uneven, and a list of their own. */
  progression: { first: number; stride: number } | null
}

const valuesPart = (index: number) => `values-${index}`
const stepsPart = (index: number) => `steps-${index}`

export function packRefinement(
  { points, options, facts }: PreparedRefinement,
  schedule: ScheduleFacts | null
): { work: Record<string, unknown>; numbers: NumberLists } {
  const all = 'steps' in points ? [{ runId: null, points }] : points
  const numbers: NumberLists = {}
  const series = all.map(({ runId, points: { steps, values } }, index): KeptSeries => {
    numbers[valuesPart(index)] = values
    if (steps instanceof Float64Array) numbers[stepsPart(index)] = steps
    return { runId, points: values.length, progression: steps instanceof Float64Array ? null : steps }
  })
  const work: RefinementWork = { options, facts, series, schedule }
  return { work: { ...work }, numbers }
}

export async function unpackRefinement(
  storage: Storage,
  { id, work }: TakenOperation
): Promise<{ prepared: PreparedRefinement; schedule: ScheduleFacts | null }> {
  const { options, facts, series, schedule } = work as unknown as RefinementWork
  const read: { runId: string | null; points: Points }[] = []
  for (const [index, { runId, points: count, progression }] of series.entries()) {
    const values = await readList(storage, id, valuesPart(index), count)
    read.push({ runId, points: { values, steps: progression ?? (await readList(storage, id, stepsPart(index), count)) } })
  }
  const [only] = read
  const points = only?.runId === null ? only.points : read.map((one) => ({ ...one, runId: String(one.runId) }))
  return { prepared: { points, options, facts }, schedule }
}

async function readList(storage: Storage, id: string, part: string, count: number): Promise<Float64Array> {
  const numbers = sharedFloat64(count)
  let filled = 0
  for await (const piece of storage.operations.numbers(id, part)) {
    numbers.set(piece, filled)
    filled += piece.length
  }
  return numbers
}
