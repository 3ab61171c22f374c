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

/**
 * How many steps the points span: last − first + spacing; 0 without points. The default of `steps`.
 *
 * A trainer that logs every s-th step may log its last step too, sooner than s steps after the one before. Such a log ends there, so what
 * is added is only what came before the first point: s steps where that is step s or s − 1, else 1.
 */
export function loggedExtent({ steps, values }: Points): number {
  const count = values.length
  if (count === 0) return 0
  const spacing = stepSpacing(steps, count)
  const [first, last] = [stepAt(steps, 0), stepAt(steps, count - 1)]
  const endsSooner = count > 2 && last - stepAt(steps, count - 2) < spacing && (last - first) % spacing !== 0
  const isAfterFirst = first === spacing || first === spacing - 1
  return last - first + (endsSooner && !isAfterFirst ? 1 : spacing)
}
