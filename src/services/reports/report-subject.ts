import type { Points } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { ForecastTask } from '../../forecasts/forecast.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { RefinableNorm, RefinementOptions, ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import type { ChartColumns } from '../../workers/charts/task.ts'
import type { ForecastRequest } from '../forecasts/forecast-request.ts'

/** What a person may choose of a report. */
export type ReportOptions = Pick<RefinementOptions, 'norm' | 'preset' | 'steps'>

/** A series that a report shows, and makes nothing of. */
export interface OtherSeries {
  readonly name: SeriesName
  readonly points: Points
  /** Where it was read from, where the log has columns. */
  readonly source: string | null
}

/** What a report is about: the series of a run or of a log, as they were read. */
export interface ReportSubject {
  readonly title: string
  readonly subject: string
  /** When it last changed, as ISO 8601; null where nobody knows. */
  readonly dated: string | null
  readonly norm: RefinableNorm
  /** Norms with the losses beside them; no values where none were logged. */
  readonly points: LoggedNorms
  readonly learningRates: Points | null
  /** What was logged besides, and is shown alone. */
  readonly others: readonly OtherSeries[]
  /** Where each was read from, where the log has columns. */
  readonly sources: {
    readonly step: string | null
    readonly norm: string | null
    readonly loss: string | null
    readonly rate: string | null
  }
  readonly notes: readonly string[]
  readonly run: RunFacts
  /** What is known of the run: name and value. */
  readonly facts: readonly (readonly [string, string])[]
  readonly options: ReportOptions
  readonly peakLearningRate: number | null
  /**
   * The task of forecasting schedules from the losses of the subject.
   * @throws Problem where it has no losses or no rates
   */
  forecastTask(request: Pick<ForecastRequest, 'candidates' | 'steps' | 'points'>): Promise<ForecastTask>
}

/** A refinement with the norms that it was made of, as they are drawn. */
export interface RefinedSubject {
  readonly options: ResolvedRefinementOptions
  readonly refinement: Refinement
  readonly columns: ChartColumns
}
