import type { NormName, Steps } from '../../domain/gradient-norm.ts'
import type { Columns } from '../../formats/charts/columns.ts'
import type { RuleBeside } from '../../formats/charts/schedule-chart.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'

/** A series to prepare for a picture; its arrays are on shared memory. */
export interface NormsTask {
  readonly norm: NormName
  readonly values: Float64Array
  readonly steps: Steps
  /** How it is refined; null for a norm that is not. */
  readonly options: ResolvedRefinementOptions | null
  readonly columns: number
}

/** A schedule, as it is drawn, to find the nearest rule to. */
export interface ScheduleTask {
  readonly multipliers: Columns
}

export type ChartTask = NormsTask | ScheduleTask

/** What a picture shows of a series. */
export interface ChartColumns {
  readonly raw: Columns
  readonly nonFinite: number
  readonly refined: {
    readonly filtered: Columns
    readonly multipliers: Columns
    readonly steps: number
    readonly beside: RuleBeside
  } | null
}
