import { median } from '../../kernels/order-statistic.ts'
import { percent } from './amounts.ts'
import type { Symptom } from './symptom.ts'

/** Median of the last twentieth over that of all. */
const tailMin = 0.5

/** Where a closed-form schedule of the paper may peak. */
const peakMax = 0.5

/**
 * Norms fall by half or more where a model comes to fit its data: they fall because training converges, and refinement takes that for gradients that have
 * become cheap, and keeps the rate for the end. Of 15 small networks the five whose last norms were below 0.3 of the median all lost by it, 1.6 to 41 times
 * the loss of linear decay; the ten with 0.6 or more all did not (measured with tuned rates and 14 seeds; `docs/advice.md`).
 */
export const collapsedNorms: Symptom = {
  code: 'collapsed-norms',
  meaning:
    'The last 5 % of the filtered norms have a median below half of that of all, or a closed-form schedule of preset paper peaks past 50 %.',
  examine: ({ thinned, median: middle }) => {
    const tail = median(thinned.subarray(thinned.length - Math.max(1, Math.floor(thinned.length / 20)))) / middle
    return ({ peakFraction, options: { preset, method } }) => {
      const isPaper = preset === 'paper' || preset === 'reference'
      const peaksLate = isPaper && method === 'closed-form' && peakFraction > peakMax
      if (tail >= tailMin && !peaksLate) return null
      const seen =
        tail < tailMin
          ? `The last norms are ${percent(tail)} of the median`
          : `The norms are so low in the second half that the schedule peaks at ${percent(peakFraction)} of its steps`
      return (
        `${seen}. Norms fall like this where training converges, which is no reason to hold the rate down before: on small networks preset \`paper\` then lost, by 1.6 to 41 times. ` +
        (isPaper
          ? 'Train with 5 % warm-up and linear decay, or refine with preset `robust`.'
          : 'With losses beside the norms preset `robust` tells convergence from gradients that became less noisy.')
      )
    }
  }
}
