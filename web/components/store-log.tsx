import { useEffect, useRef, useState } from 'preact/hooks'
import { pathOf } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import type { LogReport, Operation } from '../api/types.ts'
import { upload } from '../api/upload.ts'
import { goTo } from '../state/route.ts'
import { ProblemNote } from './problem-note.tsx'

/** Stores a log that was looked at as a run of the service, read as it is shown. */
export function StoreLog({ body, reading, report }: { body: Blob | FormData; reading: string; report: LogReport }) {
  const [id, name] = useState(report.runId)
  const [state, show] = useState<Problem | number | null>(null)
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])
  const store = async (event: Event) => {
    event.preventDefault()
    show(0)
    const { signal } = (sending.current = new AbortController())
    const query = new URLSearchParams(reading)
    for (const refining of ['preset', 'steps', 'norm']) query.delete(refining)
    query.set('runId', id)
    const { runs } = report.receipt
    if (runs.length > 1 && !query.has('run')) query.set('run', runs.find(({ runId }) => runId === report.runId)?.name ?? report.runId)
    try {
      const answer = JSON.parse(
        await upload(`${pathOf(['v1', 'imports'])}?${query}`, body, { signal, onProgress: (part) => show(part) })
      ) as Partial<Operation>
      if (answer.status !== undefined && answer.id !== undefined) return goTo(['operations', answer.id])
      goTo(['runs', id])
    } catch (error) {
      show(signal.aborted ? null : asProblem(error))
    }
  }
  return (
    <form class="card stack no-print" onSubmit={store}>
      <h2>Keep it</h2>
      <p>Stored as a run, its schedules can be stored, exported and followed, and other runs be compared with it.</p>
      <div class="row end">
        <label>
          Id of the run
          <input
            value={id}
            required
            maxLength={128}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
            spellcheck={false}
            onInput={({ currentTarget }) => name(currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={typeof state === 'number'}>
          Store
        </button>
        {typeof state === 'number' && <progress value={state} max="1" aria-label="Sent" />}
        {/* What has arrived whole is stored: then it is too late. */}
        {typeof state === 'number' && state < 1 && (
          <button type="button" onClick={() => sending.current?.abort()}>
            Cancel
          </button>
        )}
      </div>
      {state instanceof Problem && <ProblemNote problem={state} />}
    </form>
  )
}
