import type { PoolClient } from 'pg'
import { type SeriesName, seriesNames } from '../../domain/series.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { transaction } from '../transaction.ts'
import type { Chunk } from './chunk.ts'
import type { SeriesState } from './series-state.ts'
import { chunkColumns, chunkValues, insertOne } from './write-chunks.ts'

/** What a group does to one series: the chunks to store, none where it only looked, and the state as of then. */
export interface SeriesChange {
  readonly name: SeriesName
  readonly state: SeriesState
  readonly chunks: readonly Chunk[]
}

/** Stores something with the points. */
export type Keep = (client: PoolClient) => Promise<void>

export const updateHead = `update gradient_norm_series set version = $5, sequence = $6, points = $7, first_step = $8, last_step = $9, non_finite = $10
  where project = $1 and run_id = $2 and norm = $3 and version = $4`

const appendOne = {
  name: 'append-chunk',
  text: `with head as (${updateHead} returning 1) insert into gradient_norm_chunks ${chunkColumns}
    select $1, $2, $3, $11::bigint, $12::int, $13::bigint, $14::bigint, $15::bigint, $16::bytea, $17::bytea, $18::bigint from head`
}

const headTypes = ['text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint']
const chunkTypes = ['bigint', 'int', 'bigint', 'bigint', 'bigint', 'bytea', 'bytea', 'bigint']
const rowTypes = [...headTypes, ...chunkTypes]
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, row) => `(${rowTypes.map((type, i) => `$${3 + row * rowTypes.length + i}::${type}`).join(', ')})`)

/**
 * One chunk for each of several series, all or none. The heads are locked first, in the order of their names, so that two writers never
 * wait for each other in a circle; only if every one is still the one that was seen, they change.
 */
const appendSeveral = (count: number) => ({
  name: `append-chunks-${count}`,
  text: `with given (norm, seen, version, next, points, first_step, last_step, non_finite,
      sequence, count, first, last, stride, steps, "values", resume_from) as (values ${rowsOf(count).join(', ')}),
    held as (select s.norm from gradient_norm_series s join given on given.norm = s.norm and given.seen = s.version
      where s.project = $1 and s.run_id = $2 order by s.norm for update of s),
    head as (update gradient_norm_series s set version = given.version, sequence = given.next, points = given.points,
      first_step = given.first_step, last_step = given.last_step, non_finite = given.non_finite from given
      where s.project = $1 and s.run_id = $2 and s.norm = given.norm and (select count(*) from held) = ${count} returning s.norm)
    insert into gradient_norm_chunks ${chunkColumns}
    select $1, $2, norm, sequence, count, first, last, stride, steps, "values", resume_from from given join head using (norm)`
})

const severalStatements = seriesNames.map((_, i) => appendSeveral(i + 1))

/**
 * Versions grow, and are never behind the clock, in microseconds: so none comes back, not even where the series was restored from a backup
 * and other points were appended since then.
 */
export function versionAfter(version: bigint): bigint {
  const now = BigInt(Date.now()) * 1000n
  return version < now ? now : version + 1n
}

const nextSequenceOf = ({ chunks }: SeriesChange): number => {
  const end = chunks.at(-1) as Chunk
  return end.sequence + Math.max(1, end.count)
}

const headValues = (change: SeriesChange, version: bigint) => {
  const { name, state } = change
  const now = [nextSequenceOf(change), state.points, state.firstStep, state.lastStep, state.nonFinite]
  return [name, String(state.version), String(version), ...now]
}

/**
 * Commits chunks of the series of a run together with the heads that they make, if every head is still the one that was seen: the updates
 * of their rows serialise all writers of a series, in this process or another. False: one was not, and nothing is stored.
 * @param keep what is stored with them, in the same transaction
 */
export async function commitSeries(
  database: ProjectDatabase,
  runId: string,
  changes: readonly SeriesChange[],
  keep: Keep | null
): Promise<boolean> {
  const { project, pool } = database
  const ordered = [...changes].sort((a, b) => (a.name < b.name ? -1 : 1))
  const versions = new Map(ordered.map((change) => [change, versionAfter(change.state.version)]))
  const headOf = (change: SeriesChange) => headValues(change, versions.get(change) as bigint)
  let committed: boolean
  if (keep === null && ordered.every(({ chunks }) => chunks.length === 1)) {
    const rows = ordered.flatMap((change) => [...headOf(change), ...chunkValues(change.chunks[0] as Chunk)])
    const statement = ordered.length === 1 ? appendOne : (severalStatements[ordered.length - 1] as { name: string; text: string })
    committed = (await pool.query({ ...statement, values: [project, runId, ...rows] })).rowCount === ordered.length
  } else {
    committed = await transaction(pool, async (client) => {
      for (const change of ordered) {
        const { name, chunks } = change
        if (!(await takeHead(client, [project, runId], change, headOf))) return false
        for (const chunk of chunks) await client.query({ ...insertOne, values: [project, runId, name, ...chunkValues(chunk)] })
      }
      await keep?.(client)
      return true
    })
  }
  if (!committed) return false
  for (const change of ordered) {
    const { state, chunks } = change
    if (chunks.length === 0) continue
    state.version = versions.get(change) as bigint
    state.nextSequence = nextSequenceOf(change)
    state.unmerged += chunks.length
  }
  return true
}

/** Updates the head of a series that gets chunks; of one that gets none makes sure that it is, and stays, as it was seen. */
async function takeHead(
  client: PoolClient,
  run: readonly string[],
  change: SeriesChange,
  headOf: (change: SeriesChange) => readonly unknown[]
): Promise<boolean> {
  const statement =
    change.chunks.length > 0
      ? { name: 'update-head', text: updateHead, values: [...run, ...headOf(change)] }
      : {
          name: 'hold-head',
          text: 'select 1 from gradient_norm_series where project = $1 and run_id = $2 and norm = $3 and version = $4 for update',
          values: [...run, change.name, String(change.state.version)]
        }
  return (await client.query(statement)).rowCount === 1
}
