import type { NormName } from './gradient-norm.ts'

/** What a client may call a run. Made ids are UUIDv7, which match too. */
export const runIdPattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$'

/** What the client counts when it counts its training; steps of the API are optimizer steps unless a field says another unit. */
export const stepUnits = ['steps', 'batches', 'samples', 'tokens', 'epochs'] as const
export type StepUnit = (typeof stepUnits)[number]

/** What a client may write of a run. `null` stands for "not said". */
export interface RunFields {
  name: string | null
  optimizer: string | null
  /** Length of the whole training in optimizer steps, 1 … 2^53 − 1. */
  totalSteps: number | null
  /** The learning rate at multiplier 1, finite, ≥ 0. */
  peakLearningRate: number | null
  labels: Record<string, string>
  stepUnit: StepUnit
  /** The schedule that the run was or is trained with; it may have been deleted since. */
  scheduleId: string | null
}

/** One training run. */
export interface Run extends RunFields {
  id: string
  createdAt: Date
  updatedAt: Date
  series: SeriesSummary[]
}

/** What is current in one series: its points, their first and last step (null without points), how many are NaN or ±Infinity. */
export interface SeriesSummary {
  norm: NormName
  points: number
  firstStep: number | null
  lastStep: number | null
  nonFinite: number
}

const adaptiveNames = ['adam', 'ada', 'lamb', 'lion', 'prodigy', 'rmsprop', 'madgrad', 'shampoo']

/**
 * Whether an optimizer scales its step by coordinate. For those the natural norm of the refinement is ℓ₁ with inverse weighting;
 * for the others ℓ₂ with inverse-square weighting.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export const isAdaptive = (optimizer: string | null): boolean =>
  optimizer !== null && adaptiveNames.some((name) => optimizer.toLowerCase().includes(name))
