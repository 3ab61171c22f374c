import { type NormName, type Points, stepAt } from '../../domain/gradient-norm.ts'
import { ceilingOf } from '../../refinement/diagnosis/ceiling.ts'
import { rateFacts } from '../../refinement/diagnosis/rate-facts.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { RefinableNorm } from '../../refinement/options.ts'

/** What a log says of its run beside the norms that are refined. */
export interface LogBeside {
  readonly optimizer: string | null
  readonly totalSteps: number | null
  readonly weightDecay: number | null
  readonly clipNorm: number | null
  /** The norms that the log has, whichever is refined. */
  readonly norms: readonly NormName[]
  readonly learningRates: Points | null
  /** The ℓ₂ norms, where others are refined. */
  readonly l2: Points | null
}

/** What warnings and advice know of the run of a log, as of a run that a service has. */
export function factsOfLog(norm: RefinableNorm, { steps, values }: Points, beside: LogBeside): RunFacts {
  const { optimizer, totalSteps, weightDecay, clipNorm, norms, learningRates, l2 } = beside
  const isRated = learningRates !== null && weightDecay !== 0 && values.length > 0
  return {
    optimizer,
    totalSteps,
    series: [...new Set([norm, ...norms])],
    weightDecay,
    clipNorm,
    l2Ceiling: norm === 'l2' || l2 === null ? null : ceilingOf(l2.values),
    rates: isRated ? rateFacts(learningRates, stepAt(steps, 0), stepAt(steps, values.length - 1)) : null
  }
}
