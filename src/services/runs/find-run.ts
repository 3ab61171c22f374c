import { Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import type { Storage } from '../../storage/storage.ts'

/** @param pointer where in the body it is named, if there */
export const runNotFound = (id: string, pointer?: string): Problem =>
  new Problem(
    'run-not-found',
    `There is no run ${JSON.stringify(id)}.`,
    pointer === undefined ? {} : { errors: [{ pointer, detail: 'names no run.' }] }
  )

/** @throws Problem `run-not-found` */
export async function findRun(storage: Storage, id: string): Promise<Run> {
  const run = await storage.runs.find(id)
  if (run === null) throw runNotFound(id)
  return run
}
