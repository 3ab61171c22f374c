/**
 * Linear interpolation of equally spaced values onto another number of equally spaced positions; the first and the last stay.
 * @param values finite, shape `[n]`, n ≥ 1
 * @param out    shape `[m]`, not the memory of `values`; m = 1 gets the first value
 */
export function interpolateEven(values: Float64Array, out: Float64Array): Float64Array {
  const n = values.length
  const m = out.length
  for (let j = 0; j < m - 1; j++) {
    const position = (j * (n - 1)) / (m - 1)
    const left = Math.min(Math.floor(position), n - 2)
    const a = values[left] as number
    out[j] = n === 1 ? (values[0] as number) : a + ((values[left + 1] as number) - a) * (position - left)
  }
  out[m - 1] = values[m === 1 ? 0 : n - 1] as number
  return out
}

/**
 * Linear interpolation of values at uneven positions onto equally spaced ones, from the first position to the last, both kept.
 * @param positions strictly increasing, shape `[n]`, n ≥ 2
 * @param values    finite, shape `[n]`
 * @param out       shape `[m]`, m ≥ 2
 */
export function interpolateUneven(positions: Float64Array, values: Float64Array, out: Float64Array): Float64Array {
  const n = positions.length
  const m = out.length
  const first = positions[0] as number
  const extent = (positions[n - 1] as number) - first
  let left = 0
  for (let j = 0; j < m - 1; j++) {
    // Multiplied first: so a position that is a whole number is met exactly.
    const position = first + (j * extent) / (m - 1)
    while (left < n - 2 && (positions[left + 1] as number) <= position) left++
    const start = positions[left] as number
    const a = values[left] as number
    out[j] = a + ((values[left + 1] as number) - a) * ((position - start) / ((positions[left + 1] as number) - start))
  }
  out[m - 1] = values[n - 1] as number
  return out
}
