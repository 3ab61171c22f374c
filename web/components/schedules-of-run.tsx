import { pathOf } from '../api/client.ts'
import type { Page, Schedule } from '../api/types.ts'
import { ago, whole } from '../format/number.ts'
import { addressOf } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'
import { ProblemNote } from './problem-note.tsx'

/** Schedules that were stored from a run. @param changes grows with each that is made */
export function SchedulesOfRun({ runId, changes }: { runId: string; changes: number }) {
  const { answer, problem, again } = useAnswer<Page<Schedule>>(pathOf(['v1', 'schedules'], { runId, limit: 20 }), [changes])
  if (problem) return <ProblemNote problem={problem} again={again} />
  if (answer === null || answer.items.length === 0) return null
  return (
    <section class="card stack">
      <h2>Stored schedules</h2>
      <ul>
        {answer.items.map(({ id, name, rule, steps, createdAt }) => (
          <li key={id}>
            <a href={addressOf(['compare'], { run: runId, with: `@${id}` })}>{name ?? rule}</a>{' '}
            <span class="hint">
              {whole(steps)} steps, {ago(createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
