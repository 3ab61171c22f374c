import { extrema } from '../kernels/extrema.ts'
import { inParts } from '../kernels/in-parts.ts'
import { interpolateEven } from '../kernels/interpolate.ts'
import { divideAll } from './closed-form.ts'

/**
 * Stretches a schedule to another number of steps: interpolates linearly with both ends kept, then divides by the largest.
 * @param out shape `[steps]`, receives the multipliers; [1] for one step
 */
export function stretch(multipliers: Float64Array, out: Float64Array): void {
  if (out.length === 1) {
    out[0] = 1
    return
  }
  interpolateEven(multipliers, out)
  const [, largest] = extrema(out)
  divideAll(out, largest, out)
}

/** The first step whose multiplier is the largest. */
export const peakStep = (multipliers: Float64Array): number => multipliers.indexOf(1)

/** Moves multipliers m to f + (1 − f)·m, so that the schedule falls to f. */
export function raiseEnd(multipliers: Float64Array, final: number): void {
  inParts(multipliers.length, (from, to) => {
    for (let j = from; j < to; j++) multipliers[j] = final + (1 - final) * multipliers[j]!
  })
}

/** Raises the multipliers before the peak to at least a floor. */
export function raiseWarmup(multipliers: Float64Array, peak: number, floor: number): void {
  for (let j = 0; j < peak; j++) if (multipliers[j]! < floor) multipliers[j] = floor
}
