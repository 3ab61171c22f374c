import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { KeptAnswer } from '../../storage/idempotency-repository.ts'
import type { OnceWork } from './answer-once.ts'

/** An answer that holds a secret, kept so that only who has the Idempotency-Key of its request can read it. */
export interface AnswerSeal {
  /** What stands for the Idempotency-Key in storage. */
  readonly key: string
  /** The same work, with its answer sealed. */
  around<Result>(work: OnceWork<Result>): OnceWork<Result>
  open(answer: KeptAnswer): KeptAnswer
}

const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16]

/**
 * Derives, slowly, both what is stored in place of the Idempotency-Key and the key that encrypts the body (AES-256-GCM), so that nothing
 * stored tells either; guessing one costs an scrypt for each guess.
 */
export async function answerSeal(idempotencyKey: string, purpose: string): Promise<AnswerSeal> {
  const derived = (await promisify(scrypt)(idempotencyKey, `taper ${purpose}`, 2 * keyBytes)) as Buffer
  const secret = derived.subarray(keyBytes)
  const close = (answer: KeptAnswer): KeptAnswer => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', secret, nonce)
    const body = Buffer.concat([nonce, cipher.update(answer.body, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return { ...answer, body: body.toString('base64url') }
  }
  return {
    key: `sealed:${derived.subarray(0, keyBytes).toString('base64url')}`,
    around({ answerOf, ...rest }) {
      // A nonce is drawn each time: the same result must give the same text again.
      const closed = new Map<string, KeptAnswer>()
      return {
        ...rest,
        answerOf(result) {
          const answer = answerOf(result)
          const known = closed.get(answer.body) ?? close(answer)
          closed.set(answer.body, known)
          return known
        }
      }
    },
    open(answer) {
      const bytes = Buffer.from(answer.body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, nonceBytes))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      return { ...answer, body: Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8') }
    }
  }
}
