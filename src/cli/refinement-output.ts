import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { csvHeader, csvRows } from '../formats/csv-rows.ts'
import { toJson } from '../formats/json.ts'
import { jsonNumbers } from '../formats/number-text.ts'
import type { LogRefinement } from '../services/refine-log.ts'
import { type Terminal, terminalChart } from './terminal-chart.ts'
import { compact } from './ticks.ts'

export type OutputName = 'csv' | 'json' | 'chart'
export const outputNames: readonly OutputName[] = ['csv', 'json', 'chart']

/** What a picture needs besides the refinement. */
export interface OutputContext {
  readonly points: Points
  readonly norm: 'l1' | 'l2'
  readonly toTerminal: boolean
}

/** Multipliers written at a time. */
const pieceLength = 65_536

function* pieces(values: Float64Array): Generator<{ start: number; part: Float64Array }> {
  for (let start = 0; start < values.length; start += pieceLength) yield { start, part: values.subarray(start, start + pieceLength) }
}

/** What `taper refine` can write, piece by piece. */
export const outputs: Record<OutputName, (refinement: LogRefinement, context: OutputContext) => Iterable<string>> = {
  *csv({ multipliers }) {
    yield csvHeader('multiplier')
    for (const { start, part } of pieces(multipliers)) yield csvRows({ steps: { first: start, stride: 1 }, values: part })
  },
  *json({ multipliers, report }) {
    yield `{"steps":${multipliers.length},"multipliers":[`
    for (const { start, part } of pieces(multipliers)) yield `${start === 0 ? '' : ','}${jsonNumbers(part)}`
    yield `],"report":${toJson(report)}}\n`
  },
  *chart(refinement, context) {
    yield `${picture(refinement, context).join('\n')}\n`
  }
}

function picture({ multipliers, report, norms }: LogRefinement, { points, norm, toTerminal }: OutputContext): string[] {
  const terminal = terminalOf(toTerminal)
  const { raw, filtered } = norms()
  const { values, steps } = points
  const { bound, peak, filterWidth } = report
  const used =
    report.points.used === report.points.received ? `${report.points.used}` : `${report.points.used} of ${report.points.received}`
  return [
    '',
    ...terminalChart(
      {
        title: `gradient norms (${norm})`,
        series: [
          { values: raw, colour: 'grey', name: 'logged' },
          { values: filtered, colour: 'cyan', name: 'filtered' }
        ],
        from: stepAt(steps, 0),
        to: stepAt(steps, values.length - 1),
        xName: 'step'
      },
      terminal
    ),
    '',
    ...terminalChart(
      {
        title: 'refined schedule',
        series: [{ values: multipliers, colour: 'green', name: 'multiplier of the peak learning rate' }],
        from: 0,
        to: multipliers.length - 1,
        xName: 'step',
        range: [0, 1]
      },
      terminal
    ),
    '',
    ...wrapped(
      `${used} points, median filter over ${filterWidth}; ${multipliers.length} steps, peak at step ${peak.step} ` +
        `(${(100 * peak.fraction).toFixed(1)}%). Bound ${compact(bound.refined)} against ${compact(bound.linear)} for linear decay: ` +
        `a gain of ${bound.gain.toFixed(3)}.`,
      terminal.columns
    ),
    ''
  ]
}

/** Text in lines of at most so many columns, a little indented. */
function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string
    if (line.length + word.length + 3 <= columns) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(` ${word}`)
  }
  return lines.map((line) => ` ${line}`)
}

/** Colours where a person looks and has not said otherwise. @see https://no-color.org */
function terminalOf(toTerminal: boolean): Terminal {
  const { NO_COLOR, FORCE_COLOR, COLUMNS } = process.env
  const isTerminal = toTerminal && process.stdout.isTTY === true
  const colour = NO_COLOR ? false : FORCE_COLOR !== undefined && FORCE_COLOR !== '0' ? true : isTerminal
  return { columns: (isTerminal ? process.stdout.columns : Number(COLUMNS)) || 80, colour }
}
