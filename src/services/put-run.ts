import type { Run, RunFields } from '../domain/run.ts'
import type { Storage } from '../storage/storage.ts'

/** Creates a run under an id that the client chose, or sets the given fields of the one that there is. */
export const putRun = (storage: Storage, id: string, fields: Partial<RunFields>): Promise<{ run: Run; created: boolean }> =>
  storage.runs.put(id, fields)
