import { lossSpanMax, spansTooMuch } from '../level.ts'
import type { Symptom } from './symptom.ts'

/**
 * Below a ten-thousandth of its largest the loss has vanished, and the norm is rounding; above ten thousand times its smallest the run
 * diverged. On both kinds of log a level that follows the loss put nine tenths of the rate into the wrong twentieth of the steps
 * (docs/decisions.md, "Refinement").
 */
export const lossRange: Symptom = {
  code: 'loss-range',
  meaning: `The smallest filtered loss is at most a ten-thousandth of the largest: the loss vanished, or the run diverged, and explains no norm.`,
  examine: ({ losses }) => {
    const isSeen = losses !== null && spansTooMuch(losses)
    return ({ options: { preset } }) =>
      isSeen
        ? `The losses change by a factor of ${lossSpanMax} or more: the loss vanished, or the run diverged. ` +
          (preset === 'robust'
            ? 'They explain no norm, and the schedule is linear decay after the ramp.'
            : 'Train with 5 % warm-up and linear decay instead.')
        : null
  }
}
