import { type Points, stepAt, stepMax } from '../domain/gradient-norm.ts'
import type { SeriesName } from '../domain/series.ts'
import { appendQueue } from './gradient-norms/append-queue.ts'
import { chunkSource } from './gradient-norms/chunk-source.ts'
import { groupCommitter } from './gradient-norms/commit-group.ts'
import { commitNews, type Hear } from './gradient-norms/commit-news.ts'
import { currentCells, knownSummary } from './gradient-norms/current-cells.ts'
import { currentPoints } from './gradient-norms/current-points.ts'
import { historyOf } from './gradient-norms/history.ts'
import type { Append, AppendOutcome, HistoryPoint, JointAppend, JointOutcome, SeriesHead, SeriesReading } from './gradient-norms/series.ts'
import { headOf, type SeriesRow, seriesColumns } from './gradient-norms/series-row.ts'
import type { Once } from './once.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

export type { Append, AppendOutcome, HistoryPoint, JointAppend, JointOutcome, SeriesHead, SeriesReading } from './gradient-norms/series.ts'

/** What a run logs: gradient norms, losses, rates. Every series is stored alike, whatever its values mean. */
export interface SeriesRepository {
  /**
   * Stores all points of a request or none; durable when it returns. Requests that wait for one run commit together.
   * @throws Problem `run-not-found`, `norm-conflict`, `start-step-required`, `too-many-points`
   */
  append(runId: string, name: SeriesName, append: Append): Promise<AppendOutcome>
  /** The same for several series at once, in one transaction: all points of all of them, or none. */
  appendJointly(runId: string, append: JointAppend): Promise<JointOutcome>
  /** Null: the series has never had points (or there is no run). */
  head(runId: string, name: SeriesName): Promise<SeriesHead | null>
  /** Those of all series of a run that have had points, as of one moment; none where there is no run. */
  heads(runId: string): Promise<ReadonlyMap<SeriesName, SeriesHead>>
  /** @param from inclusive  @param to exclusive */
  read(runId: string, name: SeriesName, from?: number, to?: number): Promise<SeriesReading>
  /** Everything that was ever stored, superseded points included, in order of arrival. */
  history(runId: string, name: SeriesName): AsyncIterable<HistoryPoint[]>
  /** Hears of what this process, and no other, appends to a run, in the order of the versions. @returns what ends it */
  listen(runId: string, hear: Hear): () => void
}

/** One past the largest step: the end of a range that takes in every step. Exact in float64 and in bigint. */
const everyStep = stepMax + 1

/** The series of all projects: what waits to be written, and what is in memory, is one for the process. */
export interface SeriesRepositories {
  of(database: ProjectDatabase): SeriesRepository
  /** Waits until nothing is being written. */
  idle(): Promise<void>
}

/** @param databaseOf the database as a project sees it */
export function seriesRepositories(databaseOf: (project: string) => ProjectDatabase, warn: (message: string) => void): SeriesRepositories {
  const news = commitNews()
  const committer = groupCommitter(warn, news)
  // No name of a project or run has a slash.
  const queue = appendQueue((run, group) => {
    const [project, runId] = run.split('/') as [string, string]
    return committer.commit(run, databaseOf(project), runId, group)
  })
  return {
    of(database) {
      const runOf = (runId: string) => `${database.project}/${runId}`
      const append: Queue['append'] = (runId, request) => queue.append(runOf(runId), request)
      return { ...seriesRepository(database, append), listen: (runId, hear) => news.listen(runOf(runId), hear) }
    },
    async idle() {
      await queue.idle()
      await committer.idle()
    }
  }
}

type Queue = ReturnType<typeof appendQueue>

function seriesRepository(database: ProjectDatabase, append: Queue['append']): Omit<SeriesRepository, 'listen'> {
  return {
    async append(runId, name, one) {
      const outcomeOf = (outcome: JointOutcome) => outcome.get(name) as AppendOutcome
      const { once } = one
      const keep: Once<JointOutcome> | undefined = once && ((client, outcome) => once(client, outcomeOf(outcome)))
      return outcomeOf(await append(runId, { appends: new Map([[name, one]]), ...(keep && { once: keep }), ...atMost(one.newPointsMax) }))
    },

    async appendJointly(runId, { parts, resumeFrom, onConflict, once, newPointsMax }) {
      const all = resumeFrom === undefined ? { onConflict } : { onConflict, resumeFrom }
      const appends = new Map(Array.from(parts, ([name, part]) => [name, { ...part, ...all }]))
      const goesBack = resumeFrom === undefined ? {} : { resumeAllFrom: resumeFrom }
      return await append(runId, { appends, ...goesBack, ...(once && { once }), ...atMost(newPointsMax) })
    },

    async head(runId, name) {
      const row = await seriesRow(database, runId, name)
      return row && row.nextSequence > 0 ? headOf(row) : null
    },

    async heads(runId) {
      const { project, pool } = database
      const text = `select s.norm, ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.sequence > 0`
      const rows = await rowsOf<SeriesRow & { norm: SeriesName }>(pool, 'series-of-run', text, [project, runId])
      return new Map(rows.map((row) => [row.norm, headOf(row)]))
    },

    async read(runId, name, from = 0, to = everyStep) {
      const source = chunkSource(database, runId, name)
      const directory = await source.directory(from, to)
      if (!directory) return emptyReading
      const cells = currentCells(directory.chunks, from, to)
      const pieces = () => currentPoints(source, cells)
      const summary = knownSummary(cells) ?? (await summaryOf(pieces()))
      return { head: headOf(directory.series), ...summary, pieces }
    },

    async *history(runId, name) {
      const source = chunkSource(database, runId, name)
      const directory = await source.directory(0, everyStep)
      if (directory) yield* historyOf(source, directory.chunks)
    }
  }
}

const atMost = (newPointsMax: number | undefined) => (newPointsMax === undefined ? {} : { newPointsMax })

const emptyReading: SeriesReading = {
  head: { version: 0n, points: 0, firstStep: null, lastStep: null, nonFinite: 0 },
  count: 0,
  progression: null,
  async *pieces() {}
}

async function seriesRow({ project, pool }: ProjectDatabase, runId: string, name: SeriesName): Promise<SeriesRow | undefined> {
  const text = `select ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.norm = $3`
  return (await rowsOf<SeriesRow>(pool, 'series', text, [project, runId, name]))[0]
}

/** Count and progression of points, by a look at each. */
async function summaryOf(pieces: AsyncIterable<Points>): Promise<Pick<SeriesReading, 'count' | 'progression'>> {
  let count = 0
  let first = 0
  let last = 0
  let stride = 0
  let regular = true
  for await (const { steps, values } of pieces) {
    for (let i = 0; i < values.length; i++, count++) {
      const step = stepAt(steps, i)
      if (count === 0) first = step
      else if (count === 1) stride = step - first
      else if (step - last !== stride) regular = false
      last = step
    }
  }
  return { count, progression: regular && count > 1 ? { first, stride } : null }
}
