import type { Steps } from '../../domain/gradient-norm.ts'
import type { NormLog } from './norm-log.ts'

const initialLength = 1024

const grown = (array: Float64Array): Float64Array => {
  const longer = new Float64Array(2 * array.length)
  longer.set(array)
  return longer
}

/** Collects the points of a log one by one. Steps take no memory for as long as they are evenly spaced. */
export class LogBuilder {
  #values: Float64Array = new Float64Array(initialLength)
  #steps: Float64Array | null = null
  #count = 0
  #first = 0
  #stride = 1
  #last = -1

  get count(): number {
    return this.#count
  }

  /** The step of the latest point; −1 before the first. */
  get lastStep(): number {
    return this.#last
  }

  add(step: number, value: number): void {
    const index = this.#count++
    if (index === this.#values.length) this.#values = grown(this.#values)
    this.#values[index] = value
    if (this.#steps !== null) {
      if (index === this.#steps.length) this.#steps = grown(this.#steps)
      this.#steps[index] = step
    } else if (index === 0) this.#first = step
    else if (index === 1) this.#stride = step - this.#first
    else if (step - this.#last !== this.#stride) this.#spellOut(index, step)
    this.#last = step
  }

  #spellOut(index: number, step: number): void {
    this.#steps = new Float64Array(this.#values.length)
    for (let i = 0; i < index; i++) this.#steps[i] = this.#first + i * this.#stride
    this.#steps[index] = step
  }

  finish(): NormLog {
    const steps: Steps = this.#steps?.subarray(0, this.#count) ?? { first: this.#first, stride: this.#stride }
    return { values: this.#values.subarray(0, this.#count), steps, startStep: null, stride: null }
  }
}
