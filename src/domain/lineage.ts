import type { JsonFloat } from './float.ts'
import type { Run } from './run.ts'
import type { Schedule } from './schedule.ts'

/** A run in a lineage; of one that was deleted only the id is known. */
export interface LineageRun {
  id: string
  name: string | null
  createdAt: Date | null
  deleted: boolean
}

/** A schedule in a lineage, the run that it was made from, and the gain that its refinement promised; of one that was deleted only the id is known. */
export interface LineageSchedule {
  id: string
  name: string | null
  rule: string | null
  runId: string | null
  gain: JsonFloat | null
  createdAt: Date | null
  deleted: boolean
}

/** One step of a lineage: from a run over a schedule made from it to the runs trained with that. */
export interface Generation {
  /** How many schedules lie between: −1, −2, … back, 1, 2, … forward. */
  generation: number
  schedule: LineageSchedule
  /** Back: the run that the schedule was made from, where it was made from one. Forward: those trained with it. */
  runs: LineageRun[]
}

export interface Lineage {
  runId: string
  /** Nearest first. */
  ancestors: Generation[]
  descendants: Generation[]
  /** Of every refinement among them, oldest first. */
  gains: { scheduleId: string; runId: string | null; gain: JsonFloat; createdAt: Date }[]
  /** Whether there is more than is shown. */
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
