import { useEffect, useRef, useState } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import type { RefinementOptions, RefinementPreview } from '../api/types.ts'

interface Preview {
  readonly answer: RefinementPreview | null
  readonly problem: Problem | null
  /** The curves are not yet those of the options. */
  readonly pending: boolean
}

/**
 * A refinement that follows its options. One is asked for at a time, and of those that are chosen meanwhile the last: a slider can move faster
 * than norms are filtered.
 * @param state changes with the points of the run
 */
export function usePreview(runId: string, options: RefinementOptions, state: string | null): Preview {
  const [preview, show] = useState<Preview>({ answer: null, problem: null, pending: true })
  const wanted = useRef<string | null>(null)
  const busy = useRef(false)
  const text = JSON.stringify(options)
  useEffect(() => {
    if (state === null) return
    wanted.current = text
    show((last) => ({ ...last, pending: true }))
    if (busy.current) return
    void (async () => {
      busy.current = true
      while (wanted.current !== null) {
        const body = wanted.current
        wanted.current = null
        try {
          const headers = { 'content-type': 'application/json' }
          const answer = await ask<RefinementPreview>(pathOf(['v1', 'runs', runId, 'refinements', 'preview'], { points: 1000 }), {
            method: 'POST',
            body,
            headers
          })
          show({ answer, problem: null, pending: wanted.current !== null })
        } catch (error) {
          show((last) => ({ ...last, problem: asProblem(error), pending: wanted.current !== null }))
        }
      }
      busy.current = false
    })()
  }, [runId, text, state])
  return preview
}
