import type { SeriesName } from '../../domain/series.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { SeriesHead } from '../../storage/series-repository.ts'
import { findRun } from '../runs/find-run.ts'

/**
 * What is current in a series; null where nothing was ever stored in it.
 * @throws Problem `run-not-found`
 */
export async function openSeries(storage: ProjectStorage, runId: string, name: SeriesName): Promise<SeriesHead | null> {
  const head = await storage.series.head(runId, name)
  if (head === null) await findRun(storage, runId)
  return head
}
