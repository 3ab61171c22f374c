import { floorOfPart } from '../../domain/parts-of-steps.ts'
import { type CooldownShape, cooldownShapes, leftOf } from '../parts/cooldown-shapes.ts'
import { wsd } from '../wsd.ts'
import type { Fitter, Nearest } from './fitter.ts'
import { wholeMinimum } from './minimum.ts'
import { type Curve, countBefore, squaredError } from './sampled-curve.ts'
import { places, placesAround } from './search-places.ts'

/** The fraction c with ⌊c·n⌋ = N: N/n. N = n − 1 gives 1. */
export const fractionOf = (N: number, n: number): number => (N >= n - 1 && n > 1 ? 1 : N / n)

/** Finds the best `final` f of a cooldown of N steps by linear least squares in 1 − f. */
function finalOf({ n, steps, values }: Curve, N: number, shape: CooldownShape, from: number): number {
  let above = 0
  let below = 0
  for (let i = from; i < steps.length; i++) {
    const p = (steps[i]! - (n - N) + 1) / N
    const drop = 1 - leftOf(shape, p)
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
  const tried = typeof near === 'number' ? placesAround(Math.min(n - 1, floorOfPart(near, n)), curve) : places(n - 1, 33)
  const { at, value } = wholeMinimum(errorOf, tried, gap)
  return { parameters: parametersOf(at), error: value }
}

export const fitWsd: Fitter = (curve, near, gap = 1) =>
  cooldownShapes
    .filter((shape) => near === undefined || near.shape === shape)
    .map((shape) => nearest(curve, shape, near?.cooldown, gap))
    .reduce((a, b) => (b.error < a.error ? b : a))
