import type { Run } from '../../domain/run.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { RunFilter } from '../../storage/run-repository.ts'

/** The runs that a filter lets through, newest first. */
export const listRuns = (storage: ProjectStorage, filter: RunFilter, page: PageRequest): Promise<Page<Run>> =>
  storage.runs.list(filter, page)
