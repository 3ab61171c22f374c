import type { Columns } from '../charts/columns.ts'
import { shortNumber, type Table } from './html-text.ts'
import { isMissing, type ReportContents, type ReportSeries } from './report-contents.ts'

const rowsMax = 40

/** What the pictures show, at even steps: where a column of a picture has several values, its smallest and largest. */
export function numbersTable(contents: ReportContents): Table | null {
  const { norms, losses, learningRates, others, refinement } = contents
  const series = [norms, losses, learningRates, ...others].filter((one): one is ReportSeries => one !== null)
  const schedule = isMissing(refinement) ? null : refinement
  const last = Math.max(...series.map(({ lastStep }) => lastStep), schedule === null ? 0 : schedule.steps - 1)
  if (series.length === 0 && schedule === null) return null
  const count = Math.min(rowsMax, last + 1)
  const steps = Array.from({ length: count }, (_, row) => (count === 1 ? 0 : Math.round((row * last) / (count - 1))))
  const of = (one: ReportSeries | null) => (step: number) => (one === null ? '' : cellAt(one.columns, one.firstStep, one.lastStep, step))
  const columns: (readonly [string, (step: number) => string])[] = [
    ...(norms === null ? [] : [['gradient norm', of(norms)] as const]),
    ...(norms === null || schedule === null
      ? []
      : [['after the filter', (step: number) => cellAt(schedule.filtered, norms.firstStep, norms.lastStep, step)] as const]),
    ...(losses === null ? [] : [['loss', of(losses)] as const]),
    ...(learningRates === null ? [] : [['learning rate used', of(learningRates)] as const]),
    ...others.map((one) => [one.name, of(one)] as const),
    ...(schedule === null
      ? []
      : [['refined multiplier', (step: number) => cellAt(schedule.multipliers, 0, schedule.steps - 1, step)] as const])
  ]
  return {
    caption: 'What the pictures show, at even steps; where a point of a picture stands for several values, smallest and largest',
    head: ['step', ...columns.map(([name]) => name)],
    rows: steps.map((step) => [String(step), ...columns.map(([, cell]) => cell(step))])
  }
}

function cellAt({ low, high }: Columns, first: number, last: number, step: number): string {
  if (step < first || step > last) return ''
  const place = last > first ? (step - first) / (last - first) : 0
  const column = Math.round(place * (low.length - 1))
  const [least, most] = [shortNumber(low[column]!), shortNumber(high[column]!)]
  return Number.isNaN(low[column]) ? '' : least === most ? least : `${least} – ${most}`
}
