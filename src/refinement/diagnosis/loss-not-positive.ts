import { isOftenNotPositive } from '../usable-losses.ts'
import type { Symptom } from './symptom.ts'

/** A loss below 0 is a log-likelihood of densities, or has a term that may be negative: its ratios say nothing of convergence. */
export const lossNotPositive: Symptom = {
  code: 'loss-not-positive',
  meaning: 'Over a tenth of the losses are 0 or below, so the losses were left out.',
  examine:
    () =>
    ({ losses }) =>
      isOftenNotPositive(losses)
        ? `${losses.notPositive} of ${losses.used + losses.notPositive} finite losses are 0 or below, so the losses were left out. Log a loss ` +
          'that is 0 at best, such as a cross-entropy.'
        : null
}
