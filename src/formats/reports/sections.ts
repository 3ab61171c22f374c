import { seriesMeanings } from '../../domain/series.ts'
import { htmlText, isolated, prose, shortNumber, tableHtml } from './html-text.ts'
import { numbersTable } from './numbers-table.ts'
import { forecastPicture, loggedPicture, type Picture, schedulePicture } from './pictures.ts'
import { type ComparedSchedule, isMissing, type ReportContents, type ReportForecast, type ReportSeries } from './report-contents.ts'

/** A part of the page, by its heading. */
export interface Section {
  readonly id: string
  readonly heading: string
  readonly html: string
}

const figure = ({ svg, caption }: Picture, name: string): string =>
  `<figure><div class="scrolls" tabindex="0" role="region" aria-label="${name}">${svg}</div><figcaption>${prose(caption)}</figcaption></figure>`

const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('')

const warningsHtml = (warnings: readonly { readonly code: string; readonly detail: string }[]): string =>
  warnings.map(({ code, detail }) => `<div class="warning"><p><b>${htmlText(code)}</b>: ${prose(detail)}</p></div>`).join('')

/** Which verdict means what, in words. */
const verdicts: Readonly<Record<string, string>> = {
  refined: 'Train with the refined schedule.',
  either: 'The refined schedule and 5 % warm-up with linear decay are alike.',
  'warm-up-linear': 'Train with 5 % warm-up and linear decay.'
}

export function adviceSection(contents: ReportContents): Section {
  const { refinement } = contents
  const [id, heading] = ['advice', 'Advice']
  if (isMissing(refinement)) return { id, heading, html: withoutSchedule(contents, refinement.missing) }
  const { advice, warnings, losses, facts } = refinement
  const verdict = `<div class="verdict"><p><b>${verdicts[advice.verdict] ?? htmlText(advice.verdict)}</b></p><p>${prose(advice.detail)}</p></div>`
  const rows = facts.map(([name, value]) => [htmlText(name), prose(value)])
  const table = tableHtml({ caption: 'What the refinement did', head: ['fact', 'value'], rows })
  const none = warnings.length === 0 ? paragraphs('Nothing in these norms gave a warning.') : warningsHtml(warnings)
  return { id, heading, html: `${verdict}${none}${paragraphs(prose(losses))}${table}` }
}

/** What there is to say of a log that no schedule can be refined from, and what the next one needs. */
function withoutSchedule({ norms, losses, learningRates, forecast }: ReportContents, why: string): string {
  const verdict = `<div class="verdict"><p><b>No schedule was refined</b>: ${prose(why)}</p></div>`
  const rest = isMissing(forecast)
    ? `Nor is a loss forecast: ${prose(forecast.missing)}`
    : 'What the losses and rates tell is <a href="#forecast">forecast</a> below, and the usual schedules are <a href="#comparison">compared</a> by it.'
  const wanted = [
    ...(norms === null ? ['the norm of the raw gradient (before clipping)'] : []),
    ...(losses === null ? ['the training loss'] : []),
    ...(learningRates === null ? ['the learning rate'] : [])
  ]
  const next = wanted.length === 0 ? [] : [`For the next run, log at each optimizer step also ${wanted.join(' and ')}.`]
  return verdict + paragraphs(rest, ...next)
}

export function readSection(contents: ReportContents): Section {
  const { norm, norms, losses, learningRates, others, stepSource, notes, facts, used } = contents
  const row = (name: string, series: ReportSeries | null, meaning: string) =>
    series === null
      ? []
      : [
          [
            name,
            series.source === null ? '–' : `<code>${isolated(series.source)}</code>`,
            String(series.points),
            `${series.firstStep} – ${series.lastStep}`,
            htmlText(meaning)
          ]
        ]
  const rows = [
    ...row('gradient norm', norms, seriesMeanings[norm]),
    ...row('loss', losses, seriesMeanings.loss),
    ...row('learning rate', learningRates, seriesMeanings['learning-rate']),
    ...others.flatMap((one) => row(one.name, one, seriesMeanings[one.name]))
  ]
  const table = tableHtml({ caption: 'What was read from where', head: ['series', 'read from', 'points', 'steps', 'meaning'], rows })
  const steps = stepSource === null ? '' : paragraphs(`Steps were read from <code>${isolated(stepSource)}</code>.`)
  const known =
    facts.length === 0 ? '' : `<ul>${facts.map(([name, value]) => `<li>${htmlText(name)}: ${isolated(value)}</li>`).join('')}</ul>`
  const said = notes.map((note) => `<p>Note: ${prose(note)}</p>`).join('')
  const picture = loggedPicture(contents)
  const rule = used === null ? '' : paragraphs(prose(used))
  return {
    id: 'read',
    heading: 'What was read',
    html: `${table}${steps}${known}${said}${picture === null ? '' : figure(picture, 'What was logged')}${rule}`
  }
}

export function scheduleSection({ refinement, learningRates }: ReportContents): Section[] {
  if (isMissing(refinement)) return []
  const picture = schedulePicture(refinement, learningRates)
  return [{ id: 'schedule', heading: 'The schedule', html: figure(picture, 'The refined schedule') }]
}

export function comparisonSection({ comparison, forecast, refinement }: ReportContents): Section[] {
  const [id, heading] = ['comparison', 'Compared with others']
  // Without any schedule, the advice says why there is nothing of all this.
  if (isMissing(comparison) && isMissing(refinement)) return []
  if (isMissing(comparison)) return [{ id, heading, html: paragraphs(`There is no comparison: ${prose(comparison.missing)}`) }]
  const { rows, bounds } = comparison
  const hasBounds = rows.some(({ bound }) => bound !== null)
  const predicted = isMissing(forecast) ? null : forecast
  const both = hasBounds && predicted !== null
  const question =
    (both ? 'Two questions, and two answers. ' : '') +
    (hasBounds
      ? '<em>Bound</em>: how good is the shape by theory on these norms, each at its own best peak? It ranks shapes and is no loss. '
      : '') +
    (predicted === null ? '' : '<em>Predicted loss</em>: what does a law fitted to the logged losses say, all at one peak?')
  const heads = [
    'schedule',
    ...(hasBounds ? ['bound', '÷ best', 'best peak'] : []),
    ...(predicted === null ? [] : ['final loss', '90 % interval'])
  ]
  const groups: [string, number][] = [
    ['', 1],
    ...(hasBounds ? [['bound, at its own best peak', 3] as [string, number]] : []),
    ...(predicted === null ? [] : [[`predicted loss at peak ${shortNumber(predicted.peakLearningRate)}`, 2] as [string, number]])
  ]
  const table = tableHtml({
    caption: 'Equal: not told apart from the best by this number',
    head: heads,
    groups,
    rows: rows.map((row) => [htmlText(row.name), ...(hasBounds ? boundCells(row) : []), ...(predicted === null ? [] : forecastCells(row))])
  })
  return [{ id, heading, html: `${paragraphs(question, prose(bounds))}${table}` }]
}

const equal = '<br><span class="small">equal</span>'

const boundCells = ({ bound }: ComparedSchedule): string[] =>
  bound === null
    ? ['', '', '']
    : [shortNumber(bound.value), `${bound.ratio.toFixed(3)}${bound.isBest ? equal : ''}`, shortNumber(bound.bestPeak)]

const forecastCells = ({ forecast }: ComparedSchedule): string[] =>
  forecast === null
    ? ['', '']
    : [`${shortNumber(forecast.loss)}${forecast.isBest ? equal : ''}`, `${shortNumber(forecast.low)} – ${shortNumber(forecast.high)}`]

export function forecastSection({ forecast, refinement }: ReportContents): Section[] {
  const [id, heading] = ['forecast', 'Forecast of the loss']
  if (!isMissing(forecast)) return [{ id, heading, html: forecastHtml(forecast) }]
  return isMissing(refinement) ? [] : [{ id, heading, html: paragraphs(`There is no forecast: ${prose(forecast.missing)}`) }]
}

function forecastHtml(forecast: ReportForecast): string {
  const less = `Losses that differ by less than ${shortNumber(forecast.rmse)} are equal: by so much the law misses what was logged (rmse).`
  return `${paragraphs(prose(forecast.summary), less)}${warningsHtml(forecast.warnings)}${figure(forecastPicture(forecast), 'Forecast of the loss')}`
}

export function exportsSection({ exports }: ReportContents): Section[] {
  if (isMissing(exports)) return []
  const { targets, tolerance } = exports
  const blocks = targets.map(({ name, title, usage, fileName, text }, index) => {
    const body = isMissing(text)
      ? paragraphs(`Not for this schedule: ${prose(text.missing)}`)
      : `<p>${prose(usage)}</p><pre tabindex="0" aria-label="${htmlText(fileName)}"><code>${htmlText(text.text)}</code></pre>`
    return `<details${index === 0 ? ' open' : ''}><summary><b>${htmlText(name)}</b> – ${prose(title)}</summary>${body}</details>`
  })
  const about = `The refined schedule as straight pieces, within ${tolerance} of every multiplier. Set the peak learning rate yourself: tune it for the new schedule as for the old one.`
  return [{ id: 'trainer', heading: 'Lines for the trainer', html: `${paragraphs(about)}${blocks.join('')}` }]
}

export function numbersSection(contents: ReportContents): Section[] {
  const table = numbersTable(contents)
  if (table === null) return []
  return [
    { id: 'numbers', heading: 'Numbers', html: `<details><summary>The numbers behind the pictures</summary>${tableHtml(table)}</details>` }
  ]
}
