import type { Run } from '../api/types.ts'
import { addressOf, setQuery } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'
import { ProblemNote } from './problem-note.tsx'

const comparable = new Set(['l2', 'l1', 'loss'])

/** Which run, or which log that was given to the page, schedules are compared on. */
export function SubjectChoice({ runId, isLog, hasLog }: { runId: string | null; isLog: boolean; hasLog: boolean }) {
  const { answer, problem, again } = useAnswer<{ items: Run[] }>('v1/runs?limit=200')
  if (problem) return <ProblemNote problem={problem} again={again} />
  if (answer === null) return null
  const runs = answer.items.filter(({ series }) => series.some(({ name, points }) => comparable.has(name) && points > 1))
  if (runs.length === 0 && !hasLog) {
    return (
      <p>
        Schedules are compared on the gradient norms or the losses of a run, and no run has logged any yet.{' '}
        <a href={addressOf(['log'])}>Look at a log</a> of yours, or try it with a made-up one.
      </p>
    )
  }
  const known = runId === null || runs.some(({ id }) => id === runId)
  return (
    <div class="row end">
      <label>
        Norms and losses of
        <select
          value={isLog ? ' log' : (runId ?? '')}
          onChange={({ currentTarget: { value } }) => setQuery(value === ' log' ? { run: null, log: true } : { run: value, log: null })}
        >
          {runId === null && !isLog && <option value="">choose a run …</option>}
          {hasLog && <option value=" log">the log on this page, not stored</option>}
          {!known && <option value={runId ?? ''}>{runId}</option>}
          {runs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? id}
            </option>
          ))}
        </select>
      </label>
      {runId !== null && (
        <a class="no-print" href={addressOf(['runs', runId])}>
          See the run
        </a>
      )}
      {runId === null && !isLog && (
        <p class="hint">Its norms give the refined schedule and a bound for every shape; its losses and rates a predicted loss.</p>
      )}
    </div>
  )
}
