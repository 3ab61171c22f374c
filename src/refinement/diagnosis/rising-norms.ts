import { median } from '../../kernels/order-statistic.ts'
import { amount, times } from './amounts.ts'
import type { RateFacts } from './rate-facts.ts'
import { ownFacts, type Symptom } from './symptom.ts'

/** Median of the last tenth over that of the middle fifth. */
const riseMax = 1.3

/** The slope of ln ĝ on ln γ in the steady state is −½ with Adam and −¼ with SGD; before it, less. Changes from outside have other ones. */
const slopes = [-0.62, -0.15] as const
/** How closely norms follow the rate: the decay did it, not one change on the way. */
const correlationMin = 0.95
/** Rates of a decay that are looked at, as fractions of the largest; below, weights lag behind the rate. */
const decay = [0.05, 0.95] as const
/** How far these must spread for a slope. */
const spreadMin = 3

/**
 * Under weight decay the weights of normalised layers shrink as the rate falls, and their gradients grow as 1/‖w‖. In the steady state ‖w‖² ∝ γ with Adam,
 * whose updates have one size, and ‖w‖⁴ ∝ γ with SGD, so ‖g‖ ∝ γ^(−½) or γ^(−¼): the log has the schedule in it that was run, and refinement reads it back
 * as "decay faster". A linear run is refined to about a square, and that to a cube. AdamC repairs it in the trainer; ‖g‖·‖w‖ does not have it.
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025. arXiv:2506.02285
 */
export const risingNorms: Symptom = {
  code: 'rising-norms',
  meaning:
    'Under weight decay, the median of the last tenth is over 1.3 times that of the middle; or the norm goes with the learning rate to a power near −½.',
  examine: ({ thinned, options }) => {
    const n = thinned.length
    const part = (from: number, to: number) =>
      median(thinned.subarray(Math.floor(from * n), Math.max(Math.floor(from * n) + 1, Math.floor(to * n))))
    const rise = part(0.9, 1) / part(0.4, 0.6)
    return ({ run }) => {
      const each = ownFacts(run)
      // Norms that were multiplied by those of the weights have it no longer; without decay it is something else.
      if (options.scaleBy === 'weight-norm' || each.some(({ weightDecay }) => weightDecay === 0)) return null
      const decays = each.flatMap(({ weightDecay }) => weightDecay ?? [])
      const slopes = each.map(({ rates }) => (rates == null ? null : slopeOf(thinned, rates)))
      const [slope] = slopes
      const follows = slope != null && slopes.every((one) => one !== null)
      if (!follows && !(decays.length === each.length && rise > riseMax)) return null
      const seen = follows
        ? `The norms follow the learning rate to the power ${amount(slope)}`
        : `With weight decay ${between(decays)} the last tenth of the norms is ${times(rise)} times the middle`
      return (
        `${seen}, as where weight decay shrinks normalised layers: the log then says what schedule was run, and refinement decays faster for it, the more often the ` +
        'more. Train with AdamC (decay of these layers times the multiplier), or log weight norms and refine with `scaleBy: "weight-norm"`.'
      )
    }
  }
}

function between(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least === most ? amount(least) : `${amount(least)} to ${amount(most)}`
}

/** The slope of ln ĝ on ln γ over the decay; null where it is not near −½, or there is no decay. */
function slopeOf(norms: Float64Array, { curve }: RateFacts): number | null {
  const largest = curve.reduce<number>((most, rate) => Math.max(most, rate ?? 0), 0)
  const peak = curve.lastIndexOf(largest)
  const points = curve.flatMap((rate, place) => {
    if (rate === null || place < peak || rate < decay[0] * largest || rate > decay[1] * largest) return []
    const norm = norms[Math.round((place / (curve.length - 1)) * (norms.length - 1))]!
    return norm > 0 ? [[Math.log(rate), Math.log(norm)] as const] : []
  })
  if (points.length < 16) return null
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  let [xx, xy, yy] = [0, 0, 0]
  for (const point of points) {
    const [a, b] = [point[0] - x, point[1] - y]
    xx += a * a
    xy += a * b
    yy += b * b
  }
  const rates = points.map(([rate]) => rate)
  if (Math.max(...rates) - Math.min(...rates) < Math.log(spreadMin)) return null
  const slope = xy / xx
  const correlation = Math.abs(xy) / Math.sqrt(xx * yy)
  return slope >= slopes[0] && slope <= slopes[1] && correlation >= correlationMin ? slope : null
}
