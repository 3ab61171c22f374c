import type { Bound } from './ask.ts'

/** Multipliers that differ by less are the same to a trainer. */
const apart = 0.02

/** Whether two schedules are one shape. Curves are asked for at the same even steps; what one has besides, as its peak, is left out. */
export function isSameShape(one: Bound, other: Bound): boolean {
  const known = new Map(other.steps.map((step, i) => [step, other.multipliers[i] as number]))
  let shared = 0
  for (const [i, step] of one.steps.entries()) {
    const value = known.get(step)
    if (value === undefined) continue
    shared++
    if (Math.abs(value - (one.multipliers[i] as number)) > apart) return false
  }
  return shared > 1
}
