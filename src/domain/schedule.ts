/** Most steps of a schedule. */
export const stepsLimit = 1e8

/** How a schedule is continued to another number of steps; see `schedules/horizons`. */
export const horizonMethods = ['cooldown', 'two-stage', 'stretch', 'rewarm'] as const
export type HorizonMethod = (typeof horizonMethods)[number]

/** The report on how a schedule was made; see `refinement/report.ts` and `schedules/horizons`. Stored as answered. */
export type Report = Record<string, unknown>

/**
 * A learning-rate schedule: one multiplier of the peak learning rate per step, in [0, 1], peak 1. Immutable except for `runDeleted`. The
 * multipliers, shape `[steps]`, are read separately.
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
  /** A digest of the multipliers: equal for schedules with equal values. */
  digest: string
}
