import type { ExportedSchedule, ExportSettings, Form } from '../../formats/exports/export-target.ts'
import type { FittedRule } from '../../formats/exports/fitted-rule.ts'

/** A schedule to write for a target, as it goes to the worker. */
export interface ExportTask {
  /** The name of a target that is written as a whole, or that has straight pieces. */
  readonly target: string
  readonly schedule: ExportedSchedule
  /** Shape `[steps]`, on shared memory: nothing is copied on the way. */
  readonly multipliers: Float64Array
  readonly form: Form | null
  readonly tolerance: number
  /** Rules that are known to be near. */
  readonly known: readonly FittedRule[]
  readonly settings: ExportSettings
}

/**
 * Memory to write a schedule as text, besides its multipliers: rules fitted to it, and the text with what it is made of, which has an end
 * (`export-too-long`). Bytes.
 */
export const bytesToExport = (steps: number): number => 16 * steps + Math.min(96 * steps, 2 ** 26)

export interface ExportText {
  readonly text: string
}
