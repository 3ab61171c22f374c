import { wsd } from '../wsd.ts'
import type { Fitter, Nearest } from './fitter.ts'
import { wholeMinimum } from './minimum.ts'
import { type Curve, countBefore, squaredError } from './sampled-curve.ts'
import { places, placesAround } from './search-places.ts'

const shapes = ['linear', 'one-minus-sqrt'] as const
type CooldownShape = (typeof shapes)[number]

/** The fraction c with ⌊c·n⌋ = N: N/n, adjusted for rounding. N = n − 1 gives 1. */
export function fractionOf(N: number, n: number): number {
  if (N >= n - 1 && n > 1) return 1
  const fraction = N / n
  return Math.floor(fraction * n) === N ? fraction : (N + 0.5) / n
}

/** Finds the best `final` f of a cooldown of N steps by linear least squares in 1 − f. */
function finalOf({ n, steps, values }: Curve, N: number, shape: CooldownShape, from: number): number {
  let above = 0
  let below = 0
  for (let i = from; i < steps.length; i++) {
    const p = (steps[i]! - (n - N) + 1) / N
    const drop = shape === 'linear' ? p : Math.sqrt(p)
    above += (1 - values[i]!) * drop
    below += drop * drop
  }
  return below === 0 ? 0 : Math.min(1, Math.max(0, 1 - above / below))
}

function nearest(curve: Curve, shape: CooldownShape, near: unknown, gap: number): Nearest {
  const { n } = curve
  const parametersOf = (N: number) => ({
    cooldown: fractionOf(N, n),
    shape,
    final: finalOf(curve, N, shape, countBefore(curve, n - N))
  })
  const errorOf = (N: number) => squaredError(curve, wsd.multiplier(n, parametersOf(N)))
  const tried = typeof near === 'number' ? placesAround(Math.min(n - 1, Math.floor(near * n)), curve) : places(n - 1, 33)
  const { at, value } = wholeMinimum(errorOf, tried, gap)
  return { parameters: parametersOf(at), error: value }
}

export const fitWsd: Fitter = (curve, near, gap = 1) =>
  shapes
    .filter((shape) => near === undefined || near.shape === shape)
    .map((shape) => nearest(curve, shape, near?.cooldown, gap))
    .reduce((a, b) => (b.error < a.error ? b : a))
