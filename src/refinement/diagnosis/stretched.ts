import { times } from './amounts.ts'
import type { Symptom } from './symptom.ts'

/** Steps of the schedule over those that the log extends over. */
const stretchMax = 2

/**
 * Norms of a short run are stretched over a long one. With more steps training goes further, and norms take another course; of ten logistic problems a log
 * of a tenth of the steps gave 2.3 times linear decay's loss with SGD, where a log of the whole run gave half of it (`docs/advice.md`).
 */
export const stretched: Symptom = {
  code: 'stretched',
  meaning: 'The schedule has more than twice the steps that the norms extend over.',
  examine:
    () =>
    ({ extent, options: { steps } }) =>
      steps > stretchMax * extent
        ? `The norms extend over ${extent} steps, and the schedule has ${steps}: they are stretched ${times(steps / extent)} times, as if the long run went the way of ` +
          'the short one. Refine the norms of a run of the length that is meant, once there is one.'
        : null
}
