import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { rowsOf } from '../prepared-statement.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { type Arrived, arrivedOf, between, joined } from './arrived-points.ts'
import { type ChunkInfo, infoColumns } from './chunk.ts'
import type { SeriesRow } from './series-row.ts'
import { seriesColumns } from './series-row.ts'

/** Reads chunks of one series. */
export interface ChunkSource {
  /** The head and its chunks that touch a range of steps, and all marks, as of one moment. Null: no such series. */
  directory(from: number, to: number): Promise<{ series: SeriesRow; chunks: ChunkInfo[] } | null>
  /** The points of chunks as they arrived, in the order of `chunks`. */
  load(chunks: readonly ChunkInfo[]): Promise<Arrived[]>
}

interface ChunkColumns extends ChunkInfo {
  steps: Uint8Array | null
  values: Uint8Array
  sequences: Uint8Array | null
}

/**
 * A chunk that was merged with its neighbours between the two calls is found by its sequence in the merged one: points keep their
 * sequence for ever. So a reader needs no transaction, and a slow one holds up nothing.
 */
export function chunkSource({ project, pool }: ProjectDatabase, runId: string, name: SeriesName): ChunkSource {
  const rows = <T extends object>(statement: string, text: string, values: unknown[]) =>
    rowsOf<T>(pool, statement, text, [project, runId, name, ...values])

  const loadMoved = async (chunk: ChunkInfo): Promise<Arrived> => {
    const end = chunk.sequence + chunk.span
    const holders = await rows<ChunkColumns>(
      'chunks-covering',
      `select ${infoColumns}, c.steps, c."values", c.sequences from gradient_norm_chunks c
       where c.project = $1 and c.run_id = $2 and c.norm = $3 and c.sequence < $5 and c.sequence >= (
         select max(sequence) from gradient_norm_chunks where project = $1 and run_id = $2 and norm = $3 and sequence <= $4)
       order by c.sequence`,
      [chunk.sequence, end]
    )
    const covered = holders.reduce(
      (sum, { sequence, span }) => sum + Math.max(0, Math.min(sequence + span, end) - Math.max(sequence, chunk.sequence)),
      0
    )
    if (covered !== chunk.span) throw new Problem('run-not-found', `The run ${runId} was deleted while it was being read.`)
    return joined(holders.map((holder) => between(arrivedOf(holder, holder), chunk.sequence, end)))
  }

  return {
    async directory(from, to) {
      const found = await rows<SeriesRow & { [key in keyof ChunkInfo]: ChunkInfo[key] | null }>(
        'chunk-directory',
        `select ${seriesColumns}, ${infoColumns} from gradient_norm_series s left join gradient_norm_chunks c
         on c.project = s.project and c.run_id = s.run_id and c.norm = s.norm
           and ((c.first_step < $5 and c.last_step >= $4) or c.resume_from is not null)
         where s.project = $1 and s.run_id = $2 and s.norm = $3 order by c.sequence`,
        [from, to]
      )
      const series = found[0]
      if (!series) return null
      return { series, chunks: found.filter((row) => row.count !== null) as unknown as ChunkInfo[] }
    },

    async load(chunks) {
      const found = await rows<ChunkColumns>(
        'chunks',
        `select ${infoColumns}, c.steps, c."values", c.sequences from gradient_norm_chunks c
         where c.project = $1 and c.run_id = $2 and c.norm = $3 and c.sequence = any($4::bigint[])`,
        [chunks.map((chunk) => chunk.sequence)]
      )
      const bySequence = new Map(found.map((row) => [row.sequence, row]))
      const points: Arrived[] = []
      for (const chunk of chunks) {
        const row = bySequence.get(chunk.sequence)
        // A merged chunk begins where its first part began: then its head is what was asked for.
        if (row && row.span >= chunk.span) points.push(between(arrivedOf(row, row), chunk.sequence, chunk.sequence + chunk.span))
        else points.push(await loadMoved(chunk))
      }
      return points
    }
  }
}

/** Points that arrived in any order, by step; of two at one step the later to arrive. */
export function inStepOrder(points: Points): Points {
  const { steps, values } = points
  if (!(steps instanceof Float64Array) || isIncreasing(steps)) return points
  const order = Array.from(steps.keys()).sort((a, b) => steps[a]! - steps[b]! || a - b)
  const last = order.filter((index, i) => i + 1 === order.length || steps[order[i + 1]!] !== steps[index])
  return { steps: Float64Array.from(last, (i) => stepAt(steps, i)), values: Float64Array.from(last, (i) => values[i]!) }
}

function isIncreasing(steps: Float64Array): boolean {
  for (let i = 1; i < steps.length; i++) if (steps[i]! <= steps[i - 1]!) return false
  return true
}
