import { useMemo, useState } from 'preact/hooks'
import type { LogReport } from '../api/types.ts'
import { chartLine } from '../format/drawn-line.ts'
import { seriesTitles } from '../format/series-titles.ts'
import { Chart } from './chart/chart.tsx'
import type { Range } from './chart/lines.ts'

/** Norms, losses and rates of a log, and the schedule for the next run beside what was used, on one cursor. */
export function LogCharts({ report }: { report: LogReport }) {
  const [range, zoom] = useState<Range | null>(null)
  const { series, refinement, norm } = report
  const made = 'missing' in refinement ? null : refinement
  const shared = { range, onRange: zoom, sync: 'log' }
  const used = series.find(({ name }) => name === 'learning-rate')
  const schedule = useMemo(() => {
    if (made === null) return []
    const largest = Math.max(...(used?.high ?? []).map((value) => value ?? 0)) || 1
    const share = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : value / largest))
    return [
      chartLine(`refined, ${made.preset}`, '--series-1', made.multipliers),
      ...(made.paper === null ? [] : [chartLine('paper', '--series-4', made.paper, { dash: [6, 4] })]),
      ...(used === undefined
        ? []
        : [
            chartLine(
              'used, ÷ its largest',
              '--series-2',
              { steps: used.steps, low: share(used.low), high: share(used.high) },
              { dash: [2, 3] }
            )
          ])
    ]
  }, [report])
  const lines = useMemo(
    () =>
      series
        .filter(({ name }) => made === null || name !== 'learning-rate')
        .map((one) => ({
          name: one.name,
          lines: [
            chartLine('logged', made !== null && one.name === norm ? '--series-8' : '--series-1', one, { band: true }),
            ...(made !== null && one.name === norm ? [chartLine('median filter', '--series-1', made.filtered)] : [])
          ],
          log: one.name !== 'learning-rate' && one.low.every((value) => value === null || value > 0)
        })),
    [report]
  )
  return (
    <>
      {schedule.length > 0 && (
        <div class="card">
          <Chart title="Schedule" note="multiplier of the peak learning rate" lines={schedule} {...shared} />
        </div>
      )}
      {lines.map(({ name, lines: drawn, log }) => (
        <div class="card" key={name}>
          <Chart title={seriesTitles[name] ?? name} lines={drawn} log={log} {...shared} />
        </div>
      ))}
    </>
  )
}
