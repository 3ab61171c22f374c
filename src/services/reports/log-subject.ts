import type { NormName, Points } from '../../domain/gradient-norm.ts'
import { isGradientNorm, type SeriesName } from '../../domain/series.ts'
import { meaningOf } from '../../formats/logs/names/meaning.ts'
import { partsOf } from '../../formats/logs/names/run-names.ts'
import type { ReadSeries } from '../../formats/logs/read-series.ts'
import type { LogFacts } from '../../formats/logs/recorder.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import type { PlannedRun } from '../imports/plan-runs.ts'
import { factsOfLog } from '../refinement/log-facts.ts'
import { logForecastTask } from './log-forecast-task.ts'
import type { ReportOptions, ReportSubject } from './report-subject.ts'

const titles: Readonly<Record<keyof LogFacts, string>> = {
  optimizer: 'optimizer',
  totalSteps: 'total steps',
  peakLearningRate: 'peak learning rate',
  weightDecay: 'weight decay',
  clipNorm: 'clip norm'
}

const nothing: Points = { steps: { first: 0, stride: 1 }, values: new Float64Array(0) }

/**
 * What a report is about, of one run of a log: whatever series it has, norms or none.
 * @throws Problem `too-few-norms` where another norm is wished than there is
 */
export function subjectOfLog(
  { id, name, series: read, facts, warnings }: PlannedRun,
  { norm: wished, ...options }: ReportOptions
): ReportSubject {
  const series = asWished(read, wished)
  const norms = series.map((one) => one.name).filter(isGradientNorm)
  const refinable = norms.filter((one) => one !== 'linf')
  const norm = refinable.length === 0 ? (wished ?? 'l2') : chooseNorm(wished, refinable, facts.optimizer ?? null)
  const of = (wanted: SeriesName) => series.find((one) => one.name === wanted)
  const pointsOf = (wanted: SeriesName): Points | null => {
    const found = of(wanted)
    return found === undefined ? null : onSharedMemory(found.points)
  }
  const points = pointsOf(norm) ?? nothing
  const learningRates = pointsOf('learning-rate')
  const known = {
    optimizer: facts.optimizer ?? null,
    totalSteps: facts.totalSteps ?? null,
    weightDecay: facts.weightDecay ?? null,
    clipNorm: facts.clipNorm ?? null
  }
  const shown = new Set<SeriesName>([norm, 'loss', 'learning-rate'])
  const log = {
    title: name ?? id,
    subject: `The log ${name ?? id}`,
    dated: null,
    norm,
    points: { ...points, losses: pointsOf('loss'), weightNorms: pointsOf('weight-norm') },
    learningRates,
    others: series
      .filter((one) => !shown.has(one.name))
      .map((one) => ({ name: one.name, points: onSharedMemory(one.points), source: one.source })),
    sources: {
      step: of(norm)?.step ?? series[0]?.step ?? null,
      norm: of(norm)?.source ?? null,
      loss: of('loss')?.source ?? null,
      rate: of('learning-rate')?.source ?? null
    },
    notes: warnings,
    run: factsOfLog(norm, points, { ...known, norms, learningRates, l2: pointsOf('l2') }),
    facts: Object.entries(facts).map(([fact, value]): [string, string] => [titles[fact as keyof LogFacts], String(value)]),
    options,
    peakLearningRate: facts.peakLearningRate ?? null
  }
  return { ...log, forecastTask: (request) => logForecastTask(log, request) }
}

/** A name as `grad_norm` does not say which norm it is: where a person does, it is that one. */
function asWished(series: readonly ReadSeries[], wished: NormName | undefined): readonly ReadSeries[] {
  if (wished === undefined || series.some(({ name }) => name === wished)) return series
  return series.map((one) => (one.name === 'l2' && meaningOf(partsOf(one.source).metric).norm === null ? { ...one, name: wished } : one))
}
