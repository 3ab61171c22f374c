import { isAdaptive } from '../../domain/run.ts'
import type { Symptom } from './symptom.ts'

/**
 * For optimizers that scale each coordinate the theory asks for ℓ₁ norms. With ℓ₂ norms refinement was worse on logistic problems with Adam, and no worse,
 * at times better, on small networks (`docs/advice.md`): a hint, not a fault.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export const l2ForAdaptive: Symptom = {
  code: 'l2-for-adaptive',
  meaning: 'The optimizer is adaptive, and only l2 norms are logged.',
  examine:
    () =>
    ({ run: { optimizer, series } }) =>
      isAdaptive(optimizer) && series.includes('l2') && !series.includes('l1')
        ? `The optimizer ${optimizer} is adaptive, and only l2 norms are logged; for such optimizers the theory asks for l1 norms, the sum of the ` +
          'absolute values of the gradient. On small networks l2 norms did as well. Log l1 norms too, if that is cheap.'
        : null
}
