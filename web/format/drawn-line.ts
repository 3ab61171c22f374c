import type { DrawnLine } from '../api/types.ts'
import type { ChartLine } from '../components/chart/lines.ts'

const middle = ({ low, high }: DrawnLine): (number | null)[] =>
  low.map((value, i) => (value === null ? null : (value + (high[i] as number)) / 2))

/** A line of a chart from one that the service has drawn. */
export const chartLine = (
  label: string,
  colour: string,
  line: DrawnLine,
  more: { dash?: readonly number[]; band?: boolean } = {}
): ChartLine => ({
  label,
  colour,
  steps: line.steps,
  values: middle(line),
  ...(more.band && { low: line.low, high: line.high }),
  ...(more.dash && { dash: more.dash })
})
