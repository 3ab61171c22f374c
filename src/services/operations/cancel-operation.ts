import { Problem } from '../../domain/problems.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { operationNotFound } from './find-operation.ts'

/**
 * Cancels an operation: from then on nothing comes of it, and whoever works on it stops within a second. One that was cancelled before
 * stays so.
 * @throws Problem `operation-not-found`, and `operation-ended` where it was done or had failed before
 */
export async function cancelOperation(storage: ProjectStorage, id: string): Promise<void> {
  const operation = await storage.operations.cancel(id)
  if (operation === null) throw operationNotFound(id)
  if (operation.status !== 'cancelled') throw new Problem('operation-ended', `The operation ${id} is already ${operation.status}.`)
}
