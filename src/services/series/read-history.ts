import type { SeriesName } from '../../domain/series.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { HistoryPoint } from '../../storage/series-repository.ts'

export type { HistoryPoint } from '../../storage/series-repository.ts'

/** Everything that was ever stored in a series, superseded points included, in order of arrival. */
export const readHistory = (storage: ProjectStorage, runId: string, name: SeriesName): AsyncIterable<HistoryPoint[]> =>
  storage.series.history(runId, name)
