import type { JsonFloat } from './float.ts'
import type { Run } from './run.ts'
import type { Schedule } from './schedule.ts'

/** A run in a lineage. A deleted one has only its id. */
export interface LineageRun {
  id: string
  name: string | null
  createdAt: Date | null
  deleted: boolean
}

/** A schedule in a lineage, its source run, and `bound.gain` of its refinement report, which is a property of the norms that it was made from. A deleted one has only its id. */
export interface LineageSchedule {
  id: string
  name: string | null
  rule: string | null
  runId: string | null
  gain: JsonFloat | null
  createdAt: Date | null
  deleted: boolean
}

/** One link of a lineage: a schedule, with the run that it was made from or the runs trained with it. */
export interface Generation {
  /** Number of schedules away: −1, −2, … backwards, 1, 2, … forwards. */
  generation: number
  schedule: LineageSchedule
  /** Backwards: the run that the schedule was made from, if any. Forwards: the runs trained with it. */
  runs: LineageRun[]
}

export interface Lineage {
  runId: string
  /** Nearest first. */
  ancestors: Generation[]
  descendants: Generation[]
  /** The lineage is longer than this answer. */
  truncated: boolean
}

export const lineageRun = ({ id, name, createdAt }: Run): LineageRun => ({ id, name, createdAt, deleted: false })

export const lineageSchedule = ({ id, name, rule, runId, report, createdAt }: Schedule): LineageSchedule => ({
  id,
  name,
  rule,
  runId,
  gain: (report?.bound as { gain?: JsonFloat } | undefined)?.gain ?? null,
  createdAt,
  deleted: false
})
