import type { FitCurve } from './fit-law.ts'
import { annealingMomentum } from './laws/annealing-momentum.ts'
import { boundPower } from './laws/bound-power.ts'
import type { LossLaw } from './laws/law.ts'
import { multiPower } from './laws/multi-power.ts'
import { rateAt } from './rate-path.ts'

/** A decay is seen where the rate has fallen by this part of its peak under losses that were fitted. */
const decayMin = 0.15

/** How far the rate has fallen under losses that were fitted, at most, in parts of the peak. */
export const decaySeen = (curves: readonly FitCurve[]): number => Math.max(...curves.map(({ blocks, path }) => deepest(blocks.steps, path)))

/** Whether losses show what annealing does: else its effect is the priors' alone. */
export const isDecaySeen = (curves: readonly FitCurve[]): boolean => decaySeen(curves) >= decayMin

function deepest(steps: Float64Array, path: FitCurve['path']): number {
  const last = steps.at(-1)!
  let least = Math.min(path.peak, rateAt(path, last))
  for (let k = 0; k < path.steps.length && path.steps[k]! <= last; k++) {
    if (path.steps[k]! >= path.warmupEnd) least = Math.min(least, path.rates[k]!)
  }
  return 1 - least / path.peak
}

/** From so many steps on a run is like those that the published fits of the two papers are of. */
const longRun = 10_000

/** Whether a run is long enough that λ = 0.999, and what else is known of runs of 10⁴ steps and more, holds for it. */
export const isLong = (curves: readonly FitCurve[]): boolean => curves.some(({ blocks }) => blocks.steps.at(-1)! >= longRun)

/**
 * The law of `auto`, by what was logged alone. Where no decay was seen `multi-power`, whose priors come from the most published fits. Else, of runs
 * shorter than 10⁴ steps `bound-power`, which needs no memory in steps and ranks schedules best on small models (evaluation/report.md); of longer ones
 * `annealing-momentum` for one curve, whose few parameters one curve tells, and `multi-power` for several.
 */
export function chosenLaw(curves: readonly FitCurve[]): LossLaw {
  if (!isDecaySeen(curves)) return multiPower
  if (!isLong(curves)) return boundPower
  return curves.length === 1 ? annealingMomentum : multiPower
}
