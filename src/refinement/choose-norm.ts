import type { NormName } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { isAdaptive } from '../domain/run.ts'
import type { RefinableNorm } from './options.ts'

/**
 * Chooses the series to refine: the requested one, else the only one, else by the optimizer.
 * @param series the norms that have points
 * @throws Problem `too-few-norms` if the series is missing
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, on ℓ₁ for Adam
 */
export function chooseNorm(requested: RefinableNorm | undefined, series: readonly NormName[], optimizer: string | null): RefinableNorm {
  const hasL1 = series.includes('l1')
  const hasL2 = series.includes('l2')
  if (requested !== undefined) {
    if (series.includes(requested)) return requested
    const others = series.length === 0 ? 'no gradient norms at all' : `only ${series.join(' and ')} norms`
    throw new Problem('too-few-norms', `The run has no ${requested} norms; it has ${others}.`)
  }
  if (hasL1 && hasL2) return isAdaptive(optimizer) ? 'l1' : 'l2'
  if (hasL1) return 'l1'
  if (hasL2) return 'l2'
  throw new Problem(
    'too-few-norms',
    series.length === 0 ? 'There are no gradient norms yet.' : 'There are only linf norms; a refinement needs l2 or l1 norms.'
  )
}
