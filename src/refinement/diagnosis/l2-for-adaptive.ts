import { isAdaptive } from '../../domain/run.ts'
import type { Symptom } from './symptom.ts'

export const l2ForAdaptive: Symptom = {
  code: 'l2-for-adaptive',
  meaning: 'The optimizer is adaptive, and only l2 norms are logged.',
  examine:
    () =>
    ({ run: { optimizer, series } }) =>
      isAdaptive(optimizer) && series.includes('l2') && !series.includes('l1')
        ? `The optimizer ${optimizer} is adaptive, and only l2 norms are logged; for such optimizers the theory asks for l1 norms, the sum of the ` +
          'absolute values of the gradient. Log l1 norms too.'
        : null
}
