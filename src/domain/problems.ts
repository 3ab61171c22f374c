import { problems } from './problem-table.ts'

export { problems }

export type ProblemName = keyof typeof problems

/**
 * One place in a request that is wrong. `pointer` is a JSON Pointer into the body (`""` for all of it), or `query/<name>`,
 * `path/<name>`, `header/<name>`; `fix` says what to write instead.
 */
export interface InvalidPart {
  pointer: string
  detail: string
  fix?: string
}

/** A failure that the caller is told about, by its row in the table. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly type: ProblemName
  readonly detail: string
  readonly errors: InvalidPart[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(type: ProblemName, detail: string, more: { errors?: InvalidPart[]; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(`${type}: ${detail}`, more.cause === undefined ? {} : { cause: more.cause })
    this.type = type
    this.detail = detail
    this.errors = more.errors
    this.retryAfterSeconds = more.retryAfterSeconds
  }

  get status(): number {
    return problems[this.type].status
  }
}

/** A 400 that names one place. */
export const invalid = (pointer: string, detail: string, fix?: string): Problem =>
  new Problem('invalid-request', detail, { errors: [fix === undefined ? { pointer, detail } : { pointer, detail, fix }] })
