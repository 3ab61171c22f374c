import { bytesOfFloat64 } from '../../domain/float64-bytes.ts'
import { stepAt, stepMax } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import { rowsOf } from '../prepared-statement.ts'
import type { ProjectDatabase } from '../project-database.ts'
import type { Arrived } from './arrived-points.ts'
import { type ChunkInfo, chunkOf } from './chunk.ts'
import { chunkSource } from './chunk-source.ts'
import { historyOf } from './history.ts'

/**
 * Removes the points of a series that were superseded before a time: those that are not current among all that was stored until then.
 * What is current stays, to the last bit and with its sequence; a row keeps its place and stands for the same sequences as before, so
 * a reader under way finds what it looks for.
 * @param before seconds since 1970
 * @returns how many were removed
 */
export async function purgeSuperseded(database: ProjectDatabase, runId: string, norm: SeriesName, before: number): Promise<number> {
  const source = chunkSource(database, runId, norm)
  const directory = await source.directory(0, stepMax + 1)
  if (!directory) return 0
  const old = directory.chunks.filter(({ storedAt }) => storedAt < before)
  const withPoints = old.filter(({ count }) => count > 0)
  let removed = 0
  let at = 0
  for await (const points of historyOf(source, old)) {
    const chunk = withPoints[at++] as ChunkInfo
    const kept = points.filter(({ current }) => current)
    if (kept.length === points.length) continue
    const left: Arrived = {
      steps: Float64Array.from(kept, ({ step }) => step),
      values: Float64Array.from(kept, ({ value }) => value),
      sequences: Float64Array.from(kept, ({ sequence }) => sequence)
    }
    if (await rewrite(database, runId, norm, chunk, left)) removed += points.length - kept.length
  }
  await rowsOf(
    database.pool,
    'series-purged',
    `update gradient_norm_series set purged_before = greatest(purged_before, to_timestamp($4))
     where project = $1 and run_id = $2 and norm = $3`,
    [database.project, runId, norm, before]
  )
  return removed
}

/** Puts what is left in the row of a chunk. False: it is not the chunk that was read any more, and the next time will do. */
async function rewrite({ project, pool }: ProjectDatabase, runId: string, norm: string, chunk: ChunkInfo, left: Arrived): Promise<boolean> {
  // A row that is empty keeps its range of steps, which a chunk of no points has not.
  const isEmpty = left.values.length === 0
  const { first, last, stride, steps, values } = isEmpty
    ? { ...chunk, stride: null, steps: null, values: new Uint8Array(0) }
    : chunkOf(chunk.sequence, regular(left))
  const rows = await rowsOf(
    pool,
    'rewrite-chunk',
    `update gradient_norm_chunks c set count = $7, first_step = $8, last_step = $9, stride = $10, steps = $11, "values" = $12,
       sequences = $13, span = $14
     where project = $1 and run_id = $2 and norm = $3 and sequence = $4 and count = $5
       and extract(epoch from stored_at)::float8 = $6 and resume_from is null returning 1`,
    [
      ...[project, runId, norm, chunk.sequence, chunk.count, chunk.storedAt],
      ...[left.values.length, first, last, stride, steps, values],
      ...[bytesOfFloat64(left.sequences as Float64Array), chunk.span]
    ]
  )
  return rows.length === 1
}

/** Steps as a progression where they are one. */
function regular({ steps, values }: Arrived) {
  const first = stepAt(steps, 0)
  const stride = values.length > 1 ? stepAt(steps, 1) - first : 1
  for (let i = 1; i < values.length; i++) if (stepAt(steps, i) !== first + i * stride) return { steps, values }
  return stride < 1 ? { steps, values } : { steps: { first, stride }, values }
}
