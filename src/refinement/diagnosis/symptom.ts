import type { NormName } from '../../domain/gradient-norm.ts'
import type { LogFacts } from '../even-grid.ts'
import type { NormScale } from '../norm-scale.ts'
import type { ResolvedRefinementOptions } from '../options.ts'
import type { LossesRead } from '../usable-losses.ts'

/** What is known of the run besides its norms. */
export interface RunFacts {
  readonly optimizer: string | null
  readonly totalSteps: number | null
  /** The norms that are logged. */
  readonly series: readonly NormName[]
  /** Ids of the runs whose norms they are; none for bare values and files. */
  readonly runIds?: readonly string[]
}

/** A run of which nothing is known: bare values. */
export const unknownRun: RunFacts = { optimizer: null, totalSteps: null, series: [] }

/** The norms after the median filter. They are overwritten once they turn into weights. */
export interface FilteredNorms {
  /** ĝ, finite and ≥ 0, shape `[n]`; read only. */
  readonly norms: Float64Array
  /** The filtered losses beside them, > 0, shape `[n]`; null where there are none. Read only. */
  readonly losses: Float64Array | null
  readonly scale: NormScale
  readonly options: ResolvedRefinementOptions
}

/** What is known when the schedule is made. */
export interface Findings {
  readonly log: LogFacts
  /** Where the multiplier is first 1, as a fraction of the steps. */
  readonly peakFraction: number
  /** Steps that the log extends over. */
  readonly extent: number
  readonly run: RunFacts
  readonly options: ResolvedRefinementOptions
  readonly losses: LossesRead
}

/** A reason to look at the log before trusting the schedule: one a file. */
export interface Symptom {
  /** Unique, in kebab case: the code of the warning in the contract. */
  readonly code: string
  /** What the warning means, in one sentence, for the contract. */
  readonly meaning: string
  /**
   * Measures what it needs of the filtered norms, while they are there, and returns the judgement on the finished schedule: the text
   * of the warning, or null where there is none.
   */
  readonly examine: (filtered: FilteredNorms) => (findings: Findings) => string | null
}
