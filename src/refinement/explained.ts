import { type Static, Type } from 'typebox'

/** How far the loss explains the norm. */
export const Explained = Type.Object(
  {
    slope: Type.Number({
      description: 'Slope of the least-squares line of ln ĝ on ln loss: between 0 and 1 where norms fall because training converges.'
    }),
    range: Type.Number({ minimum: 0, description: 'ln of the largest filtered norm over the smallest.' })
  },
  {
    additionalProperties: false,
    description: 'How far the losses explain the norms: both median-filtered, after the first 5 % of the log. Null without losses.'
  }
)
export type Explained = Static<typeof Explained>

/** Part of the log that is left out: its start, where norm and loss fall fast whatever the noise does. */
const startFraction = 0.05

/**
 * Finds slope and range of the filtered norms against the filtered losses.
 * @param norms  > 0, shape `[n]`
 * @param losses > 0, shape `[n]`
 * @returns null where the losses are all the same: no line is then the best
 */
export function explained(norms: Float64Array, losses: Float64Array): Explained | null {
  const n = norms.length
  const from = Math.min(n - 1, Math.floor(startFraction * n))
  const count = n - from
  let [sumX, sumY] = [0, 0]
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0]
  for (let t = from; t < n; t++) {
    sumX += Math.log(losses[t]!)
    sumY += Math.log(norms[t]!)
    if (norms[t]! < smallest) smallest = norms[t]!
    if (norms[t]! > largest) largest = norms[t]!
  }
  const [meanX, meanY] = [sumX / count, sumY / count]
  let [squares, products] = [0, 0]
  for (let t = from; t < n; t++) {
    const x = Math.log(losses[t]!) - meanX
    squares += x * x
    products += x * (Math.log(norms[t]!) - meanY)
  }
  // Of equal losses rounding leaves a little.
  if (!(squares > 1e-24 * count)) return null
  return { slope: products / squares, range: Math.log(largest) - Math.log(smallest) }
}

/** Slopes of convergence: the noise falls like the loss, or slower. */
const convergingSlopes = [0, 1.25] as const
/** Norms that change by less than half say nothing either way. */
export const rangeMin = 0.4

/**
 * Whether norms change for another reason than convergence, as where the batch grows or the data change. Of 74 trainings of which this is true preset paper
 * won 50 against 5 % warm-up and linear decay, and lost 7 (`docs/advice.md`).
 */
export const isFromOutside = ({ slope, range }: Explained): boolean =>
  (slope < convergingSlopes[0] || slope > convergingSlopes[1]) && range > rangeMin
