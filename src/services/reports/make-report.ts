import { type NormName, type Points, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import {
  isMissing,
  type Part,
  type ReportContents,
  type ReportRefinement,
  type ReportSeries
} from '../../formats/reports/report-contents.ts'
import { reportPage } from '../../formats/reports/report-page.ts'
import type { ChartColumns } from '../../workers/charts/task.ts'
import { resolveForLog } from '../refinement/refine-log.ts'
import { compareAndForecast } from './compare-and-forecast.ts'
import { factsOfRefinement } from './refinement-facts.ts'
import type { RefinedSubject, ReportSubject } from './report-subject.ts'
import type { ReportWork } from './report-work.ts'
import { sideBySide } from './side-by-side.ts'
import { writeExports } from './write-exports.ts'

/**
 * The report of a run or log as one HTML file. The same subject gives the same bytes.
 * @param version of Taper
 * @throws Problem `invalid-request`, `series-too-long`, `overloaded`
 */
export const makeReport = async (subject: ReportSubject, work: ReportWork, version: string): Promise<string> =>
  reportPage((await reportOn(subject, work, version)).contents)

/** What a report says, and the refinement that it is about. */
export interface Reported {
  readonly contents: ReportContents
  readonly refined: RefinedSubject | null
}

/**
 * What a report says of a run or log.
 * @param parts `brief`: what was logged and its refinement alone, which takes a fraction of the time
 * @throws Problem `invalid-request`, `series-too-long`, `overloaded`
 */
export async function reportOn(
  subject: ReportSubject,
  work: ReportWork,
  version: string,
  parts: 'all' | 'brief' = 'all'
): Promise<Reported> {
  const count = subject.points.values.length
  const [refined, drawnLosses, drawnRates, others, used] = await sideBySide(
    count,
    () => refinedPart(subject, work),
    () => columnsOf(subject.points.losses, work),
    () => columnsOf(subject.learningRates, work),
    () => othersOf(subject, work),
    () => usedText(subject.learningRates, work)
  )
  const norms = isMissing(refined) ? await columnsOf(subject.points, work) : refined.columns
  const known = isMissing(refined) ? null : refined
  const { title, dated, notes, facts, norm, points, learningRates, sources } = subject
  const peak = subject.peakLearningRate ?? largestOf(learningRates)
  const leftOut = { missing: 'it was left out.' }
  const [weighed, exports] =
    parts === 'brief'
      ? [{ comparison: leftOut, forecast: leftOut }, leftOut]
      : await sideBySide(
          count,
          () => compareAndForecast(subject, work, known),
          async () => (isMissing(refined) ? refined : await writeExports(refined.refinement.multipliers, peak, work, version))
        )
  const contents: ReportContents = {
    title,
    subject: subject.subject,
    version,
    dated,
    facts,
    notes,
    stepSource: sources.step,
    norm: norm satisfies NormName,
    norms: seriesOf(points, norms, sources.norm),
    losses: seriesOf(points.losses, drawnLosses, sources.loss),
    learningRates: seriesOf(learningRates, drawnRates, sources.rate),
    others,
    used,
    refinement: isMissing(refined) ? refined : reportRefinement(refined),
    ...weighed,
    exports: isMissing(refined) ? refined : exports
  }
  return { contents, refined: known }
}

/** Too few norms are no reason to say nothing of the others. */
async function refinedPart({ points, options, norm, run, others }: ReportSubject, work: ReportWork): Promise<Part<RefinedSubject>> {
  if (points.values.length === 0) {
    const isLargest = others.some(({ name }) => name === 'linf')
    return {
      missing: isLargest
        ? 'of the gradient only its largest entry was logged (linf), and a refinement needs its ℓ₂ or ℓ₁ norm.'
        : 'no gradient norms were logged.'
    }
  }
  const resolved = resolveForLog(points, { ...options, norm }, run.totalSteps)
  try {
    const columns = await work.columns(points, resolved)
    return { options: resolved, refinement: await work.refine(points, resolved, run), columns }
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'too-few-norms') throw error
    return { missing: error.detail }
  }
}

function reportRefinement({ options, refinement: { multipliers, report }, columns: { refined } }: RefinedSubject): ReportRefinement {
  const { filtered, multipliers: drawn, beside, paper } = refined!
  return {
    preset: options.preset,
    steps: multipliers.length,
    advice: report.advice,
    warnings: report.warnings,
    losses: report.losses.detail,
    facts: factsOfRefinement(report),
    multipliers: drawn,
    filtered,
    paper,
    nearest: beside
  }
}

const columnsOf = async (points: Points | null | undefined, work: ReportWork): Promise<ChartColumns | null> =>
  points == null || points.values.length === 0 ? null : await work.columns({ steps: points.steps, values: points.values }, null)

function seriesOf(points: Points | null | undefined, columns: ChartColumns | null, source: string | null): ReportSeries | null {
  if (points == null || columns === null) return null
  const { steps, values } = points
  return {
    columns: columns.raw,
    firstStep: stepAt(steps, 0),
    lastStep: stepAt(steps, values.length - 1),
    points: values.length,
    nonFinite: columns.nonFinite,
    source
  }
}

async function othersOf({ others }: ReportSubject, work: ReportWork): Promise<ReportContents['others']> {
  const drawn = others.map(async ({ name, points, source }) => {
    const one = seriesOf(points, await columnsOf(points, work), source)
    return one === null ? [] : [{ name, ...one }]
  })
  return (await Promise.all(drawn)).flat()
}

async function usedText(rates: Points | null, work: ReportWork): Promise<string | null> {
  if (rates === null || rates.values.length < 2) return null
  const nearest = await work.nearest(rates)
  if (nearest === null) return 'Every logged learning rate is 0.'
  const { rule, parameters, peakLearningRate, r2, maxError } = nearest
  const named = Object.keys(parameters).length === 0 ? '' : ` with \`${JSON.stringify(parameters)}\``
  const near = `largest difference ${Number(maxError.toPrecision(3))} of the peak, r² ${Number(r2.toPrecision(4))}`
  return `The logged learning rates are nearest to the rule \`${rule}\`${named} at the peak ${Number(peakLearningRate.toPrecision(4))}: ${near}.`
}

/** The largest rate stands for the peak that nobody has said. */
export function largestOf(rates: Points | null): number | null {
  const largest = rates?.values.reduce((most, rate) => (rate - rate === 0 && rate > most ? rate : most), 0) ?? 0
  return largest > 0 ? largest : null
}
