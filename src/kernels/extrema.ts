/** The smallest value; +Infinity of none. Values are not NaN. */
export function smallest(values: Float64Array): number {
  let found = Number.POSITIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < found) found = value
  }
  return found
}

/** The largest value; −Infinity of none. Values are not NaN. */
export function largest(values: Float64Array): number {
  let found = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value > found) found = value
  }
  return found
}

/** How many values are below a bound. */
export function countBelow(values: Float64Array, bound: number): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < bound) count++
  return count
}

/** Whether every value is above 0 and finite. */
export function arePositive(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return false
  }
  return true
}
