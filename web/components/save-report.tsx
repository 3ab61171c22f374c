import { useState } from 'preact/hooks'
import { asProblem, Problem } from '../api/problem.ts'
import { ProblemNote } from './problem-note.tsx'

/** Saves a report as one file to keep and to send. @param make asks the service for its text */
export function SaveReport({ name, make }: { name: string; make: () => Promise<string> }) {
  const [state, show] = useState<Problem | 'idle' | 'making'>('idle')
  const save = async () => {
    show('making')
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([await make()], { type: 'text/html' }))
      link.download = `taper-report-${name}.html`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      show('idle')
    } catch (error) {
      show(asProblem(error))
    }
  }
  return (
    <>
      <button type="button" class="no-print" onClick={save} disabled={state === 'making'}>
        {state === 'making' ? 'Writing …' : 'Save a report to send'}
      </button>
      {state instanceof Problem && <ProblemNote problem={state} />}
    </>
  )
}
