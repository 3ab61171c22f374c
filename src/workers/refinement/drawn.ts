/** Values at some of their steps, in order, as a chart draws them. Both have shape `[n]`. */
export interface Drawn {
  readonly steps: Float64Array
  readonly values: Float64Array
}

/**
 * Takes at most so many values, equally spaced, the first and the last among them.
 * @param values at equally spaced steps, shape `[n]`, n ≥ 1
 * @param first  the step of the first value  @param last that of the last
 * @param also   an index that is taken as well
 */
export function drawnOf(
  values: Float64Array,
  { first, last, max, also }: { first: number; last: number; max: number; also?: number }
): Drawn {
  const end = values.length - 1
  const count = Math.min(values.length, max)
  const indices = Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * end) / (count - 1))))
  if (also !== undefined && !indices.includes(also)) {
    indices.push(also)
    indices.sort((a, b) => a - b)
  }
  const perIndex = end === 0 ? 0 : (last - first) / end
  return {
    steps: Float64Array.from(indices, (index) => first + index * perIndex),
    values: Float64Array.from(indices, (index) => values[index]!)
  }
}
