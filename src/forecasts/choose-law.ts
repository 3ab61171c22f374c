import type { FitCurve } from './fit-law.ts'
import { boundPower } from './laws/bound-power.ts'
import type { LossLaw } from './laws/law.ts'
import { multiPower } from './laws/multi-power.ts'
import { rateAt } from './rate-path.ts'

/** A decay is seen where the rate has fallen by this part of its peak under losses that were fitted. */
const decayMin = 0.15

/** Whether losses show what annealing does: else its effect is the priors' alone. */
export const isDecaySeen = (curves: readonly FitCurve[]): boolean =>
  curves.some(({ blocks, path }) => deepest(blocks.steps, path) >= decayMin)

function deepest(steps: Float64Array, path: FitCurve['path']): number {
  const last = steps.at(-1)!
  let least = Math.min(path.peak, rateAt(path, last))
  for (let k = 0; k < path.steps.length && path.steps[k]! <= last; k++) {
    if (path.steps[k]! >= path.warmupEnd) least = Math.min(least, path.rates[k]!)
  }
  return 1 - least / path.peak
}

/**
 * The law of `auto`, by what was logged alone: `bound-power` where a decay was seen, since it ranks schedules best on small models and is as near as
 * the others on language models (evaluation/report.md); `multi-power` where none was, since its priors come from the most published fits.
 */
export const chosenLaw = (curves: readonly FitCurve[]): LossLaw => (isDecaySeen(curves) ? boundPower : multiPower)
