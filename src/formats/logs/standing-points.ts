import type { PointStore, Stretch } from './point-store.ts'

interface Placed extends Stretch {
  /** How many points stand before it. */
  readonly before: number
}

/** The points of a store that stand, in the order of their steps: stretches of it, one behind the other. */
export class StandingPoints {
  readonly #store: PointStore
  #stretches: Placed[] = []
  #count = 0

  constructor(store: PointStore) {
    this.#store = store
  }

  get count(): number {
    return this.#count
  }

  get stretches(): readonly Stretch[] {
    return this.#stretches
  }

  /** Where the point lies in the store that stands at a place. */
  indexAt(place: number): number {
    const { start, before } = this.#stretches[first(this.#stretches.length, (i) => endOf(this.#stretches[i]!) > place)]!
    return start + place - before
  }

  /** The first place whose step is at least this one; the count where there is none. */
  lowerBound(step: number): number {
    const found = first(this.#stretches.length, (i) => this.#store.stepAt(this.#stretches[i]!.end - 1) >= step)
    if (found === this.#stretches.length) return this.#count
    const { start, end, before } = this.#stretches[found]!
    return before + first(end - start, (i) => this.#store.stepAt(start + i) >= step)
  }

  /** What stands at this place and behind it stands no more. */
  cut(place: number): void {
    const kept = this.#stretches.filter(({ before }) => before < place)
    const last = kept.at(-1)
    if (last !== undefined) kept[kept.length - 1] = { ...last, end: Math.min(last.end, last.start + place - last.before) }
    this.#stretches = kept
    this.#count = place
  }

  append(start: number, end: number): void {
    if (end === start) return
    this.#stretches.push({ start, end, before: this.#count })
    this.#count += end - start
  }
}

const endOf = ({ start, end, before }: Placed): number => before + end - start

/** The first of so many numbers, from 0, that a condition holds for; those behind it fulfil it too. */
function first(count: number, holds: (i: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
