import { v7 as uuidv7 } from 'uuid'
import { Problem } from '../../domain/problems.ts'
import type { HeldKey, KeptAnswer } from '../../storage/idempotency-repository.ts'
import type { Once } from '../../storage/once.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export type { KeptAnswer } from '../../storage/idempotency-repository.ts'

/** A request that stores, as it is told from others. */
export interface KeyedRequest {
  /** Its `Idempotency-Key`; undefined where it has none, and is new each time. */
  readonly key: string | undefined
  /** Digest of method, path, query and body. */
  readonly fingerprint: () => string
}

/** One attempt at a request. */
export interface Attempt<Result> {
  /** For what the request makes. */
  readonly id: string
  /** For what stores the result: keeps the answer with it. Undefined where nobody can ask again. */
  readonly once: Once<Result> | undefined
}

/** How a request is answered. */
export interface OnceWork<Result> {
  /** Stores. What is stored without `once` must be the same where it is stored again. */
  readonly work: (attempt: Attempt<Result>) => Promise<Result>
  readonly answerOf: (result: Result) => KeptAnswer
  /** Another result in the place of the one that was stored: of work that ended while the request was waited for. */
  readonly later?: (result: Result) => Promise<Result>
}

/**
 * Answers a request that stores, once for each key: a retry gets the first answer again. The answer is kept in the transaction that stores the
 * result, so that a broken connection, or a crash, leaves both or none. A request that fails frees its key.
 * @param warn told where a key could not be freed, or an answer not be replaced
 * @throws Problem `idempotency-key-reused`, `idempotency-key-in-use`, and what the work throws
 */
export async function answerOnce<Result>(
  { idempotency }: ProjectStorage,
  { key, fingerprint }: KeyedRequest,
  { work, answerOf, later = async (result) => result }: OnceWork<Result>,
  warn: (message: string, cause: unknown) => void
): Promise<{ answer: KeptAnswer; isReplayed: boolean }> {
  if (key === undefined) return { answer: answerOf(await later(await work({ id: uuidv7(), once: undefined }))), isReplayed: false }
  const claim = await idempotency.claim(key, fingerprint())
  if (claim.state === 'answered') return { answer: claim.answer, isReplayed: true }
  if (claim.state === 'reused') throw new Problem('idempotency-key-reused', 'The key was used with another method, path, query or body.')
  if (claim.state === 'busy') {
    throw new Problem('idempotency-key-in-use', 'The first request with this key is still in progress.', { retryAfterSeconds: 1 })
  }
  const { held } = claim
  try {
    const { result, kept } = await attempt(held, work, answerOf)
    const answer = answerOf(await later(result))
    if (answer.status !== kept?.status || answer.body !== kept.body) {
      await held.keep(answer).catch((cause) => warn('an answer was not kept for its key', cause))
    }
    return { answer, isReplayed: false }
  } finally {
    await held.letGo().catch((cause) => warn('an idempotency key was not freed; it will be in seconds', cause))
  }
}

/** Works, and gives the answer that was kept with the result; null where nothing was stored. */
async function attempt<Result>(
  held: HeldKey,
  work: OnceWork<Result>['work'],
  answerOf: OnceWork<Result>['answerOf']
): Promise<{ result: Result; kept: KeptAnswer | null }> {
  let kept: KeptAnswer | null = null
  const once: Once<Result> = async (client, result) => {
    const answer = answerOf(result)
    await held.keepIn(client, answer)
    kept = answer
  }
  const result = await work({ id: held.resourceId, once })
  return { result, kept }
}
