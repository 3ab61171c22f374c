import type { Points } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import { slice } from '../../domain/step-index.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { transaction } from '../transaction.ts'
import { type Chunk, chunkOf, chunkPointsMax, concatenate, markOf } from './chunk.ts'
import type { Arrival } from './plan-append.ts'

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

export const chunkValues = (chunk: Chunk) => [
  chunk.sequence,
  chunk.count,
  chunk.first,
  chunk.last,
  chunk.stride,
  chunk.steps,
  chunk.values,
  chunk.resumeFrom
]

export const chunkColumns = '(project, run_id, norm, sequence, count, first_step, last_step, stride, steps, "values", resume_from)'

export const insertOne = {
  name: 'insert-chunk',
  text: `insert into gradient_norm_chunks ${chunkColumns} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
}

/** Puts one chunk in the place of neighbours that have the same points. False: they are no longer there, and nothing has changed. */
export async function replaceChunks(
  { project, pool }: ProjectDatabase,
  runId: string,
  name: SeriesName,
  old: readonly number[],
  chunk: Chunk
): Promise<boolean> {
  return await transaction(pool, async (client) => {
    const { rows } = await client.query<{ count: number; storedAt: string }>({
      name: 'delete-chunks',
      text: `delete from gradient_norm_chunks where project = $1 and run_id = $2 and norm = $3 and sequence = any($4::bigint[])
        and resume_from is null returning count, (extract(epoch from stored_at) * 1000000)::bigint::text as "storedAt"`,
      values: [project, runId, name, old]
    })
    // Also where superseded points were removed from one meanwhile.
    if (rows.length !== old.length || rows.reduce((sum, { count }) => sum + count, 0) !== chunk.count) return false
    const storedAt = rows.map((row) => BigInt(row.storedAt)).reduce((latest, at) => (at > latest ? at : latest))
    await client.query({
      name: 'insert-merged-chunk',
      text: `insert into gradient_norm_chunks ${chunkColumns.replace(')', ', stored_at)')} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
        to_timestamp(0) + $12::bigint * interval '1 microsecond')`,
      values: [project, runId, name, ...chunkValues(chunk), String(storedAt)]
    })
    return true
  })
}
