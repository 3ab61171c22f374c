import type { Points } from '../../domain/gradient-norm.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

/** A list of numbers that an operation has made, in pieces, as values at successive steps. */
export async function* readOperationNumbers(storage: ProjectStorage, id: string, part: string): AsyncGenerator<Points> {
  let first = 0
  for await (const values of storage.operations.numbers(id, part)) {
    yield { steps: { first, stride: 1 }, values }
    first += values.length
  }
}
