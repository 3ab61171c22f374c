import { type InvalidPart, Problem, type ProblemName } from '../../domain/problems.ts'

/** A problem as plain data, because errors lose their class between threads. */
export interface PlainProblem {
  readonly type: ProblemName
  readonly detail: string
  readonly errors: InvalidPart[] | undefined
  readonly retryAfterSeconds: number | undefined
}

export const plainProblem = ({ type, detail, errors, retryAfterSeconds }: Problem): PlainProblem => ({
  type,
  detail,
  errors,
  retryAfterSeconds
})

export const problemOf = ({ type, detail, errors, retryAfterSeconds }: PlainProblem): Problem =>
  new Problem(type, detail, {
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
  })
