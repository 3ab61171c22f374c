/** The longest schedule that is computed, in steps. */
export const stepsLimit = 1e8

/** How multipliers were asked for and what the norms said of them; see `refinement/`. Kept as it is answered. */
export type Report = Record<string, unknown>

/**
 * A learning-rate schedule: one multiplier a step, in [0, 1], peak 1, which multiplies the peak learning rate. Immutable, but for
 * `runDeleted`. The multipliers themselves, shape `[steps]`, are read apart from it.
 */
export interface Schedule {
  id: string
  name: string | null
  runId: string | null
  runDeleted: boolean
  /** `refined`, or the name of the rule that made it. */
  rule: string
  parameters: Record<string, unknown>
  steps: number
  peakLearningRate: number | null
  report: Report | null
  createdAt: Date
  /** A digest of the multipliers: two schedules with the same values have the same. */
  digest: string
}
