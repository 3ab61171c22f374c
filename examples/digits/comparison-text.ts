import type { Result } from './compare-worker.ts'
import { type Estimate, estimate, isTie, pairedDifference } from './statistics.ts'

/** The results of one schedule at its best peak rate, one a seed, in the same order of seeds for every schedule. */
export interface Measured {
  name: string
  rate: number
  /** Whether the rate is the smallest or the largest that was tried, so that a better one may lie outside. */
  atEdge: boolean
  results: Result[]
}

interface Column {
  title: string
  of: (result: Result) => number
  digits: number
  /** 1 where more is better, −1 where less is. */
  better: 1 | -1
}

const columns: Column[] = [
  { title: 'final train loss', of: (r) => r.trainLoss, digits: 4, better: -1 },
  { title: 'final test loss', of: (r) => r.testLoss, digits: 4, better: -1 },
  { title: 'test accuracy %', of: (r) => 100 * r.testAccuracy, digits: 2, better: 1 }
]

const plusMinus = ({ mean, standardError }: Estimate, digits: number): string =>
  `${mean.toFixed(digits)} ± ${standardError.toFixed(digits)}`

function table(measured: Measured[]): string {
  const rows = [
    ['schedule', 'peak rate', ...columns.map(({ title }) => title)],
    ...measured.map(({ name, rate, results }) => [
      name,
      String(rate),
      ...columns.map(({ of, digits }) => plusMinus(estimate(results.map(of)), digits))
    ])
  ]
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)))
  const lines = rows.map((row) => `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('   ')}`)
  lines.splice(1, 0, `  ${widths.map((width) => '─'.repeat(width)).join('───')}`)
  return lines.join('\n')
}

/** Who is best by one column, and from whom that cannot be told apart. */
function verdict(measured: Measured[], { title, of, digits, better }: Column): string {
  const values = measured.map(({ results }) => results.map(of))
  const means = values.map((v) => better * estimate(v).mean)
  const best = means.indexOf(Math.max(...means))
  const others = measured
    .map((m, i) => ({ name: m.name, difference: pairedDifference(values[i]!, values[best]!) }))
    .filter((_, i) => i !== best)
  const ties = others.filter(({ difference }) => isTie(difference)).map(({ name }) => name)
  const behind = others
    .filter(({ difference }) => !isTie(difference))
    .map(({ name, difference }) => `${name} by ${plusMinus({ ...difference, mean: Math.abs(difference.mean) }, digits)}`)
  const clauses = [
    ties.length > 0 ? `a tie with ${ties.join(' and ')}` : '',
    behind.length > 0 ? `${better === 1 ? 'above' : 'below'} ${behind.join(', ')}` : ''
  ].filter((clause) => clause !== '')
  return `  ${title}: ${measured[best]!.name} is best, ${clauses.join('; ')}.`
}

/** The table and what it says, whoever wins. */
export function comparisonText(measured: Measured[]): string {
  const seeds = measured[0]!.results.length
  const lines = [
    table(measured),
    '',
    `  Mean ± standard error of ${seeds} seeds, the same for each schedule. Differences are taken seed by seed; one of less than two of`,
    '  its standard errors is called a tie.',
    ...columns.map((column) => verdict(measured, column)),
    ...measured
      .filter(({ atEdge }) => atEdge)
      .map(({ name, rate }) => `  The best rate of ${name}, ${rate}, is at the edge of the rates tried: a better one may lie outside.`)
  ]
  return `${lines.join('\n')}\n`
}
