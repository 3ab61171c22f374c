import type { SeriesName } from './series.ts'

/** Ids that a client may choose for a run. Generated ids are UUIDv7 and match too. */
export const runIdPattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$'

/** Units in which a client counts training. Steps of the API are optimizer steps unless a field names another unit. */
export const stepUnits = ['steps', 'batches', 'samples', 'tokens', 'epochs'] as const
export type StepUnit = (typeof stepUnits)[number]

/** Fields of a run that a client may write. `null` means unknown. */
export interface RunFields {
  name: string | null
  optimizer: string | null
  /** Length of the whole training in optimizer steps, 1 … 2^53 − 1. */
  totalSteps: number | null
  /** The learning rate at multiplier 1, finite, ≥ 0. */
  peakLearningRate: number | null
  /** The optimizer's weight decay λ, finite, ≥ 0. */
  weightDecay: number | null
  /** Gradients with a larger norm were clipped to it, finite, ≥ 0. */
  clipNorm: number | null
  labels: Record<string, string>
  stepUnit: StepUnit
  /** The schedule that the run is trained with. It may have been deleted since. */
  scheduleId: string | null
}

/** One training run. */
export interface Run extends RunFields {
  id: string
  createdAt: Date
  updatedAt: Date
  series: SeriesSummary[]
}

/** The current points of one series: their number, first and last step (null without points), and how many are NaN or ±Infinity. */
export interface SeriesSummary {
  name: SeriesName
  points: number
  firstStep: number | null
  lastStep: number | null
  nonFinite: number
}

const adaptiveNames = ['adam', 'ada', 'lamb', 'lion', 'prodigy', 'rmsprop', 'madgrad', 'shampoo']

/**
 * Whether an optimizer scales its step per coordinate. Then a refinement uses ℓ₁ norms with inverse weighting; otherwise ℓ₂ norms with
 * inverse-square weighting.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export const isAdaptive = (optimizer: string | null): boolean =>
  optimizer !== null && adaptiveNames.some((name) => optimizer.toLowerCase().includes(name))
