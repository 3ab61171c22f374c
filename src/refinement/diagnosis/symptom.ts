import type { NormName, Points } from '../../domain/gradient-norm.ts'
import type { LogFacts } from '../even-grid.ts'
import type { NormScale } from '../norm-scale.ts'
import type { ResolvedRefinementOptions } from '../options.ts'
import type { LossesRead } from '../usable-losses.ts'
import type { Ceiling } from './ceiling.ts'
import type { RateFacts } from './rate-facts.ts'

/** What is known of one run beside its norms; null or absent: unknown. */
export interface OwnFacts {
  /** The optimizer's weight decay λ. */
  readonly weightDecay?: number | null
  /** Gradients with a larger ℓ₂ norm were clipped to it. */
  readonly clipNorm?: number | null
  /** Where the ℓ₂ norms of the run pile up, if other norms are refined. */
  readonly l2Ceiling?: Ceiling | null
  /** The learning rates of the run. */
  readonly rates?: RateFacts | null
}

/** What is known besides the norms: of one run, or of several that are refined together. */
export interface RunFacts extends OwnFacts {
  readonly optimizer: string | null
  readonly totalSteps: number | null
  /** The norms that are logged. */
  readonly series: readonly NormName[]
  /** Ids of the runs whose norms they are; none for bare values and files. */
  readonly runIds?: readonly string[]
  /** Of several runs what each is known to have, in their order; then nothing of it is said of all. */
  readonly each?: readonly OwnFacts[]
}

/** What is known of each run by itself. */
export const ownFacts = (run: RunFacts): readonly OwnFacts[] => run.each ?? [run]

/** A run of which nothing is known: bare values. */
export const unknownRun: RunFacts = { optimizer: null, totalSteps: null, series: [] }

/** The norms before and after the median filter. They are overwritten once they turn into weights. */
export interface FilteredNorms {
  /** ĝ, finite and ≥ 0, shape `[n]`; read only. */
  readonly norms: Float64Array
  /** The filtered losses beside them, > 0, shape `[n]`; null where there are none. Read only. */
  readonly losses: Float64Array | null
  /** The same before the median filter; read only. */
  readonly rawLosses: Float64Array | null
  readonly scale: NormScale
  readonly options: ResolvedRefinementOptions
  /** The usable points of each log, as they were logged, and where they are; read only. */
  readonly logs: readonly Points[]
}

/** The same, with what several symptoms ask for. */
export interface ExaminedNorms extends FilteredNorms {
  /** A copy of ĝ at 8192 even positions or fewer, at all where there are no more: levels and shares of long logs, at no cost. */
  readonly thinned: Float64Array
  /** Their median. */
  readonly median: number
}

/** What is known when the schedule is made. */
export interface Findings {
  readonly log: LogFacts
  /** Where the multiplier is first 1, as a fraction of the steps. */
  readonly peakFraction: number
  /** `bound.gain` of the report. */
  readonly gain: number
  /** The norms change by a factor that their losses do not explain. */
  readonly hasOutsideCause: boolean
  /** Steps that the log extends over. */
  readonly extent: number
  readonly run: RunFacts
  readonly options: ResolvedRefinementOptions
  readonly losses: LossesRead
  /** Codes of the symptoms before this one in the list that apply. */
  readonly found: ReadonlySet<string>
}

/** A reason to look at the log before trusting the schedule: one a file. */
export interface Symptom {
  /** Unique, in kebab case: the code of the warning in the contract. */
  readonly code: string
  /** What the warning means, in one sentence, for the contract. */
  readonly meaning: string
  /**
   * Measures what it needs of the norms, while they are there, and returns the judgement on the finished schedule: the text of the
   * warning, or null where there is none.
   */
  readonly examine: (norms: ExaminedNorms) => (findings: Findings) => string | null
}
