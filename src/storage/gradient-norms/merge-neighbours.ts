import type { SeriesName } from '../../domain/series.ts'
import type { ProjectDatabase } from '../project-database.ts'
import { type ChunkInfo, chunkOf, chunkPointsMax, concatenate, infoColumns } from './chunk.ts'
import { chunkSource } from './chunk-source.ts'
import { replaceChunks } from './write-chunks.ts'

/** After so many chunks a series' neighbours are merged; so a reader meets at most about this many small ones. */
export const unmergedChunksMax = 128

/** Chunks of fewer points than this are always worth merging. */
const smallPoints = 256

/**
 * Merges the newest chunks of a series into larger ones, so that one point a request reads back like a thousand. A chunk joins
 * younger ones that together have half its points: as in a log-structured merge tree each point is rewritten a logarithmic
 * number of times. Changes nothing that a reader can see.
 */
export async function mergeNeighbours(database: ProjectDatabase, runId: string, name: SeriesName): Promise<void> {
  const { rows } = await database.pool.query<ChunkInfo>({
    name: 'newest-chunks',
    text: `select ${infoColumns} from gradient_norm_chunks c where c.project = $1 and c.run_id = $2 and c.norm = $3
      order by c.sequence desc limit $4`,
    values: [database.project, runId, name, 4 * unmergedChunksMax]
  })
  for (const group of groups(rows)) {
    const points = await chunkSource(database, runId, name).load(group)
    const merged = chunkOf((group[0] as ChunkInfo).sequence, concatenate(points))
    await replaceChunks(
      database,
      runId,
      name,
      group.map((chunk) => chunk.sequence),
      merged
    )
  }
}

/** Which neighbours to merge, each group by sequence, ascending. @param newest chunks by sequence, descending */
export function groups(newest: readonly ChunkInfo[]): ChunkInfo[][] {
  const found: ChunkInfo[][] = []
  let group: ChunkInfo[] = []
  let points = 0
  const close = () => {
    if (group.length > 1) found.push(group.reverse())
    group = []
    points = 0
  }
  for (const chunk of newest) {
    // A mark parts what was before it from what came after; so does a chunk that superseded points were removed from.
    if (chunk.resumeFrom !== null || chunk.span !== chunk.count) {
      close()
      continue
    }
    const joins = chunk.count < smallPoints || chunk.count <= 2 * points || group.length === 0
    // By the day a chunk tells when its points were stored, and so how long those have been superseded that they replaced.
    const isSameDay = group.length === 0 || dayOf(chunk) === dayOf(group[0] as ChunkInfo)
    if (!joins || !isSameDay || points + chunk.count > chunkPointsMax) close()
    group.push(chunk)
    points += chunk.count
  }
  close()
  return found
}

const dayOf = ({ storedAt }: ChunkInfo): number => Math.floor(storedAt / 86_400)
