import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from './find-run.ts'

/** Deletes a run and its norms; schedules made from it stay. @throws Problem `run-not-found` */
export async function deleteRun(storage: ProjectStorage, id: string): Promise<void> {
  if (!(await storage.runs.delete(id))) throw runNotFound(id)
}
