import type { PoolClient } from 'pg'
import { asProgression, type Points, stepAt } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import type { RunFields } from '../domain/run.ts'
import type { SeriesName } from '../domain/series.ts'
import { slice } from '../domain/step-index.ts'
import type { Connections } from './connection.ts'
import { changedPoints } from './gradient-norms/changed-points.ts'
import { chunkOf, chunkPointsMax } from './gradient-norms/chunk.ts'
import { chunkSource } from './gradient-norms/chunk-source.ts'
import { updateHead, versionAfter } from './gradient-norms/commit-series.ts'
import { currentCells } from './gradient-norms/current-cells.ts'
import { currentPoints } from './gradient-norms/current-points.ts'
import type { AppendOutcome, JointOutcome } from './gradient-norms/series.ts'
import { type SeriesRow, seriesColumns } from './gradient-norms/series-row.ts'
import { countNonFinite, type SeriesState, stateOf } from './gradient-norms/series-state.ts'
import { chunkValues, insertOne } from './gradient-norms/write-chunks.ts'
import type { Once } from './once.ts'
import type { ProjectDatabase } from './project-database.ts'
import { transaction } from './transaction.ts'

/** What a log says of its run; set where the run does not say it. */
export type RunFacts = Pick<RunFields, 'optimizer' | 'totalSteps' | 'peakLearningRate' | 'weightDecay' | 'clipNorm'>

/** A run as a log has it. Points of a series are by step. */
export interface ImportedRun {
  readonly id: string
  /** Of a run that is new. */
  readonly name: string | null
  readonly facts: Partial<RunFacts>
  readonly series: ReadonlyMap<SeriesName, Points>
}

/** What became of a run. */
export interface RunOutcome {
  readonly created: boolean
  readonly series: JointOutcome
}

export type ImportOutcome = ReadonlyMap<string, RunOutcome>

export interface ImportOptions {
  readonly onConflict: 'replace' | 'reject'
  /** Keeps the answer with the points. */
  readonly once?: Once<ImportOutcome>
  /** Most points that may be stored, in all series together; duplicates are not. */
  readonly newPointsMax?: number
  /** Told how many points were looked at and stored. @throws to end the import, which then stores nothing */
  readonly stored?: (points: number) => void
}

export interface ImportRepository {
  /**
   * Stores runs with all their points in one transaction: everything, or nothing. Runs that are there get what they lack.
   * @throws Problem `norm-conflict`, `too-many-points`
   */
  store(runs: readonly ImportedRun[], options: ImportOptions): Promise<ImportOutcome>
}

export function importRepository(database: ProjectDatabase): ImportRepository {
  return {
    store: (runs, options) =>
      transaction(database.pool, async (client) => {
        const work = new ImportWork(database, client, options)
        const outcome = new Map<string, RunOutcome>()
        // In the order of ids and names, as all who write several: else two could wait for each other.
        for (const run of [...runs].sort((a, b) => (a.id < b.id ? -1 : 1))) outcome.set(run.id, await work.run(run))
        await options.once?.(client, outcome)
        return outcome
      })
  }
}

/** One import, in its transaction. Series are locked from when it comes to them, so that nobody else writes to them. */
class ImportWork {
  readonly #database: ProjectDatabase
  readonly #client: PoolClient
  readonly #options: ImportOptions
  #stored = 0

  constructor(database: ProjectDatabase, client: PoolClient, options: ImportOptions) {
    const pool: Connections = {
      query: (statement) => client.query(statement),
      connect: () => Promise.reject(new Error('An import works on one connection.'))
    }
    this.#database = { ...database, pool }
    this.#client = client
    this.#options = options
  }

  async run(run: ImportedRun): Promise<RunOutcome> {
    const created = await this.#holdRun(run)
    const series = new Map<SeriesName, AppendOutcome>()
    for (const [name, points] of [...run.series].sort(([a], [b]) => (a < b ? -1 : 1))) {
      series.set(name, await this.#append(run.id, name, points))
    }
    return { created, series }
  }

  /** Makes the run, or gives the one there is what it lacks; it stays until the import ends. */
  async #holdRun({ id, name, facts }: ImportedRun): Promise<boolean> {
    const { optimizer = null, totalSteps = null, peakLearningRate = null, weightDecay = null, clipNorm = null } = facts
    const { project } = this.#database
    const values = [project, id, optimizer, totalSteps, peakLearningRate, weightDecay, clipNorm]
    for (;;) {
      const made = await this.#client.query({
        name: 'import-run',
        text: `insert into runs (project, id, optimizer, total_steps, peak_learning_rate, weight_decay, clip_norm, name, labels, step_unit, created_at, updated_at)
          values ($1, $2, $3, $4::float8::bigint, $5::float8, $6::float8, $7::float8, $8, '{}', 'steps', clock_timestamp(), clock_timestamp())
          on conflict (project, id) do nothing`,
        values: [...values, name]
      })
      await this.#client.query({
        name: 'import-facts',
        text: `update runs set optimizer = coalesce(optimizer, $3), total_steps = coalesce(total_steps, $4::float8::bigint),
            peak_learning_rate = coalesce(peak_learning_rate, $5::float8), weight_decay = coalesce(weight_decay, $6::float8), clip_norm = coalesce(clip_norm, $7::float8),
            updated_at = clock_timestamp()
          where project = $1 and id = $2 and (
            (optimizer is null and $3::text is not null) or (total_steps is null and $4::float8 is not null)
            or (peak_learning_rate is null and $5::float8 is not null) or (weight_decay is null and $6::float8 is not null)
            or (clip_norm is null and $7::float8 is not null))`,
        values
      })
      const held = await this.#client.query({
        name: 'hold-run',
        text: 'select 1 from runs where project = $1 and id = $2 for key share',
        values: [project, id]
      })
      // Deleted in between: once more.
      if (held.rowCount === 1) return made.rowCount === 1
    }
  }

  async #append(runId: string, name: SeriesName, points: Points): Promise<AppendOutcome> {
    const state = await this.#holdSeries(runId, name)
    const received = points.values.length
    const { points: changed, fresh, replaced, nonFinite } = await this.#changed(runId, name, points, state)
    const stored = fresh + replaced
    this.#stored += stored
    const { newPointsMax = Number.POSITIVE_INFINITY } = this.#options
    if (this.#stored > newPointsMax) {
      throw new Problem('too-many-points', `The import has more new points than the ${newPointsMax} that may still be stored today.`)
    }
    if (stored > 0) {
      state.points += fresh
      state.nonFinite += nonFinite
      state.firstStep = Math.min(state.firstStep ?? Number.POSITIVE_INFINITY, firstOf(changed))
      state.lastStep = Math.max(state.lastStep ?? 0, lastOf(changed))
      await this.#write(runId, name, state, changed)
    }
    this.#options.stored?.(received)
    return {
      received,
      appended: stored,
      duplicates: received - stored,
      superseded: replaced,
      points: state.points,
      lastStep: state.lastStep
    }
  }

  async #holdSeries(runId: string, name: SeriesName): Promise<SeriesState> {
    const values = [this.#database.project, runId, name]
    await this.#client.query({
      name: 'import-series',
      text: `insert into gradient_norm_series (project, run_id, norm, version)
        values ($1, $2, $3, (extract(epoch from clock_timestamp()) * 1e6)::bigint) on conflict do nothing`,
      values
    })
    const { rows } = await this.#client.query<SeriesRow>({
      name: 'import-head',
      text: `select ${seriesColumns} from gradient_norm_series s where s.project = $1 and s.run_id = $2 and s.norm = $3 for update`,
      values
    })
    return stateOf(rows[0] as SeriesRow)
  }

  async #changed(runId: string, name: SeriesName, points: Points, { lastStep }: SeriesState) {
    const { values } = points
    if (lastStep === null || firstOf(points) > lastStep) {
      return { points, fresh: values.length, replaced: 0, nonFinite: countNonFinite(values) }
    }
    const [from, to] = [firstOf(points), lastOf(points) + 1]
    const source = chunkSource(this.#database, runId, name)
    const directory = await source.directory(from, to)
    const current = currentPoints(source, currentCells(directory?.chunks ?? [], from, to))
    return await changedPoints(name, points, current, this.#options.onConflict)
  }

  async #write(runId: string, name: SeriesName, state: SeriesState, points: Points): Promise<void> {
    const { project } = this.#database
    let sequence = state.nextSequence
    for (let start = 0; start < points.values.length; start += chunkPointsMax) {
      const part = slice(points, start, Math.min(points.values.length, start + chunkPointsMax))
      const chunk = chunkOf(sequence, { ...part, steps: asProgression(part.steps, part.values.length) })
      await this.#client.query({ ...insertOne, values: [project, runId, name, ...chunkValues(chunk)] })
      sequence += chunk.count
      this.#options.stored?.(0)
    }
    const now = [sequence, state.points, state.firstStep, state.lastStep, state.nonFinite]
    const values = [project, runId, name, String(state.version), String(versionAfter(state.version)), ...now]
    await this.#client.query({ name: 'update-head', text: updateHead, values })
  }
}

const firstOf = ({ steps }: Points): number => stepAt(steps, 0)
const lastOf = ({ steps, values }: Points): number => stepAt(steps, values.length - 1)
