import { Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

/** @param pointer where in the body it is named, if there */
export const runNotFound = (id: string, pointer?: string): Problem =>
  new Problem(
    'run-not-found',
    `The run ${JSON.stringify(id)} does not exist.`,
    pointer === undefined ? {} : { errors: [{ pointer, detail: 'is not the id of a run.' }] }
  )

/** @throws Problem `run-not-found` */
export async function findRun(storage: ProjectStorage, id: string): Promise<Run> {
  const run = await storage.runs.find(id)
  if (run === null) throw runNotFound(id)
  return run
}
