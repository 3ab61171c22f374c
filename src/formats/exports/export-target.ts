import type { FittedRule } from './fitted-rule.ts'
import type { Knot } from './knot.ts'

/** What an export says of a schedule besides its multipliers. */
export interface ExportedSchedule {
  readonly id: string
  readonly name: string | null
  readonly rule: string
  readonly steps: number
  /** The learning rate at multiplier 1; null where nobody has said. */
  readonly peakLearningRate: number | null
  /** The version of Taper that writes. */
  readonly version: string
}

/** How a target may hold the multipliers: the corners of straight pieces, or the value of every step. */
export type Form = 'segments' | 'dense'

/** What a target that is written whole is written from. */
export interface ExportMaterial {
  readonly schedule: ExportedSchedule
  /** In [0, 1], shape `[steps]`. */
  readonly multipliers: Float64Array
  /** The form that was asked for; null: whichever is shorter. */
  readonly form: Form | null
  /** The largest error of a multiplier that is asked for; 0: as exact as the target can be. */
  readonly tolerance: number
  /** The fewest straight pieces within a tolerance. */
  readonly segments: (multipliers: Float64Array, tolerance: number) => Knot[]
  /** Rules that are near the schedule, with any parameters; none where the target does not need them. */
  readonly fits: readonly FittedRule[]
}

interface Described {
  /** Unique, in kebab case: its place in the URL and in the registry. */
  readonly name: string
  readonly title: string
  /** What to do with the file: a sentence. */
  readonly usage: string
  readonly mediaType: string
  /** What the file looks like, shortened, for the contract: its text, or its JSON; null where it is binary. */
  readonly example: string | Readonly<Record<string, unknown>> | null
  /** A name that the file works under as it is. `<id>` stands for the id of the schedule. */
  readonly fileName: string
  /** The forms that a caller can choose from; none where the target is a few settings. */
  readonly forms: readonly Form[]
}

/** Code or settings, written as a whole. */
export interface TextTarget extends Described {
  readonly needs: 'multipliers' | 'fits'
  /** @throws Problem `export-does-not-fit`, `export-too-long` */
  write(material: ExportMaterial): string
}

/** Values of every step, written as they are read. */
export interface StreamTarget extends Described {
  readonly needs: 'pieces'
  write(schedule: ExportedSchedule, pieces: AsyncIterable<Float64Array>): AsyncIterable<string | Uint8Array>
  /** The same of straight pieces, where the target has this form. */
  writeKnots?(schedule: ExportedSchedule, knots: readonly Knot[]): string
}

/** How the world reads schedules: one target a file. */
export type ExportTarget = TextTarget | StreamTarget
