import { v7 as uuidv7 } from 'uuid'
import { Problem } from '../../domain/problems.ts'
import type { KeptAnswer } from '../../storage/idempotency-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export type { KeptAnswer } from '../../storage/idempotency-repository.ts'

/** A request that stores, as it is told from others. */
export interface KeyedRequest {
  /** Its `Idempotency-Key`; undefined where it has none, and is new each time. */
  readonly key: string | undefined
  /** Digest of method, path, query and body. */
  readonly fingerprint: () => string
}

/**
 * Answers a request that stores, once for each key: a retry gets the first answer again, and what it makes has the id that the first
 * attempt was given, so that a retry after a crash doubles nothing. A request that fails frees its key.
 * @param work stores, and makes the answer; `resourceId` gives the id for what it makes
 * @param warn told where a key could not be freed
 * @throws Problem `idempotency-key-reused`, `idempotency-key-in-use`, and what `work` throws
 */
export async function answerOnce(
  { idempotency }: ProjectStorage,
  { key, fingerprint }: KeyedRequest,
  work: (resourceId: () => string) => Promise<KeptAnswer>,
  warn: (message: string, cause: unknown) => void
): Promise<{ answer: KeptAnswer; isReplayed: boolean }> {
  if (key === undefined) return { answer: await work(uuidv7), isReplayed: false }
  const claim = await idempotency.claim(key, fingerprint())
  if (claim.state === 'answered') return { answer: claim.answer, isReplayed: true }
  if (claim.state === 'reused') throw new Problem('idempotency-key-reused', 'The key was used with another method, path, query or body.')
  if (claim.state === 'busy') {
    throw new Problem('idempotency-key-in-use', 'The first request with this key is still in progress.', { retryAfterSeconds: 1 })
  }
  try {
    const answer = await work(() => claim.resourceId)
    await idempotency.keep(key, answer)
    return { answer, isReplayed: false }
  } catch (error) {
    await idempotency.release(key).catch((cause) => warn('an idempotency key was not freed', cause))
    throw error
  }
}
