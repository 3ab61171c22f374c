import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { ProblemNote } from '../components/problem-note.tsx'

type Shown = ComponentType<{ of: readonly string[] }>

/** Another build has files of other names. */
const gone = new Problem(
  'page',
  'This part of the page did not come',
  'The service is away, or has another version by now. Load the page anew.'
)

/** A view whose code comes when it is first looked at, and stays. */
export function lazily(load: () => Promise<Shown>): Shown {
  let known: Shown | null = null
  return function Lazy(props) {
    const [state, show] = useState<'loading' | 'failed' | 'there'>(known === null ? 'loading' : 'there')
    useEffect(() => {
      if (known !== null) return
      load().then(
        (view) => {
          known = view
          show('there')
        },
        () => show('failed')
      )
    }, [])
    if (state === 'failed') return <ProblemNote problem={gone} again={() => location.reload()} />
    const View = known
    return View === null ? <p role="status">Loading …</p> : <View {...props} />
  }
}
