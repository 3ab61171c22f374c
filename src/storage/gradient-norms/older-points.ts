import type { SeriesName } from '../../domain/series.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { chunkSource } from './chunk-source.ts'
import { currentCells, knownSummary } from './current-cells.ts'
import { currentPoints, lastStepOf, valuesAt } from './current-points.ts'
import type { OlderPoints } from './plan-append.ts'
import { countNonFinite, type SeriesState } from './series-state.ts'

/** The state in memory is not the database's any more. */
export class Stale extends Error {}

/** The points of a series that are not in memory. @throws Stale where the series is no longer at the state's version */
export function olderPoints(database: ProjectDatabase, runId: string, name: SeriesName, state: SeriesState): OlderPoints {
  const source = chunkSource(database, runId, name)
  const cells = async (from: number, to: number) => {
    const directory = await source.directory(from, to)
    if (directory?.series.version !== String(state.version)) throw new Stale()
    return currentCells(directory.chunks, from, to)
  }
  return {
    async valuesAt(steps) {
      return await valuesAt(source, await cells(steps[0]!, steps.at(-1)! + 1), steps)
    },
    async countFrom(step) {
      const from = await cells(step, Number.MAX_SAFE_INTEGER)
      const known = state.nonFinite === 0 ? knownSummary(from) : null
      if (known) return { points: known.count, nonFinite: 0 }
      const gone = { points: 0, nonFinite: 0 }
      for await (const { values } of currentPoints(source, from)) {
        gone.points += values.length
        gone.nonFinite += countNonFinite(values)
      }
      return gone
    },
    async lastStepBelow(step) {
      return await lastStepOf(source, await cells(0, step))
    }
  }
}
