import { type NormName, type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { Columns } from '../../formats/charts/columns.ts'
import {
  isMissing,
  type ReportComparison,
  type ReportExport,
  type ReportForecast,
  type ReportSeries
} from '../../formats/reports/report-contents.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import { type ComparableNumbers, comparableNumbers } from './comparable-numbers.ts'
import { largestOf, type Reported } from './make-report.ts'
import type { ReportSubject } from './report-subject.ts'

type Numbers = (number | null)[]

/** Values at steps as a chart draws them: smallest and largest of each column; null where there is none. */
export interface DrawnLine {
  readonly steps: number[]
  readonly low: Numbers
  readonly high: Numbers
}

/** A report as a page draws it. */
export interface DrawnReport {
  readonly title: string
  readonly norm: NormName
  readonly peakLearningRate: number | null
  readonly series: readonly (Omit<ReportSeries, 'columns'> & DrawnLine & { readonly name: string })[]
  /** What rule the logged rates are. */
  readonly used: string | null
  readonly refinement:
    | { readonly missing: string }
    | {
        readonly steps: number
        readonly preset: string
        readonly report: RefinementReport
        readonly multipliers: DrawnLine
        readonly filtered: DrawnLine
        readonly paper: DrawnLine | null
      }
  readonly comparison: { readonly missing: string } | ReportComparison
  readonly forecast: { readonly missing: string } | Pick<ReportForecast, 'law' | 'peakLearningRate' | 'summary' | 'warnings' | 'rmse'>
  readonly exports: { readonly missing: string } | { readonly targets: readonly ReportExport[]; readonly tolerance: number }
  readonly numbers: ComparableNumbers
}

export function drawnReport(subject: ReportSubject, { contents, refined }: Reported): DrawnReport {
  const { title, norm, norms, losses, learningRates, others, used, refinement, comparison, forecast, exports } = contents
  const drawnSeries = (name: string, one: ReportSeries | null) => {
    if (one === null) return []
    const { columns, ...facts } = one
    return [{ name, ...facts, ...lineOf(columns, one.firstStep, one.lastStep) }]
  }
  return {
    title,
    norm,
    peakLearningRate: subject.peakLearningRate ?? largestOf(subject.learningRates),
    series: [
      ...drawnSeries(norm, norms),
      ...drawnSeries('loss', losses),
      ...drawnSeries('learning-rate', learningRates),
      ...others.flatMap(({ name, ...one }) => drawnSeries(name, one))
    ],
    used,
    refinement:
      isMissing(refinement) || refined === null
        ? { missing: isMissing(refinement) ? refinement.missing : '' }
        : {
            steps: refinement.steps,
            preset: refinement.preset,
            report: refined.refinement.report,
            multipliers: lineOf(refinement.multipliers, 0, refinement.steps - 1),
            filtered: lineOf(refinement.filtered, ...extentOf(subject.points)),
            paper: refinement.paper === null ? null : lineOf(refinement.paper, 0, refinement.steps - 1)
          },
    comparison,
    forecast: isMissing(forecast) ? forecast : withoutLines(forecast),
    exports,
    numbers: comparableNumbers(subject.points, subject.learningRates)
  }
}

const withoutLines = ({ law, peakLearningRate, summary, warnings, rmse }: ReportForecast) => ({
  law,
  peakLearningRate,
  summary,
  warnings,
  rmse
})

const extentOf = ({ steps, values }: Points): [number, number] => [stepAt(steps, 0), stepAt(steps, values.length - 1)]

function lineOf({ low, high }: Columns, first: number, last: number): DrawnLine {
  const count = low.length
  const numbers = (values: Float64Array): Numbers => Array.from(values, (value) => (Number.isFinite(value) ? value : null))
  return {
    steps: Array.from(low, (_, column) => (count === 1 ? first : first + (column / (count - 1)) * (last - first))),
    low: numbers(low),
    high: numbers(high)
  }
}
