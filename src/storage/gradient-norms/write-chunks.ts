import type { PoolClient } from 'pg'
import type { NormName, Points } from '../../domain/gradient-norm.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { transaction } from '../transaction.ts'
import { type Chunk, chunkOf, chunkPointsMax, concatenate, markOf, slice } from './chunk.ts'
import type { Arrival } from './plan-append.ts'
import type { SeriesState } from './series-state.ts'

/** What arrived, as rows: neighbours together as far as a chunk goes, marks alone. Gives each point its sequence. */
export function chunksOf(arrivals: readonly Arrival[], firstSequence: number): Chunk[] {
  const chunks: Chunk[] = []
  let sequence = firstSequence
  let waiting: Points[] = []
  const write = () => {
    if (waiting.length === 0) return
    const points = concatenate(waiting)
    waiting = []
    for (let start = 0; start < points.values.length; start += chunkPointsMax) {
      const end = Math.min(points.values.length, start + chunkPointsMax)
      chunks.push(chunkOf(sequence, slice(points, start, end)))
      sequence += end - start
    }
  }
  for (const arrival of arrivals) {
    if ('points' in arrival) waiting.push(arrival.points)
    else {
      write()
      chunks.push(markOf(sequence, arrival.resumeFrom))
      sequence += 1
    }
  }
  write()
  return chunks
}

const chunkValues = (chunk: Chunk) => [
  chunk.sequence,
  chunk.count,
  chunk.first,
  chunk.last,
  chunk.stride,
  chunk.steps,
  chunk.values,
  chunk.resumeFrom
]

const updateHead = `update gradient_norm_series set version = $5, sequence = $6, points = $7, first_step = $8, last_step = $9, non_finite = $10
  where project = $1 and run_id = $2 and norm = $3 and version = $4`

const chunkColumns = '(project, run_id, norm, sequence, count, first_step, last_step, stride, steps, "values", resume_from)'

const appendOne = {
  name: 'append-chunk',
  text: `with head as (${updateHead} returning 1) insert into gradient_norm_chunks ${chunkColumns}
    select $1, $2, $3, $11::bigint, $12::int, $13::bigint, $14::bigint, $15::bigint, $16::bytea, $17::bytea, $18::bigint from head`
}

const insertOne = {
  name: 'insert-chunk',
  text: `insert into gradient_norm_chunks ${chunkColumns} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
}

/**
 * Versions grow, and are never behind the clock, in microseconds: so none comes back, not even where the series was restored from a backup
 * and other points were appended since then.
 */
function versionAfter(version: bigint): bigint {
  const now = BigInt(Date.now()) * 1000n
  return version < now ? now : version + 1n
}

/**
 * Commits chunks together with the head that they make, if the head is still the one that was seen: the update of its row
 * serialises all writers of the series, in this process or another. False: it was not, and nothing is stored.
 * @param keep what is stored with them, in the same transaction
 */
export async function commitChunks(
  { project, pool }: ProjectDatabase,
  runId: string,
  norm: NormName,
  state: SeriesState,
  chunks: readonly Chunk[],
  keep: ((client: PoolClient) => Promise<void>) | null
): Promise<boolean> {
  const end = chunks.at(-1) as Chunk
  const nextSequence = end.sequence + Math.max(1, end.count)
  const version = versionAfter(state.version)
  const now = [nextSequence, state.points, state.firstStep, state.lastStep, state.nonFinite]
  const head = [project, runId, norm, String(state.version), String(version), ...now]
  let committed: boolean
  if (chunks.length === 1 && keep === null) {
    committed = (await pool.query({ ...appendOne, values: [...head, ...chunkValues(end)] })).rowCount === 1
  } else {
    committed = await transaction(pool, async (client) => {
      if ((await client.query({ name: 'update-head', text: updateHead, values: head })).rowCount === 0) return false
      for (const chunk of chunks) await client.query({ ...insertOne, values: [project, runId, norm, ...chunkValues(chunk)] })
      await keep?.(client)
      return true
    })
  }
  if (committed) {
    state.version = version
    state.nextSequence = nextSequence
    state.unmerged += chunks.length
  }
  return committed
}

/** Puts one chunk in the place of neighbours that have the same points. False: they are no longer there, and nothing has changed. */
export async function replaceChunks(
  { project, pool }: ProjectDatabase,
  runId: string,
  norm: NormName,
  old: readonly number[],
  chunk: Chunk
): Promise<boolean> {
  return await transaction(pool, async (client) => {
    const { rows } = await client.query<{ count: number; storedAt: string }>({
      name: 'delete-chunks',
      text: `delete from gradient_norm_chunks where project = $1 and run_id = $2 and norm = $3 and sequence = any($4::bigint[])
        and resume_from is null returning count, (extract(epoch from stored_at) * 1000000)::bigint::text as "storedAt"`,
      values: [project, runId, norm, old]
    })
    // Also where superseded points were removed from one meanwhile.
    if (rows.length !== old.length || rows.reduce((sum, { count }) => sum + count, 0) !== chunk.count) return false
    const storedAt = rows.map((row) => BigInt(row.storedAt)).reduce((latest, at) => (at > latest ? at : latest))
    await client.query({
      name: 'insert-merged-chunk',
      text: `insert into gradient_norm_chunks ${chunkColumns.replace(')', ', stored_at)')} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
        to_timestamp(0) + $12::bigint * interval '1 microsecond')`,
      values: [project, runId, norm, ...chunkValues(chunk), String(storedAt)]
    })
    return true
  })
}
