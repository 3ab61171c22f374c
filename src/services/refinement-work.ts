import type { Points } from '../domain/gradient-norm.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { RunFacts } from '../refinement/warnings.ts'
import type { NumberLists } from '../storage/operation-chunks.ts'
import type { TakenOperation } from '../storage/operation-repository.ts'
import type { Storage } from '../storage/storage.ts'
import { sharedFloat64 } from '../workers/shared-memory.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'
import type { ScheduleFacts } from './refined-schedule.ts'

/** A refinement as an operation keeps it: with the norms as they were when it was asked for, so that every attempt gives the same. */
export interface RefinementWork {
  options: ResolvedRefinementOptions
  facts: RunFacts
  points: number
  /** Null: they are uneven, and a list of their own. */
  progression: { first: number; stride: number } | null
  /** What to store it as; null: it is not stored. */
  schedule: ScheduleFacts | null
}

export function packRefinement(
  { points: { steps, values }, options, facts }: PreparedRefinement,
  schedule: ScheduleFacts | null
): { work: Record<string, unknown>; numbers: NumberLists } {
  const isUneven = steps instanceof Float64Array
  const work: RefinementWork = { options, facts, points: values.length, progression: isUneven ? null : steps, schedule }
  return { work: { ...work }, numbers: { values, ...(isUneven ? { steps } : {}) } }
}

export async function unpackRefinement(
  storage: Storage,
  { id, work }: TakenOperation
): Promise<{ prepared: PreparedRefinement; schedule: ScheduleFacts | null }> {
  const { options, facts, points: count, progression, schedule } = work as unknown as RefinementWork
  const list = async (part: string): Promise<Float64Array> => {
    const numbers = sharedFloat64(count)
    let filled = 0
    for await (const piece of storage.operations.numbers(id, part)) {
      numbers.set(piece, filled)
      filled += piece.length
    }
    return numbers
  }
  const points: Points = { values: await list('values'), steps: progression ?? (await list('steps')) }
  return { prepared: { points, options, facts }, schedule }
}
