import { pathOf } from '../api/client.ts'
import type { Run } from '../api/types.ts'
import { Chart } from '../components/chart/chart.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAnswer } from '../state/use-answer.ts'

interface Buckets {
  buckets: { fromStep: number; last: number | null; min: number | null; max: number | null }[]
}

/** One run: what it logged, and what can be made of it. */
export function RunView({ of: [id = ''] }: { of: readonly string[] }) {
  const { answer, problem, again } = useAnswer<Run>(pathOf(['v1', 'runs', id]))
  return (
    <section class="stack">
      <h1>{answer?.name ?? id}</h1>
      {problem && <ProblemNote problem={problem} again={again} />}
      {answer?.series.map(({ name }) => (
        <SeriesChart key={name} id={id} name={name} />
      ))}
    </section>
  )
}

function SeriesChart({ id, name }: { id: string; name: string }) {
  const { answer } = useAnswer<Buckets>(pathOf(['v1', 'runs', id, 'series', name], { buckets: 1000 }))
  if (answer === null) return null
  const { buckets } = answer
  const line = {
    label: name,
    colour: '--series-1',
    steps: buckets.map(({ fromStep }) => fromStep),
    values: buckets.map(({ last }) => last),
    low: buckets.map(({ min }) => min),
    high: buckets.map(({ max }) => max)
  }
  return (
    <div class="card">
      <Chart title={name} lines={[line]} log sync={id} />
    </div>
  )
}
