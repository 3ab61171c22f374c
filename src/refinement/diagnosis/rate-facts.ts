import { type Points, stepAt } from '../../domain/gradient-norm.ts'

/** Positions at which rates are kept. */
export const rateCount = 257

/** The learning rates of a run in a few numbers, so that they travel with it. */
export interface RateFacts {
  /** Σγ over the steps from the first rate to the last; between logged rates γ is a straight line. */
  readonly sum: number
  /** γ at even positions from the first norm to the last; null where no rate is known. */
  readonly curve: readonly (number | null)[]
}

/** Adds up rates as they are read, and keeps those at even positions between two steps. */
export class RateReader {
  #sum = 0
  #lastStep: number | null = null
  #last = 0
  #place = 0
  readonly #curve: (number | null)[] = new Array(rateCount).fill(null)
  readonly #from: number
  readonly #spacing: number

  /** @param from first step of the norms  @param to last step of them */
  constructor(from: number, to: number) {
    this.#from = from
    this.#spacing = Math.max(to - from, 1) / (rateCount - 1)
  }

  /** Takes the next rates, in the order of their steps; what is no finite rate is left out. */
  add({ steps, values }: Points): void {
    for (let i = 0; i < values.length; i++) {
      const rate = values[i]!
      if (rate - rate === 0) this.#addOne(stepAt(steps, i), rate)
    }
  }

  #addOne(step: number, rate: number): void {
    const before = this.#lastStep
    if (before !== null) {
      const steps = step - before
      this.#sum += steps * this.#last + ((rate - this.#last) * (steps - 1)) / 2
    }
    while (this.#place < rateCount && this.#from + this.#place * this.#spacing <= step) {
      const at = this.#from + this.#place * this.#spacing
      if (before === null) this.#curve[this.#place] = at === step ? rate : null
      else this.#curve[this.#place] = this.#last + ((rate - this.#last) * (at - before)) / (step - before)
      this.#place++
    }
    this.#lastStep = step
    this.#last = rate
  }

  /** Null where there was no rate. */
  finish(): RateFacts | null {
    if (this.#lastStep === null) return null
    return { sum: this.#sum + this.#last, curve: this.#curve }
  }
}

/** The facts of rates that are there as a whole. */
export function rateFacts(rates: Points, from: number, to: number): RateFacts | null {
  const reader = new RateReader(from, to)
  reader.add(rates)
  return reader.finish()
}
