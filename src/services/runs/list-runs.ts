import type { Run } from '../../domain/run.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { RunFilter } from '../../storage/run-repository.ts'
import type { Storage } from '../../storage/storage.ts'

/** The runs that a filter lets through, newest first. */
export const listRuns = (storage: Storage, filter: RunFilter, page: PageRequest): Promise<Page<Run>> => storage.runs.list(filter, page)
