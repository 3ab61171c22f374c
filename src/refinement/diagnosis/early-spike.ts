import { median } from '../../kernels/order-statistic.ts'
import { times } from './amounts.ts'
import type { Symptom } from './symptom.ts'

export const earlySpike: Symptom = {
  code: 'early-spike',
  meaning: 'The first norm is more than 5 times the median of the first tenth, so that the schedule starts low.',
  examine: ({ thinned }) => {
    const firstTenth = median(thinned.subarray(0, Math.ceil(thinned.length / 10)))
    return ({ log: { first } }) =>
      first > 5 * firstTenth
        ? `The first point is ${times(first / firstTenth)} times the filtered median of the first tenth, and the left edge of the filter repeats ` +
          'it, so that the schedule starts low. Drop the first points with `trim.start` to see without it.'
        : null
  }
}
