import { inParts } from '../kernels/in-parts.ts'
import { middlePair } from '../kernels/order-statistic.ts'

/** The standard deviation of a normal distribution over its median absolute deviation. */
const deviationPerMad = 1.4826

/** √(π/2): the standard error of a median over that of a mean. */
const medianPerMean = 1.2533

/** Keeps ratios of points near the limits of float64 finite and above 0. */
const ratioMax = 1e300

/**
 * Standard error of ln x̃, the logarithm of a median over a window, from the scatter of the points around it:
 *
 *     ε = 1.2533 · 1.4826 · MAD(ln x − ln x̃)/√width
 *
 * The logarithm keeps the order, so the medians are taken of x/x̃, and only theirs has to be computed.
 * @param points   x > 0, shape `[n]`
 * @param filtered x̃ > 0, shape `[n]`
 * @param width    of the window, in points
 * @param scratch  shape `[n]`, overwritten
 */
export function errorOfMedian(points: Float64Array, filtered: Float64Array, width: number, scratch: Float64Array): number {
  inParts(points.length, (from, to) => divide(points, filtered, scratch, from, to))
  const centre = geometricMean(middlePair(scratch))
  inParts(points.length, (from, to) => distances(scratch, centre, from, to))
  const [lower, upper] = middlePair(scratch)
  const mad = (Math.log(lower) + Math.log(upper)) / 2
  return (medianPerMean * deviationPerMad * mad) / Math.sqrt(width)
}

function divide(points: Float64Array, filtered: Float64Array, out: Float64Array, from: number, to: number): void {
  for (let t = from; t < to; t++) {
    const ratio = points[t]! / filtered[t]!
    out[t] = ratio > ratioMax ? ratioMax : ratio < 1 / ratioMax ? 1 / ratioMax : ratio
  }
}

/** Overwrites a ratio with the factor, at least 1, between it and the centre. */
function distances(ratios: Float64Array, centre: number, from: number, to: number): void {
  for (let t = from; t < to; t++) {
    const ratio = ratios[t]! / centre
    ratios[t] = ratio < 1 ? 1 / ratio : ratio
  }
}

const geometricMean = ([one, other]: readonly [number, number]): number =>
  one === other ? one : Math.exp((Math.log(one) + Math.log(other)) / 2)
