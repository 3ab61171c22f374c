import { stepMax } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { SeriesReading } from '../../storage/series-repository.ts'

export type { SeriesReading } from '../../storage/series-repository.ts'

/**
 * The current points of a series at some steps, as of one moment; empty where nothing is stored.
 * @param from inclusive  @param to exclusive
 */
export const readRange = (storage: ProjectStorage, runId: string, name: SeriesName, from = 0, to = stepMax + 1): Promise<SeriesReading> =>
  storage.series.read(runId, name, from, to)
