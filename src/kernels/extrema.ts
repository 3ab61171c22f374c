/** The smallest and the largest value; +Infinity and −Infinity of none. Values are not NaN. */
export function extrema(values: Float64Array): [smallest: number, largest: number] {
  let smallest = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < smallest) smallest = value
    if (value > largest) largest = value
  }
  return [smallest, largest]
}

/** How many values share the largest. */
export function countLargest(values: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < largest) continue
    count = value === largest ? count + 1 : 1
    largest = value
  }
  return count
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
