import { Problem, problems } from '../../domain/problems.ts'
import { calls } from './index.ts'

/** What is asked, and a number that the answer has too. */
interface Asked {
  readonly id?: unknown
  readonly call?: unknown
  readonly with?: unknown
}

/** The answer to a call, or the problem, as RFC 9457 has it: never an exception. */
export async function answerCall(asked: unknown): Promise<object> {
  const { id = null, call, with: given } = typeof asked === 'object' && asked !== null ? (asked as Asked) : {}
  try {
    const found = calls.find(({ name }) => name === call)
    if (found === undefined) throw new Problem('invalid-request', `There is no call ${JSON.stringify(call)}.`)
    return { id, answer: await found.answer(given) }
  } catch (error) {
    return { id, problem: problemOf(error) }
  }
}

export function problemOf(error: unknown): object {
  if (error instanceof Problem) {
    const { title, status } = problems[error.type]
    return { type: `/problems/${error.type}`, title, status, detail: error.detail, ...(error.errors && { errors: error.errors }) }
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { type: '/problems/internal', title: problems.internal.title, status: 500, detail }
}
