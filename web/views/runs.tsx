import { pathOf } from '../api/client.ts'
import type { Run } from '../api/types.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { addressOf } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'

/** All runs, newest first. */
export function Runs() {
  const { answer, problem, again } = useAnswer<{ items: Run[]; nextCursor: string | null }>(pathOf(['v1', 'runs'], { limit: 50 }))
  return (
    <section class="stack">
      <h1>Runs</h1>
      {problem && <ProblemNote problem={problem} again={again} />}
      {answer && (
        <table>
          <thead>
            <tr>
              <th>Run</th>
              <th class="number">Points</th>
            </tr>
          </thead>
          <tbody>
            {answer.items.map(({ id, name, series }) => (
              <tr key={id}>
                <td>
                  <a href={addressOf(['runs', id])}>{name ?? id}</a>
                </td>
                <td class="number">{series.reduce((sum, { points }) => sum + points, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
