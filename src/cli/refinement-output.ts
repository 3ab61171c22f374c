import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { compact } from '../formats/charts/ticks.ts'
import { toJson } from '../formats/json.ts'
import type { LogRefinement } from '../services/refinement/refine-log.ts'
import { multiplierChart, multipliersAsCsv, multipliersAsJson } from './multiplier-output.ts'
import { terminalOf, wrapped } from './terminal.ts'
import { terminalChart } from './terminal-chart.ts'

export type OutputName = 'csv' | 'json' | 'chart'
export const outputNames: readonly OutputName[] = ['csv', 'json', 'chart']

/** What a picture needs besides the refinement. */
export interface OutputContext {
  readonly points: Points
  readonly norm: 'l1' | 'l2'
  /** What the norms were read from, where the log has columns. */
  readonly columns?: { readonly value: string | null } | null | undefined
  readonly toTerminal: boolean
}

/** What `taper refine` can write, piece by piece. */
export const outputs: Record<OutputName, (refinement: LogRefinement, context: OutputContext) => Iterable<string>> = {
  csv: ({ multipliers }) => multipliersAsCsv(multipliers),
  *json({ multipliers, report }) {
    yield `{"steps":${multipliers.length},"multipliers":[`
    yield* multipliersAsJson(multipliers)
    yield `],"report":${toJson(report)}}\n`
  },
  *chart(refinement, context) {
    yield `${picture(refinement, context).join('\n')}\n`
  }
}

function picture({ multipliers, report, norms, paper }: LogRefinement, { points, norm, columns, toTerminal }: OutputContext): string[] {
  const terminal = terminalOf(toTerminal)
  const { raw, filtered } = norms()
  const { values, steps } = points
  const { advice, bound, numeric, peak, filterWidth } = report
  const used =
    report.points.used === report.points.received ? `${report.points.used}` : `${report.points.used} of ${report.points.received}`
  return [
    '',
    ...terminalChart(
      {
        title: `gradient norms (${norm}${columns?.value == null ? '' : `, from ${JSON.stringify(columns.value)}`})`,
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
    ...multiplierChart('refined schedule', multipliers, terminal, paper()),
    '',
    ...wrapped(`Advice (${advice.verdict}): ${advice.detail}`, terminal.columns),
    ...wrapped(
      `${used} points, median filter over ${filterWidth}; ${multipliers.length} steps, peak at step ${peak.step} ` +
        `(${(100 * peak.fraction).toFixed(1)}%). ` +
        (numeric === undefined
          ? `Bound ${compact(bound.refined)} against ${compact(bound.linear)} for linear decay, a property of these norms and no forecast.`
          : `General bound ${compact(numeric.bound)}, the least of any schedule, against ${compact(numeric.boundClosedForm)} in closed ` +
            `form and ${compact(numeric.boundLinear)} for linear decay.`),
      terminal.columns
    ),
    ''
  ]
}
