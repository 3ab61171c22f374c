import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import { patiently } from '../api/reach.ts'
import type { RefinementOptions, RefinementPreview } from '../api/types.ts'

interface Preview {
  readonly answer: RefinementPreview | null
  readonly problem: Problem | null
  /** The curves are not yet those of the options. */
  readonly pending: boolean
}

/** What is asked for, one refinement at a time. */
interface Asking {
  /** The options that are asked for next. */
  wanted: string | null
  /** Ends what is under way; null: nothing is. */
  left: AbortController | null
}

const nothingYet: Preview = { answer: null, problem: null, pending: true }

/**
 * A refinement that follows its options. One is asked for at a time, and of those that are chosen meanwhile the last: a slider can move faster
 * than norms are filtered. What is asked of a run that nobody looks at any more is given up.
 * @param state changes with the points of the run
 */
export function usePreview(runId: string, options: RefinementOptions, state: string | null): Preview {
  const [shown, show] = useState<Preview & { readonly path: string | null }>({ ...nothingYet, path: null })
  const asking = useRef<Asking>({ wanted: null, left: null }).current
  const path = pathOf(['v1', 'runs', runId, 'refinements', 'preview'], { points: 1000 })
  const body = JSON.stringify(options)
  useLayoutEffect(
    () => () => {
      asking.left?.abort()
      asking.left = asking.wanted = null
    },
    [path]
  )
  // Not after the next frame, as an effect: each frame counts while a slider is moved.
  useLayoutEffect(() => {
    if (state === null) return
    asking.wanted = body
    const mark = (next: (last: Preview) => Preview) => show((last) => ({ ...next(last.path === path ? last : nothingYet), path }))
    if (asking.left === null) void askOn(asking, path, mark)
    mark((last) => ({ ...last, pending: true }))
  }, [path, body, state])
  return shown.path === path ? shown : nothingYet
}

/** Asks until nothing else is wanted. */
async function askOn(asking: Asking, path: string, show: (next: (last: Preview) => Preview) => void): Promise<void> {
  const left = new AbortController()
  asking.left = left
  let body = ''
  const work = () => {
    body = asking.wanted ?? body
    asking.wanted = null
    return ask<RefinementPreview>(path, { method: 'POST', body, headers: { 'content-type': 'application/json' }, signal: left.signal })
  }
  while (asking.wanted !== null && !left.signal.aborted) {
    try {
      const answer = await patiently(work, left.signal)
      if (!left.signal.aborted) show(() => ({ answer, problem: null, pending: asking.wanted !== null }))
    } catch (error) {
      if (!left.signal.aborted) show((last) => ({ ...last, problem: asProblem(error), pending: asking.wanted !== null }))
    }
  }
  if (asking.left === left) asking.left = null
}
