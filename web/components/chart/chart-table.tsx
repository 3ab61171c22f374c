import { short, whole } from '../../format/number.ts'
import { nearestValue, type PlotData, type Range } from './lines.ts'

/** So many rows a person reads; the file of the series has all. */
const rowsMax = 60

/** Shows and hides the table of a chart. */
export const TableSwitch = ({ title, isOn, turn }: { title: string; isOn: boolean; turn: (isOn: boolean) => void }) => (
  <button type="button" class="plain" aria-expanded={isOn} onClick={() => turn(!isOn)}>
    Table<span class="unseen"> of {title}</span>
  </button>
)

/** What a chart shows as a table, for those who do not see it. */
export function ChartTable({
  title,
  labels,
  plot,
  range,
  stepLabel
}: {
  title: string
  labels: readonly string[]
  plot: PlotData
  range: Range | null
  stepLabel: string
}) {
  const [steps] = plot.data
  const shown = Array.from(steps, (step, index) => ({ step, index })).filter(
    ({ step }) => range === null || (step >= range[0] && step <= range[1])
  )
  const every = Math.max(1, Math.ceil(shown.length / rowsMax))
  const rows = shown.filter((_, i) => i % every === 0 || i === shown.length - 1)
  return (
    <section class="scroll chart-table" tabIndex={0} aria-label={`${title}, as a table`}>
      <table>
        <caption>
          {title}
          {every > 1 && `: every ${every}th of ${whole(shown.length)} points`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{stepLabel}</th>
            {labels.map((label) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, index }) => (
            <tr key={step}>
              <th scope="row">{short(step, 9)}</th>
              {plot.columns.map(({ value, low, high }) => (
                <td key={value} class="number">
                  {short(nearestValue(plot.data[value] ?? [], index))}
                  {low !== undefined && high !== undefined && spread(plot.data[low]?.[index], plot.data[high]?.[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const spread = (low: number | null | undefined, high: number | null | undefined): string =>
  typeof low === 'number' && typeof high === 'number' && low !== high ? ` (${short(low)} … ${short(high)})` : ''
