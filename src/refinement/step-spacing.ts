import { type Points, type Steps, stepAt } from '../domain/gradient-norm.ts'
import { lowerMedian } from '../kernels/order-statistic.ts'

/** Differences below this are counted in a table. */
const tableSize = 65_536

/** The lower median of the differences of successive steps, in steps; 1 for a single point. */
export function stepSpacing(steps: Steps, count: number): number {
  if (!(steps instanceof Float64Array)) return steps.stride
  if (count < 2) return 1
  // Most differences are nearly always small, so count them in a table.
  const table = new Uint32Array(tableSize)
  for (let i = 1; i < count; i++) {
    const difference = steps[i]! - steps[i - 1]!
    if (difference < tableSize) table[difference]!++
  }
  let before = (count - 2) >> 1
  for (let difference = 1; difference < tableSize; difference++) {
    before -= table[difference]!
    if (before < 0) return difference
  }
  const differences = new Float64Array(count - 1)
  for (let i = 1; i < count; i++) differences[i - 1] = steps[i]! - steps[i - 1]!
  return lowerMedian(differences)
}

/** How many steps the points span: last − first + spacing; 0 without points. The default of `steps`. */
export function loggedExtent({ steps, values }: Points): number {
  const count = values.length
  if (count === 0) return 0
  return stepAt(steps, count - 1) - stepAt(steps, 0) + stepSpacing(steps, count)
}
