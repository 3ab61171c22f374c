import type { FittedRule } from './fitted-rule.ts'
import type { Knot } from './knot.ts'

/** Facts of a schedule that an export states beside its multipliers. */
export interface ExportedSchedule {
  readonly id: string
  readonly name: string | null
  readonly rule: string
  readonly steps: number
  /** The learning rate at multiplier 1; null if unknown. */
  readonly peakLearningRate: number | null
  /** The step whose checkpoint training goes on from, where the schedule continues another; null elsewhere. */
  readonly resumesAt: number | null
  /** Version of Taper. */
  readonly version: string
}

/** How a target holds the multipliers: as knots of straight pieces, or as the value of every step. */
export type Form = 'segments' | 'dense'

/** What a target may ask for besides a schedule; each is a parameter of the query. */
export interface ExportSettings {
  /** Samples of a step, for `batch-ramp`. */
  readonly batchSize?: number
  /** The largest, for `batch-ramp`. */
  readonly maximumBatchSize?: number
  /** Optimizer steps done when each checkpoint was written, for `merge-weights`. */
  readonly checkpoints?: readonly number[]
}

/** Other realisations of a schedule; see `schedules/duals`. */
export interface Duals {
  batchRamp(
    multipliers: Float64Array,
    factorMax: number
  ): { readonly stages: readonly { readonly step: number; readonly factor: number }[]; readonly multipliers: Float64Array }
  largestFactor(batchSize: number, maximumBatchSize: number): number
  mergeWeights(multipliers: Float64Array, checkpoints: readonly number[]): readonly { readonly step: number; readonly weight: number }[]
}

/** Input of a text target. */
export interface ExportMaterial {
  readonly schedule: ExportedSchedule
  /** In [0, 1], shape `[steps]`. */
  readonly multipliers: Float64Array
  /** The requested form; null means the shorter one. */
  readonly form: Form | null
  /** Largest allowed error of a multiplier; 0 means as exact as the target allows. */
  readonly tolerance: number
  /** Finds the fewest straight pieces within a tolerance. */
  readonly segments: (multipliers: Float64Array, tolerance: number) => Knot[]
  /** Rules fitted to the schedule; empty unless the target needs them. */
  readonly fits: readonly FittedRule[]
  readonly settings: ExportSettings
  readonly duals: Duals
}

interface Described {
  /** Unique, in kebab case: its place in the URL and in the registry. */
  readonly name: string
  readonly title: string
  /** One sentence: how to use the file. */
  readonly usage: string
  readonly mediaType: string
  /** What the file looks like, shortened, for the contract: its text, or its JSON; null where it is binary. */
  readonly example: string | Readonly<Record<string, unknown>> | null
  /** A file name that works as it is. `<id>` stands for the schedule's id. */
  readonly fileName: string
  /** Forms to choose from; empty if the target is a few settings. */
  readonly forms: readonly Form[]
  /** What it asks for besides the schedule; none unless declared. */
  readonly asks?: readonly (keyof ExportSettings)[]
}

/** A target of code or settings, written at once. */
export interface TextTarget extends Described {
  readonly needs: 'multipliers' | 'fits'
  /** @throws Problem `export-does-not-fit`, `export-too-long` */
  write(material: ExportMaterial): string
}

/** A target that streams the values of every step. */
export interface StreamTarget extends Described {
  readonly needs: 'pieces'
  write(schedule: ExportedSchedule, pieces: AsyncIterable<Float64Array>): AsyncIterable<string | Uint8Array>
  /** Writes straight pieces, if the target has this form. */
  writeKnots?(schedule: ExportedSchedule, knots: readonly Knot[]): string
}

/** A format that schedules are exported to. */
export type ExportTarget = TextTarget | StreamTarget
