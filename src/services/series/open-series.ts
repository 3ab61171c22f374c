import type { NormName } from '../../domain/gradient-norm.ts'
import type { SeriesHead } from '../../storage/gradient-norm-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { findRun } from '../runs/find-run.ts'

/**
 * What is current in a series; null where nothing was ever stored in it.
 * @throws Problem `run-not-found`
 */
export async function openSeries(storage: ProjectStorage, runId: string, norm: NormName): Promise<SeriesHead | null> {
  const head = await storage.gradientNorms.head(runId, norm)
  if (head === null) await findRun(storage, runId)
  return head
}
