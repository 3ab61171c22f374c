import { useMemo } from 'preact/hooks'
import type { Run } from '../api/types.ts'
import { fetchView } from '../data/series-view.ts'
import { seriesTitles } from '../format/series-titles.ts'
import { useWork } from '../state/use-answer.ts'
import { Chart } from './chart/chart.tsx'
import type { ChartLine, Range } from './chart/lines.ts'
import { ProblemNote } from './problem-note.tsx'

/** So many runs can be told apart by colour and dashes. */
export const overlaidMax = 20
const colours = 8
const dashes = [undefined, [6, 3], [2, 2]]

interface Props {
  readonly runs: readonly Run[]
  readonly name: string
  readonly range: Range | null
  readonly onRange: (range: Range | null) => void
  readonly log: boolean
}

/** One series of several runs over each other. */
export function RunOverlay({ runs, name, range, onRange, log }: Props) {
  const having = runs.filter(({ series }) => series.some((one) => one.name === name && one.points > 0))
  const state = having.map(({ id, series }) => `${id} ${series.find((one) => one.name === name)?.points}`).join('\n')
  const { answer, problem, again } = useWork(
    (signal) => Promise.all(having.map(async ({ id }) => (await fetchView(id, name, range, signal, 1000)).view)),
    [state, name, range?.[0], range?.[1]]
  )
  const lines = useMemo(
    (): ChartLine[] =>
      (answer ?? []).map((view, i) => {
        const run = having[i]
        const dash = dashes[Math.floor(i / colours) % dashes.length]
        return {
          label: run?.name ?? run?.id ?? '',
          colour: `--series-${1 + (i % colours)}`,
          steps: view.steps,
          values: view.mean,
          ...(having.length <= 3 && { low: view.min, high: view.max }),
          ...(dash && { dash }),
          width: 1.4
        }
      }),
    [answer]
  )
  return (
    <div class="card">
      {problem && <ProblemNote problem={problem} again={again} />}
      {answer && (
        <Chart title={seriesTitles[name] ?? name} lines={lines} log={log} range={range} onRange={onRange} sync="runs" height={260} />
      )}
    </div>
  )
}
