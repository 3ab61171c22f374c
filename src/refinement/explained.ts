import { type Static, Type } from 'typebox'
import { extrema } from '../kernels/extrema.ts'

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
  const start = Math.min(n - 1, Math.floor(startFraction * n))
  const all = { count: 0, meanX: 0, meanY: 0, squares: 0, products: 0 }
  const [x, y] = [new Float64Array(Math.min(n, partLength)), new Float64Array(Math.min(n, partLength))]
  for (let from = start; from < n; from += partLength) {
    const to = Math.min(n, from + partLength)
    add(x.subarray(0, to - from), y.subarray(0, to - from), losses, norms, from, all)
  }
  // Of equal losses rounding leaves a little.
  if (!(all.squares > 1e-24 * all.count)) return null
  const [smallest, largest] = extrema(norms.subarray(start))
  return { slope: all.products / all.squares, range: Math.log(largest) - Math.log(smallest) }
}

/** Values per part, whose logarithms are taken once. */
const partLength = 4096

/** How many logarithms there are, their means, and their squares and products around these. */
interface Moments {
  count: number
  meanX: number
  meanY: number
  squares: number
  products: number
}

/** Adds a part to those before. @see Chan, Golub, LeVeque, Updating Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979 */
function add(x: Float64Array, y: Float64Array, losses: Float64Array, norms: Float64Array, from: number, all: Moments): void {
  const count = x.length
  const meanX = logarithms(losses, from, x) / count
  const meanY = logarithms(norms, from, y) / count
  let [squares, products] = [0, 0]
  for (let i = 0; i < count; i++) {
    const away = x[i]! - meanX
    squares += away * away
    products += away * (y[i]! - meanY)
  }
  const [byX, byY] = [meanX - all.meanX, meanY - all.meanY]
  const share = count / (all.count + count)
  all.squares += squares + byX * byX * all.count * share
  all.products += products + byX * byY * all.count * share
  all.meanX += byX * share
  all.meanY += byY * share
  all.count += count
}

/** @returns their sum */
function logarithms(values: Float64Array, from: number, out: Float64Array): number {
  let sum = 0
  for (let i = 0; i < out.length; i++) {
    const log = Math.log(values[from + i]!)
    out[i] = log
    sum += log
  }
  return sum
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
