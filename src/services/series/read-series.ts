import { type NormName, type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { isGradientNorm, type SeriesName } from '../../domain/series.ts'
import type { SeriesReading } from '../../storage/series-repository.ts'
import { sharedFloat64 } from '../../workers/threads/shared-memory.ts'

/**
 * All points of a reading in one piece, on memory that threads share, so that a worker takes them without a copy. Where they are in memory
 * already, that memory: not to be changed.
 * @param place where in the request the series is named
 * @throws Problem `too-large-for-memory`, `overloaded`
 */
export async function readSeries(reading: SeriesReading, memory: HeldMemory, place: string): Promise<Points> {
  const { count, progression, whole } = reading
  if (whole !== undefined) return whole
  memory.take((progression === null ? 16 : 8) * count, place)
  const values = sharedFloat64(count)
  const steps = progression ?? sharedFloat64(count)
  let filled = 0
  for await (const piece of reading.pieces()) {
    values.set(piece.values, filled)
    if (steps instanceof Float64Array) {
      for (let i = 0; i < piece.values.length; i++) steps[filled + i] = stepAt(piece.steps, i)
    }
    filled += piece.values.length
  }
  return { steps, values }
}

/** The gradient norms of which a run has points. */
export const normsOf = (run: { series: readonly { name: SeriesName; points: number }[] }): NormName[] =>
  run.series
    .filter(({ points }) => points > 0)
    .map(({ name }) => name)
    .filter(isGradientNorm)
