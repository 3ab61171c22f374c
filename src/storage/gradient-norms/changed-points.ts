import { asProgression, type Points, sameValue, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'

/** What points change in a series. */
export interface ChangedPoints {
  /** Those that are new or replace another value, by step. */
  readonly points: Points
  readonly fresh: number
  readonly replaced: number
  /** By how much more points are not finite. */
  readonly nonFinite: number
}

const finite = (value: number): number => (Number.isFinite(value) ? 0 : 1)

/**
 * Compares points with the current ones at their steps, in one pass over both.
 * @param points by step, increasing
 * @param current of the series, by step, at least from the first of these steps to the last
 * @throws Problem `norm-conflict` where a value is another, and `reject` is wanted
 */
export async function changedPoints(
  name: string,
  points: Points,
  current: AsyncIterable<Points>,
  onConflict: 'replace' | 'reject'
): Promise<ChangedPoints> {
  const count = points.values.length
  let changed: Changed | null = null
  let [at, fresh, replaced, nonFinite] = [0, 0, 0, 0]
  const take = (value: number) => {
    nonFinite += finite(value)
    changed?.add(stepAt(points.steps, at), value)
    at++
  }
  const skip = () => {
    // The first point that is stored already: from here on those that are not are gathered.
    changed ??= new Changed(points, at)
    at++
  }
  for await (const piece of current) {
    for (let i = 0; i < piece.values.length && at < count; i++) {
      const step = stepAt(piece.steps, i)
      while (at < count && stepAt(points.steps, at) < step) {
        fresh++
        take(points.values[at]!)
      }
      if (at === count || stepAt(points.steps, at) !== step) continue
      const stored = piece.values[i]!
      const value = points.values[at]!
      if (sameValue(stored, value)) skip()
      else if (onConflict === 'reject') {
        throw new Problem('norm-conflict', `Step ${step} of ${name} is stored with the value ${stored}; the file has ${value}.`)
      } else {
        replaced++
        nonFinite -= finite(stored)
        take(value)
      }
    }
    if (at === count) break
  }
  while (at < count) {
    fresh++
    take(points.values[at]!)
  }
  return { points: (changed as Changed | null)?.finish() ?? points, fresh, replaced, nonFinite }
}

/** Points one by one, beginning with the first of others. */
class Changed {
  #steps: Float64Array
  #values: Float64Array
  #count = 0

  constructor({ steps, values }: Points, taken: number) {
    this.#steps = new Float64Array(Math.max(1024, taken))
    this.#values = new Float64Array(this.#steps.length)
    for (let i = 0; i < taken; i++) this.add(stepAt(steps, i), values[i]!)
  }

  add(step: number, value: number): void {
    if (this.#count === this.#steps.length) {
      this.#steps = grown(this.#steps)
      this.#values = grown(this.#values)
    }
    this.#steps[this.#count] = step
    this.#values[this.#count++] = value
  }

  finish(): Points {
    return {
      steps: asProgression(this.#steps.subarray(0, this.#count), this.#count),
      values: this.#values.subarray(0, this.#count)
    }
  }
}

function grown(array: Float64Array): Float64Array {
  const longer = new Float64Array(2 * array.length)
  longer.set(array)
  return longer
}
