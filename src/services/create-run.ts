import type { Run, RunFields } from '../domain/run.ts'
import type { Storage } from '../storage/storage.ts'

/** Stores a run under an id that the service made. With the id of an earlier, broken attempt it finds what that one stored. */
export async function createRun(storage: Storage, id: string, fields: Partial<RunFields>): Promise<Run> {
  const { run } = await storage.runs.put(id, fields)
  return run
}
