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

/** The same for several targets: what they have in common is computed once. */
export interface ExportsTask extends Omit<ExportTask, 'target' | 'form'> {
  readonly targets: readonly Pick<ExportTask, 'target' | 'form'>[]
}

/** A text, or why the schedule has none for its target. */
export type WrittenText = { readonly text: string } | { readonly missing: string }

export interface ExportTexts {
  /** In the order of the targets. */
  readonly texts: readonly WrittenText[]
}
