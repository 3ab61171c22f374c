import { type Points, type Steps, stepAt } from '../domain/gradient-norm.ts'
import { inParts } from '../kernels/in-parts.ts'

/**
 * Interpolates a series linearly to other steps; before its first point and after its last, takes the nearest.
 * @param points finite, at least one
 * @param steps  where the values are wanted, increasing; steps may be fractions
 * @returns shape `[n]`; the memory of the points where these are their steps already: not to be changed
 */
export function overGrid({ steps: logged, values }: Points, steps: Steps, n: number): Float64Array {
  if (n === values.length && haveSameSteps(logged, steps, n)) return values
  const out = new Float64Array(n)
  let left = 0
  inParts(n, (from, to) => {
    left = interpolate({ steps: logged, values }, steps, out, left, from, to)
  })
  return out
}

/** @param left index of the last point at or before the steps @returns the same for the steps that follow */
function interpolate({ steps: logged, values }: Points, steps: Steps, out: Float64Array, left: number, from: number, to: number): number {
  const last = values.length - 1
  for (let i = from; i < to; i++) {
    const step = stepAt(steps, i)
    while (left < last && stepAt(logged, left + 1) <= step) left++
    const start = stepAt(logged, left)
    const a = values[left]!
    out[i] = step <= start || left === last ? a : a + (values[left + 1]! - a) * ((step - start) / (stepAt(logged, left + 1) - start))
  }
  return left
}

function haveSameSteps(one: Steps, other: Steps, n: number): boolean {
  if (one === other) return true
  if (stepAt(one, 0) !== stepAt(other, 0) || stepAt(one, n - 1) !== stepAt(other, n - 1)) return false
  // Two progressions with the same ends are the same.
  if (!(one instanceof Float64Array) && !(other instanceof Float64Array)) return true
  for (let i = 1; i < n - 1; i++) if (stepAt(one, i) !== stepAt(other, i)) return false
  return true
}
