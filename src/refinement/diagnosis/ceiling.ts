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
  /** The smallest norm, the largest, and how many are at it: from the fourth number on, until one is beyond the fifth. */
  readonly #found = Float64Array.of(Number.POSITIVE_INFINITY, 0, 0, 0, 0)

  /** Takes the next norms. Those that are not finite are left out. */
  add(values: Float64Array): this {
    inParts(values.length, (from, to) => {
      this.#points += addPart(this.#found, values, from, to)
    })
    return this
  }

  finish(): Ceiling {
    const [smallest, largest, atLargest] = this.#found as unknown as [number, number, number]
    return { points: this.#points, largest, atLargest, areEqual: smallest === largest }
  }
}

/** @returns how many norms are finite */
function addPart(found: Float64Array, values: Float64Array, from: number, to: number): number {
  let smallest = found[0]!
  let largest = found[1]!
  let atLargest = found[2]!
  let bound = found[3]!
  let above = found[4]!
  let points = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    // NaN is not below Infinity either.
    if (!(value < Number.POSITIVE_INFINITY)) continue
    points++
    if (value < smallest) smallest = value
    if (value < bound) continue
    if (value > above) {
      const tolerance = value * toleranceAt(value)
      atLargest = 0
      bound = value - tolerance
      above = value + tolerance
    }
    if (value > largest) largest = value
    atLargest++
  }
  found.set([smallest, largest, atLargest, bound, above])
  return points
}

/** So many points of a longer log tell whether half a percent of it is at a ceiling; a clip has at least two percent. */
const sampled = 8191
const shareMin = 0.005

/**
 * The ceiling of norms that are there as a whole. Of long logs that show none in a sample, it is that of the sample, with all their points: no clip is
 * missed, as one has a fiftieth of the points at least.
 */
export function ceilingOf(values: Float64Array): Ceiling {
  if (values.length > 8 * sampled) {
    const few = new Float64Array(sampled)
    for (let i = 0; i < sampled; i++) few[i] = values[Math.floor((i * values.length) / sampled)]!
    const ceiling = new CeilingReader().add(few).finish()
    if (ceiling.points > 0 && ceiling.atLargest < shareMin * ceiling.points) return { ...ceiling, points: values.length }
  }
  return new CeilingReader().add(values).finish()
}

/** Whether the largest of the norms is the clip, to a hair. */
export const endsAt = ({ largest }: Ceiling, clip: number): boolean => Math.abs(largest - clip) <= 2 * toleranceAt(clip) * clip
