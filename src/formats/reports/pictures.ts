import type { SeriesName } from '../../domain/series.ts'
import { inlineChart } from '../charts/chart.ts'
import type { Columns } from '../charts/columns.ts'
import { forecastDescription, forecastPanels } from '../charts/forecast-chart.ts'
import { normPanel } from '../charts/norm-chart.ts'
import type { Panel } from '../charts/panel.ts'
import { linearScale, normScale, type Scale } from '../charts/scale.ts'
import { multiplierPanel } from '../charts/schedule-chart.ts'
import { isMissing, type ReportContents, type ReportForecast, type ReportRefinement, type ReportSeries } from './report-contents.ts'

const width = 820
const panelHeight = 250

/** A picture of a page. */
export interface Picture {
  readonly svg: string
  readonly caption: string
}

const drawn = (id: string, title: string, caption: string, panels: readonly Panel[]): Picture => ({
  svg: inlineChart(id, title, caption, panels, { width, height: 8 + panelHeight * panels.length }),
  caption
})

/** What was logged: norms with their median filter, losses, the rates that were used, and what there is besides. Null where nothing is. */
export function loggedPicture({ norm, norms, losses, learningRates, others, refinement }: ReportContents): Picture | null {
  const filtered = isMissing(refinement) ? null : refinement.filtered
  const panels = [
    ...(norms === null ? [] : [normPanel(norm, norms.columns, filtered, norms.firstStep, norms.lastStep, norms.nonFinite)]),
    ...(losses === null ? [] : [seriesPanel('Loss', losses)]),
    ...(learningRates === null ? [] : [seriesPanel('Learning rate', learningRates, linear)]),
    ...others.map((one) => seriesPanel(titles[one.name], one))
  ]
  if (panels.length === 0) return null
  const shown = [
    norms === null ? '' : `gradient norms as logged${filtered === null ? '' : ', and after the median filter'}`,
    losses === null ? '' : 'losses',
    learningRates === null ? '' : 'the learning rates that were used',
    ...others.map(({ name }) => spoken(titles[name]))
  ].filter((text) => text !== '')
  return drawn('logged', 'What was logged', `Over optimizer steps: ${shown.join('; ')}. A band spans smallest and largest values.`, panels)
}

/** What the axis of a series is called. */
const titles: Readonly<Record<SeriesName, string>> = {
  l2: 'Gradient norm, ℓ₂',
  l1: 'Gradient norm, ℓ₁',
  linf: 'Gradient norm, ℓ∞',
  loss: 'Loss',
  'eval-loss': 'Evaluation loss',
  'learning-rate': 'Learning rate',
  'weight-norm': 'Norm of the weights',
  'update-norm': 'Norm of the updates',
  distance: 'Distance, d'
}

const spoken = (title: string): string => `${title[0]!.toLowerCase()}${title.slice(1)}`

function seriesPanel(name: string, { columns, firstStep, lastStep, nonFinite }: ReportSeries, scaleOf = lossScale): Panel {
  const scale = scaleOf(columns)
  const lost = nonFinite === 0 ? '' : `, ${nonFinite} not finite`
  return {
    heading: `${name}${scale.isLog ? ', logarithmic' : ''}${lost}`,
    series: [{ columns, kind: 'first', label: 'logged' }],
    scale,
    from: firstStep,
    to: lastStep
  }
}

/** Losses may be negative, and are then seen on a linear axis. */
const lossScale = (columns: Columns): Scale => (columns.low.some((value) => value < 0) ? linear(columns) : normScale([columns], 4))

/** From 0, or from what is less. */
function linear({ low, high }: Columns): Scale {
  const least = low.reduce((a, b) => (b < a ? b : a), 0)
  const most = high.reduce((a, b) => (b > a ? b : a), least)
  const margin = 0.05 * (most - least) || 1
  return linearScale(least < 0 ? least - margin : 0, most + margin, 4)
}

/** The refined schedule beside what was used, and beside the schedule of preset paper and the nearest rule. */
export function schedulePicture(refinement: ReportRefinement, used: ReportSeries | null): Picture {
  const { preset, steps, multipliers, paper, nearest } = refinement
  const beside = multiplierPanel(`refined, ${preset}`, multipliers, steps, nearest, paper)
  const other = paper === null ? '' : ', and the schedule of preset paper on the same norms'
  const panels = [
    ...(used === null ? [] : [besideUsed(refinement, used)]),
    { ...beside, heading: 'Beside the nearest rule, as a multiplier of the peak' }
  ]
  const caption =
    `The refined schedule of ${steps} steps${used === null ? '' : ', beside the rates that were used, ÷ their largest'}; beside the nearest rule, ` +
    `${nearest.name}${other}. A multiplier times the peak learning rate is the learning rate.`
  return drawn('schedule', 'The refined schedule', caption, panels)
}

function besideUsed({ steps, multipliers }: ReportRefinement, used: ReportSeries): Panel {
  const largest = used.columns.high.reduce((a, b) => (b > a ? b : a), 0) || 1
  const shares = alignedTo(used, steps, multipliers.low.length, 1 / largest)
  return {
    ...multiplierPanel('refined', multipliers, steps, null),
    heading: 'Beside what was used, as a multiplier of the peak',
    series: [
      { columns: shares, kind: 'second', label: 'used' },
      { columns: multipliers, kind: 'first', label: 'refined' }
    ]
  }
}

/** The columns of a series over steps 0 … steps − 1, scaled; NaN where nothing was logged. */
function alignedTo({ columns, firstStep, lastStep }: ReportSeries, steps: number, count: number, scale: number): Columns {
  const from = columns.low.length
  const at = (values: Float64Array) => (_: number, column: number) => {
    const step = count === 1 ? 0 : (column / (count - 1)) * (steps - 1)
    if (step < firstStep || step > lastStep) return Number.NaN
    const place = lastStep > firstStep ? (step - firstStep) / (lastStep - firstStep) : 0
    return values[Math.round(place * (from - 1))]! * scale
  }
  const positions = new Float64Array(count)
  return { low: positions.map(at(columns.low)), high: positions.map(at(columns.high)) }
}

/** The loss that was logged, with the forecasts. */
export function forecastPicture({ logged, own, others }: ReportForecast): Picture {
  const words = forecastDescription(own, others)
  return drawn('forecast', 'Forecast of the loss', words, forecastPanels(logged, own, others))
}
