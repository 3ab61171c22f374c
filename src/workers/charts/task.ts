import type { NormName } from '../../domain/gradient-norm.ts'
import type { Columns } from '../../formats/charts/columns.ts'
import type { RuleBeside } from '../../formats/charts/schedule-chart.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import { bytesOfTask } from '../refinement/task.ts'

/** A series to prepare for a picture; its arrays are on shared memory. */
export interface NormsTask extends LoggedNorms {
  readonly norm: NormName
  /** How it is refined; null for a norm that is not. */
  readonly options: ResolvedRefinementOptions | null
  readonly columns: number
}

/** Memory to prepare a series: to refine it, unless it is not, and the columns of a picture. Bytes. */
export const bytesToPrepare = (task: NormsTask): number => 2 ** 18 + (task.options === null ? 0 : bytesOfTask(task, task.options.steps))

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
    /** The schedule of preset paper, where another was refined. */
    readonly paper: Columns | null
    /** What the losses did, or what they would add. */
    readonly losses: string
  } | null
}
