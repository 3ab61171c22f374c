import { median } from '../../kernels/order-statistic.ts'
import { times } from './amounts.ts'
import type { Symptom } from './symptom.ts'
import { thinned } from './thinned.ts'

/** Median of so many losses in a row over the first loss, and over the median of all. */
const width = 5
const riseMin = 4

/** Share of the log that is looked at: a rate that is too high shows where it is first reached; what throws training later is something else. */
const startShare = 0.2
/** Of long starts so many places are looked at, and all of the first points. */
const placesMax = 4096
const firstPoints = 4096

/**
 * A rate that is too high throws training far above where it began. What follows is the way back: the norms fall with it over much of the run, faster than a loss
 * that has a floor, and no level that follows the loss explains that. Measured on 62 logs of four times the best rate: of the 14 with such a rise preset robust
 * was never ahead of linear decay, and 2.6 times behind in one; of 86 logs of the best rate two had it.
 */
export const overshoot: Symptom = {
  code: 'overshoot',
  meaning: 'In the first fifth the loss rises to over four times its start and its median: the peak learning rate was too high.',
  examine: ({ rawLosses, losses }) => {
    const rise =
      rawLosses === null || losses === null
        ? 1
        : highest(rawLosses.subarray(0, Math.ceil(startShare * rawLosses.length))) / Math.max(rawLosses[0]!, median(thinned(losses)))
    return () =>
      rise < riseMin
        ? null
        : `The loss rises to ${times(rise)} times its start or its median, whichever is larger: the peak learning rate was too high, and the norms show how training came back. ` +
          'Log a run with a lower peak, and refine that.'
  }
}

/** The largest median of five in a row. */
function highest(values: Float64Array): number {
  const places = values.length - width + 1
  const stride = Math.ceil(places / placesMax)
  let most = 0
  for (let at = 0; at < places; at += at < firstPoints ? 1 : stride) {
    // Three of five at or above a value have their median there.
    let above = 0
    for (let i = at; i < at + width; i++) if (values[i]! > most) above++
    if (above > width >> 1) most = values.slice(at, at + width).sort()[width >> 1]!
  }
  return most
}
