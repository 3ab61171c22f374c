import { useMemo } from 'preact/hooks'
import type { SeriesView } from '../data/series-view.ts'
import { seriesTitles } from '../format/series-titles.ts'
import { Chart, type ChartProps } from './chart/chart.tsx'
import type { ChartLine } from './chart/lines.ts'

type Props = Omit<ChartProps, 'title' | 'lines'> & {
  readonly name: string
  readonly view: SeriesView
  /** Drawn over the series, e.g. what a filter leaves of it. */
  readonly over?: readonly ChartLine[]
  readonly colour?: string
}

/** A series of a run: where a column stands for many points, their spread is a band around their mean. */
export function SeriesChart({ name, view, over = [], colour = '--series-1', ...chart }: Props) {
  const lines = useMemo(
    () => [rawLine(over.length > 0 ? 'logged' : name, view, colour, over.length > 0 && name !== 'learning-rate'), ...over],
    [view, over, name, colour]
  )
  return <Chart title={seriesTitles[name] ?? name} lines={lines} {...chart} />
}

/** The line of a view, with a band where a column is more than a point. @param quiet there is another line that it should not outshine */
export function rawLine(
  label: string,
  { steps, mean: values, min: low, max: high, count }: SeriesView,
  colour: string,
  quiet = false
): ChartLine {
  const band = count.every((points) => points === 1) ? {} : { low, high }
  return { label, colour, steps, values, ...band, width: quiet ? 0.8 : 1.6 }
}
