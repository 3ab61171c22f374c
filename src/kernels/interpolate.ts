import { inParts } from './in-parts.ts'

/**
 * Interpolates equally spaced values linearly to another number of equally spaced positions; keeps the first and the last.
 * @param values finite, shape `[n]`, n ≥ 1
 * @param out    shape `[m]`, not the memory of `values`; for m = 1 the first value
 */
export function interpolateEven(values: Float64Array, out: Float64Array): Float64Array {
  const n = values.length
  const m = out.length
  if (n === 1) return out.fill(values[0]!)
  inParts(m - 1, (from, to) => interpolateIn(values, out, from, to))
  out[m - 1] = values[m === 1 ? 0 : n - 1]!
  return out
}

function interpolateIn(values: Float64Array, out: Float64Array, from: number, to: number): void {
  const intervals = values.length - 1
  const intervalsOut = out.length - 1
  for (let j = from; j < to; j++) {
    const position = (j * intervals) / intervalsOut
    const left = Math.min(Math.floor(position), intervals - 1)
    const a = values[left]!
    out[j] = a + (values[left + 1]! - a) * (position - left)
  }
}

/**
 * Interpolates values at uneven positions linearly to equally spaced ones from the first position to the last, both kept.
 * @param positions strictly increasing, shape `[n]`, n ≥ 2
 * @param values    finite, shape `[n]`
 * @param out       shape `[m]`, m ≥ 2
 */
export function interpolateUneven(positions: Float64Array, values: Float64Array, out: Float64Array): Float64Array {
  const n = positions.length
  const m = out.length
  const first = positions[0]!
  const extent = positions[n - 1]! - first
  let left = 0
  for (let j = 0; j < m - 1; j++) {
    // Multiply first: whole-number positions are then exact.
    const position = first + (j * extent) / (m - 1)
    while (left < n - 2 && positions[left + 1]! <= position) left++
    const start = positions[left]!
    const a = values[left]!
    out[j] = a + (values[left + 1]! - a) * ((position - start) / (positions[left + 1]! - start))
  }
  out[m - 1] = values[n - 1]!
  return out
}
