import { LRUCache } from 'lru-cache'
import type { PoolClient } from 'pg'
import { stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { databaseFailure } from '../failure.ts'
import type { ProjectDatabase } from '../project-database.ts'
import type { Waiting } from './append-queue.ts'
import { type Before, type CommitNews, commitOf } from './commit-news.ts'
import { commitSeries, type Keep, type SeriesChange } from './commit-series.ts'
import { isCurrent, loadStates, namesOfSeries } from './load-states.ts'
import { mergeNeighbours, unmergedChunksMax } from './merge-neighbours.ts'
import { olderPoints, Stale } from './older-points.ts'
import { planGroup } from './plan-group.ts'
import type { SeriesState } from './series-state.ts'
import { chunksOf } from './write-chunks.ts'

/** How often a group is planned anew because another process wrote to the series first. Each time, that one has made progress. */
const attemptsMax = 100
/** Series whose recent points are in memory: at most 128 KiB each. */
const statesMax = 512

/**
 * Commits groups of requests to the series of runs. Nothing is locked while a group is planned: the commit itself checks that the series
 * are as the plan saw them, and a plan that came too late is made again.
 */
export function groupCommitter(warn: (message: string) => void, news: CommitNews) {
  const states = new LRUCache<string, SeriesState>({ max: statesMax })
  let merging: Promise<void> = Promise.resolve()

  const mergeLater = (database: ProjectDatabase, runId: string, name: SeriesName, state: SeriesState) => {
    state.unmerged = 0
    merging = merging.then(() => mergeNeighbours(database, runId, name)).catch((error) => warn(`chunks were not merged: ${error.message}`))
  }

  /**
   * The states of the series that a group touches, each taken out until it is known to be true again: whatever fails, the next group
   * starts from the database.
   */
  const takeStates = async (run: string, database: ProjectDatabase, runId: string, group: readonly Waiting[]) => {
    const names = new Set(group.flatMap(({ appends }) => [...appends.keys()]))
    if (group.some(({ resumeAllFrom }) => resumeAllFrom !== undefined)) {
      for (const name of await namesOfSeries(database, runId)) names.add(name)
    }
    const taken = new Map<SeriesName, SeriesState>()
    for (const name of names) {
      const state = states.get(`${run}/${name}`)
      states.delete(`${run}/${name}`)
      if (state) taken.set(name, state)
    }
    const unknown = [...names].filter((name) => !taken.has(name))
    if (unknown.length > 0) for (const [name, state] of await loadStates(database, runId, unknown)) taken.set(name, state)
    return taken
  }

  /** Commits the first requests of a group that can go together; gives how many. */
  const commitSome = async (run: string, database: ProjectDatabase, runId: string, group: readonly Waiting[]): Promise<number> => {
    const taken = await takeStates(run, database, runId, group)
    const before = new Map<SeriesName, Before>()
    if (news.isHeard(run)) for (const [name, { version, lastStep }] of taken) before.set(name, { version, lastStep })
    const older = (name: SeriesName) => olderPoints(database, runId, name, taken.get(name) as SeriesState)
    const { planned, arrivals, settled, refused } = await planGroup({ states: taken, older }, group)
    const changes = [...arrivals].map(([name, arrived]) => {
      const state = taken.get(name) as SeriesState
      return { name, state, chunks: chunksOf(arrived, state.nextSequence) }
    })
    const keeping = settled.filter(({ waiting }) => waiting.once !== undefined)
    const keep = async (client: PoolClient) => {
      for (const { waiting, outcome } of keeping) await waiting.once?.(client, outcome)
    }
    if (!(await stand(database, runId, changes, keeping.length > 0 ? keep : null))) throw new Stale()
    for (const [name, state] of taken) {
      states.set(`${run}/${name}`, state)
      if (state.unmerged >= unmergedChunksMax) mergeLater(database, runId, name, state)
    }
    const told = changes.filter(({ name, chunks }) => chunks.length > 0 && before.has(name))
    if (told.length > 0) {
      const one = ({ name, state }: SeriesChange) => commitOf(name, before.get(name) as Before, state, arrivals.get(name) ?? [])
      news.tell(run, told.map(one))
    }
    for (const { waiting, outcome } of settled) waiting.done(outcome)
    for (const { waiting, problem } of refused) waiting.failed(problem)
    return planned
  }

  return {
    /** @param run names the run among those of all projects */
    async commit(run: string, database: ProjectDatabase, runId: string, group: readonly Waiting[]): Promise<void> {
      // Requests that wait together have no order among each other: by step they make longer, more regular chunks.
      let rest = [...group].sort((a, b) => firstStepOf(a) - firstStepOf(b))
      for (let attempt = 1; rest.length > 0; attempt++) {
        try {
          rest = rest.slice(await commitSome(run, database, runId, rest))
          attempt = 0
        } catch (error) {
          if (!(error instanceof Stale)) throw databaseFailure(error)
          if (attempt >= attemptsMax)
            throw new Problem('overloaded', 'Too many requests write to this run at once.', { retryAfterSeconds: 1 })
        }
      }
    },
    async idle(): Promise<void> {
      await merging
    }
  }
}

/** Stores what there is to store; where there is nothing, makes sure that what was seen is so. */
async function stand(database: ProjectDatabase, runId: string, changes: readonly SeriesChange[], keep: Keep | null): Promise<boolean> {
  if (changes.some(({ chunks }) => chunks.length > 0)) return await commitSeries(database, runId, changes, keep)
  for (const { name, state } of changes) if (!(await isCurrent(database, runId, name, state))) return false
  return true
}

function firstStepOf({ appends, resumeAllFrom }: Waiting): number {
  if (resumeAllFrom !== undefined) return resumeAllFrom
  let first = Number.POSITIVE_INFINITY
  for (const { points, resumeFrom } of appends.values()) {
    first = Math.min(first, resumeFrom ?? (points.values.length > 0 ? stepAt(points.steps, 0) : 0))
  }
  return first
}
