import type { Operation } from '../../domain/operation.ts'
import { Problem } from '../../domain/problems.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export const operationNotFound = (id: string): Problem =>
  new Problem('operation-not-found', `The operation ${JSON.stringify(id)} does not exist.`)

/** @throws Problem `operation-not-found` */
export async function findOperation(storage: ProjectStorage, id: string): Promise<Operation> {
  const operation = await storage.operations.find(id)
  if (operation === null) throw operationNotFound(id)
  return operation
}
