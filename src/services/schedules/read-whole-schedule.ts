import type { Points } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { sharedFloat64 } from '../../workers/threads/shared-memory.ts'
import { normsOf, readSeries } from '../series/read-series.ts'

/**
 * All multipliers of a schedule in one piece, on memory that threads share. Shape `[steps]`.
 * @param place where in the request the schedule is named
 * @throws Problem `too-large-for-memory`, `overloaded`
 */
export async function readWholeSchedule(
  storage: ProjectStorage,
  schedule: Schedule,
  memory: HeldMemory,
  place: string
): Promise<Float64Array> {
  memory.take(8 * schedule.steps, place)
  const multipliers = sharedFloat64(schedule.steps)
  let filled = 0
  for await (const piece of storage.schedules.multipliers(schedule, 0, schedule.steps)) {
    multipliers.set(piece, filled)
    filled += piece.length
  }
  return multipliers
}

/**
 * The norms that a schedule is judged on: those of its run, of the kind that it was refined from; null where there are none any more,
 * or never were.
 */
export async function normsOfSchedule(
  storage: ProjectStorage,
  { runId, runDeleted, rule, parameters }: Schedule,
  memory: HeldMemory
): Promise<Points | null> {
  if (runId === null || runDeleted) return null
  const run = await storage.runs.find(runId)
  if (run === null) return null
  try {
    const norm = chooseNorm(rule === 'refined' ? (parameters.norm as RefinableNorm) : undefined, normsOf(run), run.optimizer)
    return await readSeries(await storage.series.read(runId, norm), memory, 'path/id')
  } catch (error) {
    // No series fits, or the run has just gone.
    if (error instanceof Problem && (error.type === 'too-few-norms' || error.type === 'run-not-found')) return null
    throw error
  }
}
