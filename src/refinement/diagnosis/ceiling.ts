import { inParts } from '../../kernels/in-parts.ts'

/** How norms pile up at their largest, as norms do that are taken after clipping. In plain numbers, so that it travels. */
export interface Ceiling {
  readonly points: number
  readonly largest: number
  /** Points within a hair of the largest. */
  readonly atLargest: number
  /** Every point is the same number: nothing is known of a ceiling then. */
  readonly areEqual: boolean
}

/**
 * How near the largest norm counts as equal. Clipped norms differ in the last bits of float32; and PyTorch divides by ‖g‖ + 1e-6, which leaves norms
 * of c·(1 − 1e-6/‖g‖): for small clips more than that.
 */
const toleranceAt = (largest: number): number => Math.min(1e-3, Math.max(1e-5, 1e-6 / largest))

/** Finds the ceiling of norms as they are read, in one pass. */
export class CeilingReader {
  #points = 0
  #smallest = Number.POSITIVE_INFINITY
  #largest = 0
  #atLargest = 0
  /** Norms from here on are at the largest; beyond `#above` the largest is another. */
  #from = 0
  #above = 0

  /** Takes the next norms. Those that are not finite are left out. */
  add(values: Float64Array): this {
    inParts(values.length, (from, to) => this.#addPart(values, from, to))
    return this
  }

  #addPart(values: Float64Array, from: number, to: number): void {
    let [smallest, largest, at, bound, above] = [this.#smallest, this.#largest, this.#atLargest, this.#from, this.#above]
    for (let i = from; i < to; i++) {
      const value = values[i]!
      // value − value is NaN for NaN and ±Infinity.
      if (value - value !== 0) continue
      this.#points++
      if (value < smallest) smallest = value
      if (value < bound) continue
      if (value > above) {
        const tolerance = value * toleranceAt(value)
        at = 0
        bound = value - tolerance
        above = value + tolerance
      }
      if (value > largest) largest = value
      at++
    }
    this.#smallest = smallest
    this.#largest = largest
    this.#atLargest = at
    this.#from = bound
    this.#above = above
  }

  finish(): Ceiling {
    const [points, largest] = [this.#points, this.#largest]
    return { points, largest, atLargest: this.#atLargest, areEqual: this.#smallest === largest }
  }
}

export const ceilingOf = (values: Float64Array): Ceiling => new CeilingReader().add(values).finish()

/** All together, as of the logs of several runs, each with a ceiling of its own. */
export const together = (ceilings: readonly Ceiling[]): Ceiling =>
  ceilings.reduce((a, b) => ({
    points: a.points + b.points,
    largest: Math.max(a.largest, b.largest),
    atLargest: a.atLargest + b.atLargest,
    areEqual: a.areEqual && b.areEqual
  }))

/** Whether the largest of the norms is the clip, to a hair. */
export const endsAt = ({ largest }: Ceiling, clip: number): boolean => Math.abs(largest - clip) <= 2 * toleranceAt(clip) * clip
