import { type NormName, type Points, stepAt } from '../../domain/gradient-norm.ts'
import { type ChartOptions, chartSvg } from '../../formats/charts/chart.ts'
import { normPanel } from '../../formats/charts/norm-chart.ts'
import { multiplierPanel } from '../../formats/charts/schedule-chart.ts'
import type { ChartColumns } from '../../workers/charts/task.ts'

/** Norms as logged and after the median filter; below, the schedule that they are refined into, beside the nearest rule. */
export function normsPicture(
  title: string,
  norm: NormName,
  { steps, values }: Points,
  { raw, nonFinite, refined }: ChartColumns,
  options: ChartOptions
): string {
  const last = stepAt(steps, values.length - 1)
  const norms = normPanel(norm, raw, refined?.filtered ?? null, stepAt(steps, 0), last, nonFinite)
  if (refined === null) return chartSvg(title, `${values.length} norms; no schedule is refined from them.`, [norms], options)
  const schedule = multiplierPanel('refined', refined.multipliers, refined.steps, refined.beside, refined.paper)
  const description =
    `${values.length} norms up to step ${last}, as logged and after the median filter; below, the schedule of ${refined.steps} steps ` +
    `refined from them, with the nearest rule, ${refined.beside.name}${refined.paper === null ? '' : ', and the schedule of preset paper'}. ` +
    refined.losses
  return chartSvg(title, description, [norms, schedule], options)
}

/** In place of norms, where there are none. */
export function emptyPicture(title: string, norm: NormName, options: ChartOptions): string {
  const panel = normPanel(norm, { low: new Float64Array(1), high: new Float64Array(1) }, null, 0, 0, 0)
  return chartSvg(title, 'Nothing is logged yet.', [{ ...panel, message: 'No gradient norms are logged yet.' }], options)
}
