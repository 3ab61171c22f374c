import type { Run, RunFields } from '../domain/run.ts'
import type { Page, PageRequest } from './page.ts'

/** What narrows a list of runs: the beginning of the name, and labels that must have exactly these values. */
export interface RunFilter {
  namePrefix?: string
  labels?: Record<string, string>
}

export interface RunRepository {
  /** Creates the run, or sets the given fields of the one there is. */
  put(id: string, fields: Partial<RunFields>): Promise<{ run: Run; created: boolean }>
  find(id: string): Promise<Run | null>
  list(filter: RunFilter, page: PageRequest): Promise<Page<Run>>
  /** Changes a run by a function of its fields, under a lock on its row, so that two changes at once both stand. Null: no such run. */
  change(id: string, by: (fields: RunFields) => RunFields): Promise<Run | null>
  /** Deletes the run with its norms; its schedules stay and say so. False: no such run. */
  delete(id: string): Promise<boolean>
}
