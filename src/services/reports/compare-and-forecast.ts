import { Problem } from '../../domain/problems.ts'
import { stepsOf } from '../../domain/step-index.ts'
import type { LossLine } from '../../formats/charts/forecast-chart.ts'
import type { ComparedSchedule, Part, ReportComparison, ReportForecast } from '../../formats/reports/report-contents.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import { usualCandidates } from '../comparison/compare-log.ts'
import { type Candidate, comparisonCandidate } from '../comparison/comparison-candidate.ts'
import { type Comparison, equalMax, rank } from '../comparison/rank-schedules.ts'
import { type ForecastAnswer, forecastAnswer } from '../forecasts/forecast-answer.ts'
import { resolveForLog } from '../refinement/refine-log.ts'
import type { RefinedSubject, ReportSubject } from './report-subject.ts'
import type { ReportWork } from './report-work.ts'
import { sideBySide } from './side-by-side.ts'

/** Points of a forecast as it is drawn. */
const pointsDrawn = 48
/** Forecasts that are drawn, besides the run's own: the refined schedule and what it is weighed against. */
const drawn = ['refined', 'warmup', 'cosine']

interface Others {
  readonly comparison: Part<ReportComparison>
  readonly forecast: Part<ReportForecast>
}

/** Ranks the usual schedules by their bounds on the norms, and forecasts the loss of each, where it can be done. */
export async function compareAndForecast(subject: ReportSubject, work: ReportWork, refined: RefinedSubject | null): Promise<Others> {
  const steps = refined?.options.steps ?? null
  const [comparison, answer] = await sideBySide(
    subject.points.values.length,
    async () =>
      refined === null
        ? missing('they are computed from gradient norms that were refined.')
        : await orWhyNot(() => compared(subject, work, refined)),
    () => orWhyNot(() => forecasts(subject, work, refined, steps))
  )
  const rows = rowsOf('missing' in comparison ? null : comparison, 'missing' in answer ? null : answer)
  return {
    comparison:
      'missing' in comparison && 'missing' in answer
        ? comparison
        : { rows, bounds: 'missing' in comparison ? `No bounds: ${comparison.missing}` : comparison.summary },
    forecast: 'missing' in answer ? answer : reportForecast(subject, answer)
  }
}

const missing = (detail: string): { missing: string } => ({ missing: detail })

async function orWhyNot<T extends object>(work: () => Promise<T>): Promise<Part<T>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.type === 'overloaded' || error.type === 'too-large-for-memory') throw error
    return missing(error.errors === undefined ? error.detail : error.errors.map(({ detail }) => detail).join(' '))
  }
}

async function compared({ points, norm }: ReportSubject, work: ReportWork, { options }: RefinedSubject): Promise<Comparison> {
  const norms = { norms: { points }, norm, steps: Math.max(1, loggedExtent(points)) }
  const candidates = await Promise.all(
    candidatesFor(options.preset).map((candidate, i) => comparisonCandidate(null, candidate, norms, options.steps, `/candidates/${i}`))
  )
  const tasks = candidates.map(({ shape, steps, pointer }) => ({ shape, steps, pointer }))
  return rank(candidates, await work.compare({ norms: norms.norms, distance: 1, candidates: tasks }), norm)
}

/** Every rule, what was refined, and preset paper beside another. */
const candidatesFor = (preset: 'robust' | 'paper' | 'reference'): Candidate[] =>
  usualCandidates()
    .filter(({ name }) => preset !== 'paper' || name !== 'refined-paper')
    .map((one) => (one.rule === 'refined' && one.name === undefined ? { ...one, parameters: { preset } } : one))

async function forecasts(
  subject: ReportSubject,
  work: ReportWork,
  refined: RefinedSubject | null,
  steps: number | null
): Promise<ForecastAnswer> {
  const candidates: { rule?: string; multipliers?: Float64Array; name?: string }[] = []
  for (const { rule, name } of candidatesFor(refined?.options.preset ?? 'robust')) {
    if (rule !== 'refined') candidates.push({ rule: rule! })
    else if (refined !== null && name === undefined) candidates.push({ multipliers: refined.refinement.multipliers, name: 'refined' })
    else if (refined !== null) candidates.push({ multipliers: await paperOf(subject, work, refined), name: name! })
  }
  const task = await subject.forecastTask({ candidates, points: pointsDrawn, ...(steps === null ? {} : { steps }) })
  return forecastAnswer(await work.forecast(task))
}

/** The same refinement as that which is compared: preset paper with the options of its own. */
async function paperOf({ points, norm, run }: ReportSubject, work: ReportWork, { options }: RefinedSubject): Promise<Float64Array> {
  const paper = resolveForLog(points, { norm, preset: 'paper', steps: options.steps }, null)
  return (await work.refine(points, paper, run)).multipliers
}

function rowsOf(comparison: Comparison | null, answer: ForecastAnswer | null): ComparedSchedule[] {
  const best = Math.min(...(answer?.forecasts.map(({ finalLoss }) => finalLoss) ?? []))
  const byLoss = [...(answer?.forecasts ?? [])].sort((a, b) => a.finalLoss - b.finalLoss)
  const names = (comparison?.ranking ?? byLoss).map(({ name }) => name)
  return names.map((name) => {
    const ranked = comparison?.ranking.find((one) => one.name === name)
    const predicted = answer?.forecasts.find((one) => one.name === name)
    return {
      name,
      bound:
        ranked === undefined
          ? null
          : { value: ranked.optimalBound, ratio: ranked.ratio, bestPeak: ranked.optimalRate, isBest: ranked.ratio <= equalMax },
      forecast:
        predicted === undefined
          ? null
          : { loss: predicted.finalLoss, ...predicted.interval, isBest: predicted.finalLoss - best <= answer!.fit.rmse }
    }
  })
}

function reportForecast({ points }: ReportSubject, { law, fit, self, forecasts: all, summary, warnings }: ForecastAnswer): ReportForecast {
  const { steps, values } = points.losses!
  const logged: LossLine = {
    name: 'logged',
    steps: stepsOf(steps, values.length),
    losses: values
  }
  const others = drawn.flatMap((name): LossLine[] => {
    const found = all.find((one) => one.name === name)
    return found?.curve == null ? [] : [{ name, ...found.curve }]
  })
  return {
    law,
    peakLearningRate: Math.max(...all.map(({ peakLearningRate }) => peakLearningRate)),
    summary,
    warnings,
    rmse: fit.rmse,
    logged,
    own: self?.path == null ? null : { name: 'this run', ...self.path },
    others
  }
}
