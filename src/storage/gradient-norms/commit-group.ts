import { LRUCache } from 'lru-cache'
import type { PoolClient } from 'pg'
import { type NormName, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import { databaseFailure, isViolation } from '../failure.ts'
import type { ProjectDatabase } from '../project-database.ts'
import type { Waiting } from './append-queue.ts'
import { chunkSource } from './chunk-source.ts'
import { currentCells, knownSummary } from './current-cells.ts'
import { currentPoints, lastStepOf, valuesAt } from './current-points.ts'
import { mergeNeighbours, unmergedChunksMax } from './merge-neighbours.ts'
import { type Arrival, needsOlder, type OlderPoints, planAppend } from './plan-append.ts'
import type { AppendOutcome } from './series.ts'
import { type SeriesRow, seriesColumns } from './series-row.ts'
import { countNonFinite, type SeriesState, stateOf } from './series-state.ts'
import { chunksOf, commitChunks } from './write-chunks.ts'

/** How often a group is planned anew because another process wrote to the series first. Each time, that one has made progress. */
const attemptsMax = 100
/** Series whose recent points are in memory: at most 128 KiB each. */
const statesMax = 512

/** The state in memory is not the database's any more. */
class Stale extends Error {}

/**
 * Commits groups of appends to series. Nothing is locked while a group is planned: the commit itself checks that the series is as
 * the plan saw it, and a plan that came too late is made again.
 */
export function groupCommitter(warn: (message: string) => void) {
  const states = new LRUCache<string, SeriesState>({ max: statesMax })
  let merging: Promise<void> = Promise.resolve()

  const mergeLater = (database: ProjectDatabase, runId: string, norm: NormName, state: SeriesState) => {
    state.unmerged = 0
    merging = merging.then(() => mergeNeighbours(database, runId, norm)).catch((error) => warn(`chunks were not merged: ${error.message}`))
  }

  /** Commits the first appends of a group that can go together; gives how many. */
  const commitSome = async (
    key: string,
    database: ProjectDatabase,
    runId: string,
    norm: NormName,
    group: readonly Waiting[]
  ): Promise<number> => {
    const state = states.get(key) ?? (await loadState(database, runId, norm))
    // Taken out until it is known to be true again: whatever fails below, the next group starts from the database.
    states.delete(key)
    const older = olderPoints(database, runId, norm, state)
    const arrivals: Arrival[] = []
    const settled: { waiting: Waiting; outcome: AppendOutcome }[] = []
    const refused: { waiting: Waiting; problem: Problem }[] = []
    let planned = 0
    for (const waiting of group) {
      // Older points are read from the database, which does not have this group's own yet: such an append goes alone. So does one whose
      // answer is kept with it, which may fail by itself.
      const alone = needsOlder(state, waiting.append) || waiting.append.once !== undefined
      if (alone && planned > 0) break
      planned++
      try {
        const plan = await planAppend(state, waiting.append, older)
        arrivals.push(...plan.arrivals)
        settled.push({ waiting, outcome: plan.outcome })
      } catch (error) {
        if (!(error instanceof Problem) || error.type === 'overloaded') throw error
        refused.push({ waiting, problem: error })
      }
      if (alone) break
    }
    const chunks = chunksOf(arrivals, state.nextSequence)
    const keep = async (client: PoolClient) => {
      for (const { waiting, outcome } of settled) await waiting.append.once?.(client, outcome)
    }
    const keeps = settled.some(({ waiting }) => waiting.append.once !== undefined)
    const stands =
      chunks.length > 0
        ? await commitChunks(database, runId, norm, state, chunks, keeps ? keep : null)
        : await isCurrent(database, runId, norm, state)
    if (!stands) throw new Stale()
    states.set(key, state)
    if (state.unmerged >= unmergedChunksMax) mergeLater(database, runId, norm, state)
    for (const { waiting, outcome } of settled) waiting.done(outcome)
    for (const { waiting, problem } of refused) waiting.failed(problem)
    return planned
  }

  return {
    async commit(key: string, database: ProjectDatabase, runId: string, norm: NormName, group: readonly Waiting[]): Promise<void> {
      // Requests that wait together have no order among each other: by step they make longer, more regular chunks.
      let rest = [...group].sort((a, b) => firstStepOf(a) - firstStepOf(b))
      for (let attempt = 1; rest.length > 0; attempt++) {
        try {
          rest = rest.slice(await commitSome(key, database, runId, norm, rest))
          attempt = 0
        } catch (error) {
          if (!(error instanceof Stale)) throw databaseFailure(error)
          if (attempt >= attemptsMax)
            throw new Problem('overloaded', 'Too many requests write to this series at once.', { retryAfterSeconds: 1 })
        }
      }
    },
    async idle(): Promise<void> {
      await merging
    }
  }
}

function firstStepOf({ append: { points, resumeFrom } }: Waiting): number {
  return resumeFrom ?? (points.values.length > 0 ? stepAt(points.steps, 0) : 0)
}

async function loadState({ project, pool }: ProjectDatabase, runId: string, norm: NormName): Promise<SeriesState> {
  const select = {
    name: 'series',
    text: `select ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.norm = $3`,
    values: [project, runId, norm]
  }
  for (;;) {
    const row = (await pool.query<SeriesRow>(select)).rows[0]
    if (row) return stateOf(row)
    try {
      await pool.query({
        text: `insert into gradient_norm_series (project, run_id, norm, version)
          values ($1, $2, $3, (extract(epoch from clock_timestamp()) * 1e6)::bigint) on conflict do nothing`,
        values: [project, runId, norm]
      })
    } catch (error) {
      if (isViolation(error, '23503')) throw new Problem('run-not-found', `The run ${JSON.stringify(runId)} does not exist.`)
      throw error
    }
  }
}

async function isCurrent({ project, pool }: ProjectDatabase, runId: string, norm: NormName, state: SeriesState): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'series-at-version',
    text: 'select 1 from gradient_norm_series where project = $1 and run_id = $2 and norm = $3 and version = $4',
    values: [project, runId, norm, String(state.version)]
  })
  return rowCount === 1
}

/** The points of a series that are not in memory. @throws Stale where the series is no longer at the state's version */
function olderPoints(database: ProjectDatabase, runId: string, norm: NormName, state: SeriesState): OlderPoints {
  const source = chunkSource(database, runId, norm)
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
