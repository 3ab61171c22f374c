import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { lowerBound } from '../../domain/step-index.ts'
import { fillSteps } from './chunk.ts'

const windowPointsMax = 4096

/**
 * All current points of a series from a step on, in memory, so that a trainer's next points, its retries and points that overtake
 * each other need no look into the database.
 */
export interface RecentWindow {
  /** Every current point at this step or later is in the window. */
  readonly floor: number
  find(step: number): number | undefined
  /** The largest step below this one, or undefined where the window does not reach. */
  lastBelow(step: number): number | undefined
  /** Sets points; those below the floor are none of the window's. */
  put(points: Points): void
  /** Takes away the points from a step on, at the floor or beyond, and gives their values. */
  removeFrom(step: number): Float64Array
  /** Forgets everything: from `floor` on there are no current points. */
  clear(floor: number): void
}

export function recentWindow(floor: number): RecentWindow {
  let steps = new Float64Array(64)
  let values = new Float64Array(64)
  let count = 0

  const held = () => steps.subarray(0, count)
  const grow = (needed: number) => {
    if (needed <= steps.length) return
    const capacity = Math.min(2 * windowPointsMax, Math.max(needed, 2 * steps.length))
    const wider = [new Float64Array(capacity), new Float64Array(capacity)] as const
    wider[0].set(held())
    wider[1].set(values.subarray(0, count))
    steps = wider[0]
    values = wider[1]
  }
  const forgetOldest = (keep: number) => {
    const drop = count - keep
    if (drop <= 0) return
    steps.copyWithin(0, drop, count)
    values.copyWithin(0, drop, count)
    count = keep
    floor = steps[0]!
  }
  const append = (points: Points) => {
    const added = points.values.length
    const skip = Math.max(0, added - windowPointsMax)
    if (skip > 0) count = 0
    const tail = skip > 0 ? { steps: tailSteps(points, skip), values: points.values.subarray(skip) } : points
    if (count + tail.values.length > 2 * windowPointsMax) forgetOldest(windowPointsMax)
    grow(count + tail.values.length)
    fillSteps(steps, count, tail.steps, tail.values.length)
    values.set(tail.values, count)
    count += tail.values.length
    if (skip > 0) floor = steps[0]!
  }
  const insert = (step: number, value: number) => {
    const at = lowerBound(held(), step)
    if (steps[at] !== step || at === count) {
      if (count === 2 * windowPointsMax) {
        forgetOldest(windowPointsMax)
        if (step < floor) return
        insert(step, value)
        return
      }
      grow(count + 1)
      steps.copyWithin(at + 1, at, count)
      values.copyWithin(at + 1, at, count)
      steps[at] = step
      count++
    }
    values[at] = value
  }

  return {
    get floor() {
      return floor
    },
    find(step) {
      const at = lowerBound(held(), step)
      return at < count && steps[at] === step ? values[at]! : undefined
    },
    lastBelow(step) {
      const at = lowerBound(held(), step)
      return at > 0 ? steps[at - 1]! : undefined
    },
    put(points) {
      const last = count > 0 ? steps[count - 1]! : floor - 1
      if (stepAt(points.steps, 0) > last) {
        append(points)
        return
      }
      for (let i = 0; i < points.values.length; i++) {
        const step = stepAt(points.steps, i)
        if (step >= floor) insert(step, points.values[i]!)
      }
    },
    removeFrom(step) {
      const at = lowerBound(held(), step)
      const removed = values.slice(at, count)
      count = at
      return removed
    },
    clear(newFloor) {
      count = 0
      floor = newFloor
    }
  }
}

const tailSteps = ({ steps }: Points, skip: number) =>
  steps instanceof Float64Array ? steps.subarray(skip) : { first: stepAt(steps, skip), stride: steps.stride }
