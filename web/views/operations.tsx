import { useEffect, useState } from 'preact/hooks'
import { call, pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import type { Operation } from '../api/types.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { Table } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { ago } from '../format/number.ts'
import { addressOf } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'

const goesOn = ({ status }: Operation): boolean => status === 'queued' || status === 'running'

/** What goes on after its call was answered, with its progress. */
export function Operations({ of: [id] }: { of: readonly string[] }) {
  const { answer, problem, again } = useAnswer<{ items: Operation[] }>(pathOf(['v1', 'operations'], { limit: 100 }))
  const [failed, fail] = useState<Problem | null>(null)
  const items = answer?.items ?? []
  const busy = items.some(goesOn)
  useEffect(() => {
    const timer = setInterval(again, busy ? 1000 : 10_000)
    return () => clearInterval(timer)
  }, [busy, again])
  const cancel = async (operation: string) => {
    fail(null)
    await call(pathOf(['v1', 'operations', operation]), { method: 'DELETE' }).catch((error: unknown) => fail(asProblem(error)))
    again()
  }
  return (
    <section class="stack">
      <h1>Operations</h1>
      {problem && <ProblemNote problem={problem} again={again} />}
      {failed && <ProblemNote problem={failed} />}
      {answer === null && problem === null && <Waiting />}
      {answer && items.length === 0 && (
        <p>
          Nothing goes on. Refinements and imports that take longer than a request waits are listed here, with their progress, for a week
          after they have ended.
        </p>
      )}
      {items.length > 0 && (
        <div class="card">
          <Table
            label="Operations"
            rows={items}
            keyOf={(operation) => operation.id}
            current={id}
            columns={[
              { title: 'What', cell: ({ kind }) => kind },
              { title: 'Begun', cell: ({ createdAt }) => ago(createdAt) },
              { title: 'State', cell: (operation) => <State operation={operation} /> },
              {
                title: 'What to do',
                isUnseen: true,
                cell: (operation) =>
                  goesOn(operation) ? (
                    <button type="button" onClick={() => cancel(operation.id)}>
                      Cancel<span class="unseen"> {operation.kind}</span>
                    </button>
                  ) : (
                    <Result operation={operation} />
                  )
              }
            ]}
          />
        </div>
      )}
    </section>
  )
}

const State = ({ operation }: { operation: Operation }) => (
  <div>
    {goesOn(operation) ? (
      <>
        <progress value={operation.progress} max="1" aria-label={`Progress of ${operation.kind}`} /> {operation.status},{' '}
        {Math.round(100 * operation.progress)} %
      </>
    ) : (
      operation.status
    )}
    {operation.problem && <p class="note bad">{operation.problem.detail}</p>}
  </div>
)

/** Where what it has made can be seen. */
function Result({ operation: { result } }: { operation: Operation }) {
  if (result === undefined) return null
  if ('runs' in result) {
    return (
      <>
        {result.runs.slice(0, 5).map(({ runId }) => (
          <a key={runId} href={addressOf(['runs', runId])}>
            {runId}
          </a>
        ))}
      </>
    )
  }
  return 'runId' in result && result.runId ? (
    <a href={addressOf(['compare'], { run: result.runId, with: `@${result.id}` })}>See the schedule</a>
  ) : null
}
