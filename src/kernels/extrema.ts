import { inParts } from './in-parts.ts'

/** The smallest and the largest value; +Infinity and −Infinity for no values. Values are not NaN. */
export function extrema(values: Float64Array): [smallest: number, largest: number] {
  const found = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
  inParts(values.length, (from, to) => widen(found, values, from, to))
  return [found[0]!, found[1]!]
}

function widen(found: Float64Array, values: Float64Array, from: number, to: number): void {
  let smallest = found[0]!
  let largest = found[1]!
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (value < smallest) smallest = value
    if (value > largest) largest = value
  }
  found[0] = smallest
  found[1] = largest
}

/** The largest value and how often it occurs; −Infinity and 0 for no values. Values are not NaN. */
export function largestWithCount(values: Float64Array): [largest: number, count: number] {
  const found = Float64Array.of(Number.NEGATIVE_INFINITY, 0)
  inParts(values.length, (from, to) => countLargest(found, values, from, to))
  return [found[0]!, found[1]!]
}

function countLargest(found: Float64Array, values: Float64Array, from: number, to: number): void {
  let largest = found[0]!
  let count = found[1]!
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (value > largest) {
      largest = value
      count = 1
    } else if (value === largest) count++
  }
  found[0] = largest
  found[1] = count
}

/** Counts the values below a bound. */
export function countBelow(values: Float64Array, bound: number): number {
  let count = 0
  inParts(values.length, (from, to) => {
    count += countBelowIn(values, bound, from, to)
  })
  return count
}

function countBelowIn(values: Float64Array, bound: number, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (values[i]! < bound) count++
  return count
}

/** Whether every value is above 0 and finite. */
export function arePositive(values: Float64Array): boolean {
  let result = true
  inParts(values.length, (from, to) => {
    result &&= arePositiveIn(values, from, to)
  })
  return result
}

function arePositiveIn(values: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return false
  }
  return true
}
