import { csvHeader, csvRows } from '../formats/csv-rows.ts'
import { jsonNumbers } from '../formats/number-text.ts'
import { type Terminal, terminalChart } from './terminal-chart.ts'

/** Multipliers written at a time. */
const pieceLength = 65_536

function* pieces(values: Float64Array): Generator<{ start: number; part: Float64Array }> {
  for (let start = 0; start < values.length; start += pieceLength) yield { start, part: values.subarray(start, start + pieceLength) }
}

export function* multipliersAsCsv(multipliers: Float64Array): Generator<string> {
  yield csvHeader('multiplier')
  for (const { start, part } of pieces(multipliers)) yield csvRows({ steps: { first: start, stride: 1 }, values: part })
}

/** The inside of a JSON list. */
export function* multipliersAsJson(multipliers: Float64Array): Generator<string> {
  for (const { start, part } of pieces(multipliers)) yield `${start === 0 ? '' : ','}${jsonNumbers(part)}`
}

/** @param paper the schedule of preset paper over the same steps, drawn beside it; of any length */
export const multiplierChart = (
  title: string,
  multipliers: Float64Array,
  terminal: Terminal,
  paper: Float64Array | null = null
): string[] =>
  terminalChart(
    {
      title,
      series: [
        ...(paper === null ? [] : [{ values: paper, colour: 'grey' as const, name: 'preset paper' }]),
        { values: multipliers, colour: 'green', name: paper === null ? 'multiplier of the peak learning rate' : 'multiplier of the peak' }
      ],
      from: 0,
      to: multipliers.length - 1,
      xName: 'step',
      range: [0, 1]
    },
    terminal
  )
