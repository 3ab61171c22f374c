import type { NormName } from '../../domain/gradient-norm.ts'
import type { HistoryPoint } from '../../storage/gradient-norm-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export type { HistoryPoint } from '../../storage/gradient-norm-repository.ts'

/** Everything that was ever stored in a series, superseded points included, in order of arrival. */
export const readHistory = (storage: ProjectStorage, runId: string, norm: NormName): AsyncIterable<HistoryPoint[]> =>
  storage.gradientNorms.history(runId, norm)
