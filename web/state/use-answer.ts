import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import { patiently } from '../api/reach.ts'

/** What is known of an answer so far. While it is asked for again, the last one stands. */
export interface Asked<Answer> {
  readonly answer: Answer | null
  readonly problem: Problem | null
  readonly pending: boolean
  /** Asks once more. */
  again(): void
}

/**
 * Asks the service when the component appears, and whenever the path, or what the answer depends on besides, changes.
 * @param path null: nothing is asked yet
 */
export const useAnswer = <Answer>(path: string | null, dependencies: readonly unknown[] = []): Asked<Answer> =>
  useWork<Answer>(path === null ? null : (signal) => ask<Answer>(path, { signal }), [path, ...dependencies])

/**
 * Does work when the component appears and whenever what it depends on changes; what is still under way then is given up. While the service
 * does not answer, or is too busy, it is asked again.
 * @param work null: there is nothing to do yet
 */
export function useWork<Answer>(work: ((signal: AbortSignal) => Promise<Answer>) | null, dependencies: readonly unknown[]): Asked<Answer> {
  const [round, next] = useState(0)
  const [state, show] = useState<{ answer: Answer | null; problem: Problem | null; pending: boolean }>({
    answer: null,
    problem: null,
    pending: work !== null
  })
  useEffect(() => {
    if (work === null) return
    const left = new AbortController()
    show((last) => ({ ...last, pending: true }))
    patiently(() => work(left.signal), left.signal).then(
      (answer) => left.signal.aborted || show({ answer, problem: null, pending: false }),
      (error: unknown) => left.signal.aborted || show((last) => ({ ...last, problem: asProblem(error), pending: false }))
    )
    return () => left.abort()
  }, [...dependencies, round])
  return { ...state, again: useCallback(() => next((last) => last + 1), []) }
}
