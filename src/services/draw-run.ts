import { type NormName, stepAt } from '../domain/gradient-norm.ts'
import { type ChartOptions, chartSvg, columnsMax } from '../formats/charts/chart.ts'
import { normPanel } from '../formats/charts/norm-chart.ts'
import { multiplierPanel } from '../formats/charts/schedule-chart.ts'
import { chooseNorm, resolveOptions } from '../refinement/options.ts'
import { loggedExtent } from '../refinement/step-spacing.ts'
import type { Storage } from '../storage/storage.ts'
import type { ChartPool } from '../workers/chart-pool.ts'
import { findRun } from './find-run.ts'
import { readSeries, seriesOf } from './read-series.ts'

/** A picture before it is drawn; the same state is the same picture. */
export interface PreparedPicture {
  readonly state: string
  draw(): Promise<string>
}

/**
 * A picture of a run's norms and of the schedule that they are refined into.
 * @param norm the series; unless given, the one that a refinement takes
 * @throws Problem `run-not-found`
 */
export async function drawRun(
  storage: Storage,
  pool: ChartPool,
  runId: string,
  norm: NormName | undefined,
  options: ChartOptions
): Promise<PreparedPicture> {
  const run = await findRun(storage, runId)
  const available = seriesOf(run)
  const chosen =
    norm ?? (available.some((one) => one !== 'linf') ? chooseNorm(undefined, available, run.optimizer) : (available[0] ?? 'l2'))
  const reading = await storage.gradientNorms.read(runId, chosen)
  const title = `Gradient norms of ${run.name ?? runId}`
  return {
    state: JSON.stringify([runId, String(reading.head.version), reading.count, chosen, title, run.totalSteps, options]),
    async draw() {
      if (reading.count === 0) {
        const panel = { ...normPanel(chosen, { low: new Float64Array(1), high: new Float64Array(1) }, null, 0, 0, 0) }
        return chartSvg(title, 'Nothing is logged yet.', [{ ...panel, message: 'No gradient norms are logged yet.' }], options)
      }
      const points = await readSeries(reading)
      const refinement =
        chosen === 'linf'
          ? null
          : resolveOptions({ norm: chosen }, { norm: chosen, totalSteps: run.totalSteps, extent: loggedExtent(points) })
      const { raw, nonFinite, refined } = await pool.prepare({ norm: chosen, ...points, options: refinement, columns: columnsMax })
      const last = stepAt(points.steps, points.values.length - 1)
      const norms = normPanel(chosen, raw, refined?.filtered ?? null, stepAt(points.steps, 0), last, nonFinite)
      if (refined === null) return chartSvg(title, `${points.values.length} norms; none are refined.`, [norms], options)
      const schedule = multiplierPanel('refined', refined.multipliers, refined.steps, refined.beside)
      const description =
        `${points.values.length} norms up to step ${last}, as logged and after the median filter; below, the schedule of ${refined.steps} steps ` +
        `that they are refined into, beside ${refined.beside.name} decay, which of linear and cosine is the nearer one.`
      return chartSvg(title, description, [norms, schedule], options)
    }
  }
}
