import type { Operation } from '../../domain/operation.ts'
import type { Counted } from '../../storage/point-count-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { Attempt } from '../idempotency/answer-once.ts'
import { type LocalWatch, OperationCancelled } from '../operations/local-operations.ts'
import type { Parts } from '../parts.ts'
import { type ImportResult, type ImportWishes, importLog } from './import-log.ts'
import { inMemoryMax, type Upload } from './upload.ts'

/** More bytes than these are imported as an operation: about a second of reading and storing. Fixed, so that tomorrow it is the same. */
export const directBytesMax = 64 * 2 ** 20

/** Of whom an import is. */
export interface ImportContext {
  readonly attempt: Attempt<ImportResult | Operation>
  readonly requestId: string
  readonly counted: Counted
  /** Whoever asks does not want to wait. */
  readonly wantsOperation: boolean
}

/**
 * Imports logs: at once, or where it takes long as an operation, which holds their files until it ends.
 * @throws Problem as {@link importLog}
 */
export async function importOnce(
  parts: Parts,
  storage: ProjectStorage,
  upload: Upload,
  wishes: ImportWishes,
  { attempt, requestId, counted, wantsOperation }: ImportContext
): Promise<ImportResult | Operation> {
  const { once } = attempt
  if (!wantsOperation && upload.bytes <= directBytesMax) {
    return await importLog(parts, parts.pools.imports, counted, upload, wishes, { ...(once && { keep: once }) })
  }
  const held = parts.memory.open()
  held.take(Math.min(upload.bytes, inMemoryMax), '')
  upload.hold()
  const done = () => {
    held.release()
    upload.release()
  }
  const operation = { id: attempt.id, kind: 'importLog' as const, requestId, project: counted.project }
  const work = async ({ taken, signal, progress }: LocalWatch) => {
    const result = await importLog(parts, parts.pools.longImports, counted, upload, wishes, {
      signal,
      progress,
      async keep(client, { receipt, created }) {
        if (!(await storage.operations.finishIn(client, taken, { receipt, created }))) throw new OperationCancelled()
      }
    })
    return wishes.dryRun ? await storage.operations.finish(taken, { ...result }) : true
  }
  return await parts.operations.startHere(storage, operation, { work, done }, once)
}
