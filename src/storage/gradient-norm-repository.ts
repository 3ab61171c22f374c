import { type NormName, type Points, stepAt, stepMax } from '../domain/gradient-norm.ts'
import { appendQueue } from './gradient-norms/append-queue.ts'
import { chunkSource } from './gradient-norms/chunk-source.ts'
import { groupCommitter } from './gradient-norms/commit-group.ts'
import { currentCells, knownSummary } from './gradient-norms/current-cells.ts'
import { currentPoints } from './gradient-norms/current-points.ts'
import { historyOf } from './gradient-norms/history.ts'
import type { Append, AppendOutcome, HistoryPoint, SeriesHead, SeriesReading } from './gradient-norms/series.ts'
import { headOf, type SeriesRow, seriesColumns } from './gradient-norms/series-row.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

export type { Append, AppendOutcome, HistoryPoint, SeriesHead, SeriesReading } from './gradient-norms/series.ts'

export interface GradientNormRepository {
  /**
   * Stores all points of a request or none; durable when it returns. Waiting appends to one series commit together.
   * @throws Problem `run-not-found`, `norm-conflict`, `start-step-required`
   */
  append(runId: string, norm: NormName, append: Append): Promise<AppendOutcome>
  /** Null: the series has never had points (or there is no run). */
  head(runId: string, norm: NormName): Promise<SeriesHead | null>
  /** @param from inclusive  @param to exclusive */
  read(runId: string, norm: NormName, from?: number, to?: number): Promise<SeriesReading>
  /** Everything that was ever stored, superseded points included, in order of arrival. */
  history(runId: string, norm: NormName): AsyncIterable<HistoryPoint[]>
}

/** One past the largest step: the end of a range that takes in every step. Exact in float64 and in bigint. */
const everyStep = stepMax + 1

/** The norms of all projects: what waits to be written, and what is in memory, is one for the process. */
export interface GradientNormRepositories {
  of(database: ProjectDatabase): GradientNormRepository
  /** Waits until nothing is being written. */
  idle(): Promise<void>
}

/** @param databaseOf the database as a project sees it */
export function gradientNormRepositories(
  databaseOf: (project: string) => ProjectDatabase,
  warn: (message: string) => void
): GradientNormRepositories {
  const committer = groupCommitter(warn)
  // No name of a project, run or norm has a slash.
  const queue = appendQueue((key, group) => {
    const [project, runId, norm] = key.split('/') as [string, string, NormName]
    return committer.commit(key, databaseOf(project), runId, norm, group)
  })
  return {
    of: (database) =>
      gradientNormRepository(database, (runId, norm, append) => queue.append(`${database.project}/${runId}/${norm}`, append)),
    async idle() {
      await queue.idle()
      await committer.idle()
    }
  }
}

function gradientNormRepository(database: ProjectDatabase, append: GradientNormRepository['append']): GradientNormRepository {
  return {
    append,

    async head(runId, norm) {
      const row = await seriesRow(database, runId, norm)
      return row && row.nextSequence > 0 ? headOf(row) : null
    },

    async read(runId, norm, from = 0, to = everyStep) {
      const source = chunkSource(database, runId, norm)
      const directory = await source.directory(from, to)
      if (!directory) return emptyReading
      const cells = currentCells(directory.chunks, from, to)
      const pieces = () => currentPoints(source, cells)
      const summary = knownSummary(cells) ?? (await summaryOf(pieces()))
      return { head: headOf(directory.series), ...summary, pieces }
    },

    async *history(runId, norm) {
      const source = chunkSource(database, runId, norm)
      const directory = await source.directory(0, everyStep)
      if (directory) yield* historyOf(source, directory.chunks)
    }
  }
}

const emptyReading: SeriesReading = {
  head: { version: 0n, points: 0, firstStep: null, lastStep: null, nonFinite: 0 },
  count: 0,
  progression: null,
  async *pieces() {}
}

async function seriesRow({ project, pool }: ProjectDatabase, runId: string, norm: NormName): Promise<SeriesRow | undefined> {
  const text = `select ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.norm = $3`
  return (await rowsOf<SeriesRow>(pool, 'series', text, [project, runId, norm]))[0]
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
