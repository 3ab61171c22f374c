import { decayTo } from '../parts/decay-to.ts'
import type { Fitter } from './fitter.ts'
import { brent, minimum } from './minimum.ts'
import { type Curve, squaredError } from './sampled-curve.ts'

/** The shape b of a rule f + (1 − f)·b(p), p = j/(n − 1): falls from 1 to 0. */
type Shape = (p: number) => number

const linearShape: Shape = (p) => 1 - p
const cosineShape: Shape = (p) => 0.5 * (1 + Math.cos(Math.PI * p))
const powerShape =
  (power: number): Shape =>
  (p) =>
    (1 - p) ** power

const multiplierOf =
  ({ n }: Curve, shape: Shape, final: number) =>
  (step: number) =>
    n === 1 ? 1 : decayTo(final, shape(step / (n - 1)))

/** Finds the best `final` f by linear least squares: m − b ≈ f(1 − b). */
export function bestFinal({ n, steps, values }: Curve, shape: Shape): number {
  let above = 0
  let below = 0
  for (let i = 0; i < steps.length; i++) {
    const b = n === 1 ? 1 : shape(steps[i]! / (n - 1))
    above += (values[i]! - b) * (1 - b)
    below += (1 - b) * (1 - b)
  }
  return below === 0 ? 0 : Math.min(1, Math.max(0, above / below))
}

const withFinal =
  (shape: Shape): Fitter =>
  (curve) => {
    const final = bestFinal(curve, shape)
    return { parameters: { final }, error: squaredError(curve, multiplierOf(curve, shape, final)) }
  }

export const fitLinear = withFinal(linearShape)
export const fitCosine = withFinal(cosineShape)

/** Largest |log power| that is tried: beyond it the curve is a step. */
const logPowerMax = Math.log(100)
/** Half width of the search around the result of a coarser curve. */
const logPowerNear = 0.05
/** Precision of the logarithms, in the last round and before. */
const precisionOf = (gap: number): number => (gap === 1 ? 1e-10 : 1e-4)

function fitPower(curve: Curve, errorOf: (power: number) => number, near: unknown, gap: number): { power: number; error: number } {
  const f = (log: number) => errorOf(Math.exp(log))
  const around = typeof near === 'number' ? Math.log(near) : null
  const { at, value } =
    around === null
      ? minimum(f, -logPowerMax, logPowerMax, 13, precisionOf(gap))
      : brent(f, Math.max(-logPowerMax, around - logPowerNear), Math.min(logPowerMax, around + logPowerNear), precisionOf(gap))
  // Prefer a power with few digits, such as 1.
  const power = Math.exp(at)
  const plain = Math.round(power * 1e8) / 1e8
  const plainError = plain > 0 ? errorOf(plain) : Number.POSITIVE_INFINITY
  return plainError <= value + 1e-15 * curve.values.length ? { power: plain, error: plainError } : { power, error: value }
}

export const fitPolynomial: Fitter = (curve, near, gap = 1) => {
  const errorOf = (power: number) => {
    const shape = powerShape(power)
    return squaredError(curve, multiplierOf(curve, shape, bestFinal(curve, shape)))
  }
  const { power, error } = fitPower(curve, errorOf, near?.power, gap)
  return { parameters: { power, final: bestFinal(curve, powerShape(power)) }, error }
}

/** Polynomial decay to 0. */
export const fitPolynomialToZero: Fitter = (curve, near, gap = 1) => {
  const errorOf = (power: number) => squaredError(curve, multiplierOf(curve, powerShape(power), 0))
  const { power, error } = fitPower(curve, errorOf, near?.power, gap)
  return { parameters: { power, final: 0 }, error }
}

/** Logarithm of the lowest `final` that is tried for exponential decay. */
const logFinalMin = Math.log(1e-12)

export const fitExponential: Fitter = (curve, near, gap = 1) => {
  const { n } = curve
  const f = (log: number) => squaredError(curve, (step) => (n === 1 ? 1 : Math.exp((log * step) / (n - 1))))
  const around = typeof near?.final === 'number' ? Math.log(near.final) : null
  const { at, value } =
    around === null
      ? minimum(f, logFinalMin, 0, 25, precisionOf(gap))
      : brent(f, Math.max(logFinalMin, around - 0.1), Math.min(0, around + 0.1), precisionOf(gap))
  return { parameters: { final: Math.exp(at) }, error: value }
}
