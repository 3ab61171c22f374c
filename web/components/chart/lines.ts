import type uPlot from 'uplot'

/** One line of a chart. Steps increase; values that are no number leave a gap. */
export interface ChartLine {
  readonly label: string
  /** A token of the design, e.g. `--series-1`. */
  readonly colour: string
  readonly steps: ArrayLike<number>
  readonly values: ArrayLike<number | null>
  /** The spread around the line, such as the least and the greatest value of the steps that a point stands for. */
  readonly low?: ArrayLike<number | null>
  readonly high?: ArrayLike<number | null>
  readonly dash?: readonly number[]
  /** In pixels. */
  readonly width?: number
}

/** A step that is marked on the axis, e.g. where training went back to a checkpoint. */
export interface ChartMark {
  readonly step: number
  readonly label: string
}

export type Range = readonly [number, number]

/** Where the columns of a line are in the data of a plot. */
export interface Columns {
  readonly value: number
  readonly low?: number
  readonly high?: number
}

export interface PlotData {
  readonly data: uPlot.AlignedData
  readonly columns: readonly Columns[]
}

/** Lines on one axis of steps. A line without a point at another's step is drawn across it. */
export function alignedData(lines: readonly ChartLine[], log: boolean): PlotData {
  const least = log ? Number.MIN_VALUE : -Number.MAX_VALUE
  const drawable = (values: ArrayLike<number | null>): (number | null)[] => {
    const all: (number | null)[] = []
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      all.push(typeof value === 'number' && value >= least && value <= Number.MAX_VALUE ? value : null)
    }
    return all
  }
  let next = 1
  const columns: Columns[] = []
  const tables = lines.map(({ steps, values, low, high }): uPlot.AlignedData => {
    if (low === undefined || high === undefined) {
      columns.push({ value: next++ })
      return [Array.from(steps), drawable(values)]
    }
    columns.push({ high: next++, low: next++, value: next++ })
    return [Array.from(steps), drawable(high), drawable(low), drawable(values)]
  })
  const [first] = lines
  const shared = lines.every(({ steps }) => steps === first?.steps)
  const [table = [[]]] = tables
  if (!shared) return { data: merged(tables), columns }
  return { data: [table[0], ...tables.flatMap(([, ...rest]) => rest)] as uPlot.AlignedData, columns }
}

/** Tables by increasing steps, as one of all their steps; undefined where a table has none of them. Several times as fast as uPlot's own. */
function merged(tables: readonly uPlot.AlignedData[]): uPlot.AlignedData {
  const at = tables.map(() => 0)
  const steps: number[] = []
  const all = tables.map(([, ...columns]) => columns.map((): (number | null | undefined)[] => []))
  for (;;) {
    let next = Number.POSITIVE_INFINITY
    for (let t = 0; t < tables.length; t++) next = Math.min(next, tables[t]![0][at[t]!] ?? next)
    if (next === Number.POSITIVE_INFINITY) return [steps, ...all.flat()] as uPlot.AlignedData
    steps.push(next)
    for (let t = 0; t < tables.length; t++) {
      const [own, ...columns] = tables[t]!
      const isThere = own[at[t]!] === next
      for (let c = 0; c < columns.length; c++) all[t]![c]!.push(isThere ? columns[c]![at[t]!] : undefined)
      if (isThere) at[t]!++
    }
  }
}

/** The value of a column at a step or, where it has none, at the nearest before or after that has one. */
export function nearestValue(column: ArrayLike<number | null | undefined>, index: number): number | null {
  for (let away = 0; away < column.length; away++) {
    const before = column[index - away]
    if (typeof before === 'number') return before
    const after = column[index + away]
    if (typeof after === 'number') return after
  }
  return null
}
