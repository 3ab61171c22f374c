import { type NormName, stepMax } from '../../domain/gradient-norm.ts'
import type { SeriesReading } from '../../storage/gradient-norm-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export type { SeriesReading } from '../../storage/gradient-norm-repository.ts'

/**
 * The current points of a series at some steps, as of one moment; empty where nothing is stored.
 * @param from inclusive  @param to exclusive
 */
export const readRange = (storage: ProjectStorage, runId: string, norm: NormName, from = 0, to = stepMax + 1): Promise<SeriesReading> =>
  storage.gradientNorms.read(runId, norm, from, to)
