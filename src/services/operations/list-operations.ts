import type { Operation } from '../../domain/operation.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

/** Those that go on and those of the last week, newest first. */
export const listOperations = (storage: ProjectStorage, limit: number): Promise<Operation[]> => storage.operations.newest(limit)
