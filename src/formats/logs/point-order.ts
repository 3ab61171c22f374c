import { asProgression, type Points, sameValue } from '../../domain/gradient-norm.ts'

/** How the points of a log came to be those that count. */
export interface OrderReport {
  /** Points that stood twice with the same value. */
  duplicates: number
  /** Points that a later one at the same step, or a resumption, replaced. */
  superseded: number
  /** The steps that training went back to. */
  resumedFrom: number[]
  /** Whether the lines were in no order of steps, and were sorted. */
  isSorted: boolean
}

const initialLength = 1024

/**
 * Collects points in the order of their lines, and tells which of them count. Steps that go back are a resumption: what comes later
 * stands. Points that repeat what stands, as two ranks print it, are one. Where steps go back all the time, the log is in no order of
 * time, and is sorted.
 */
export class PointOrder {
  #steps = new Float64Array(initialLength)
  #values = new Float64Array(initialLength)
  #count = 0
  /** Where each run of increasing steps begins. */
  readonly #starts: number[] = [0]
  /** The steps from which the log itself says that a run of steps replaces what was, by its place in the starts. */
  readonly #resumed = new Map<number, number>()
  #pending: number | null = null
  #repeated = 0
  #replaced = 0
  readonly #grow: (bytes: number) => void

  /** @param grow told of memory before it is taken. Bytes. */
  constructor(grow: (bytes: number) => void = () => {}) {
    this.#grow = grow
  }

  get count(): number {
    return this.#count
  }

  /** The step of the latest point; −1 before the first. */
  get lastStep(): number {
    return this.#count === 0 ? -1 : this.#steps[this.#count - 1]!
  }

  add(step: number, value: number): void {
    const last = this.#count - 1
    if (this.#pending !== null) {
      if (last >= 0 && this.#pending <= this.#steps[last]!) {
        this.#resumed.set(this.#starts.length, this.#pending)
        this.#starts.push(this.#count)
      }
      this.#pending = null
    } else if (last >= 0 && step <= this.#steps[last]!) {
      if (step === this.#steps[last]) {
        if (sameValue(value, this.#values[last]!)) this.#repeated++
        else {
          this.#values[last] = value
          this.#replaced++
        }
        return
      }
      this.#starts.push(this.#count)
    }
    if (this.#count === this.#steps.length) {
      this.#grow(2 * this.#steps.byteLength)
      this.#steps = grown(this.#steps)
      this.#values = grown(this.#values)
    }
    this.#steps[this.#count] = step
    this.#values[this.#count++] = value
  }

  /** What was added at this step and after it counts no more; told by the log. */
  resume(step: number): void {
    this.#pending = step
  }

  finish(): { points: Points; report: OrderReport } {
    const report: OrderReport = { duplicates: this.#repeated, superseded: this.#replaced, resumedFrom: [], isSorted: false }
    if (this.#starts.length > 4 && this.#starts.length > this.#count / 10 && !this.#repeatsItself()) return this.#sorted(report)
    let end = this.#starts.length > 1 ? this.#starts[1]! : this.#count
    for (let index = 1; index < this.#starts.length; index++) {
      const from = this.#resumed.get(index)
      if (from !== undefined) end = this.#cut(from, end, report)
      end = this.#resume(this.#starts[index]!, this.#starts[index + 1] ?? this.#count, end, report)
    }
    return { points: pointsOf(this.#steps, this.#values, end), report }
  }

  /** Whether the lines that go back mostly say again what stands: several ranks, that print out of step. */
  #repeatsItself(): boolean {
    const seen = new Map<number, number>()
    let repeated = 0
    for (let i = 0; i < this.#count; i++) {
      const before = seen.get(this.#steps[i]!)
      if (before !== undefined && sameValue(before, this.#values[i]!)) repeated++
      seen.set(this.#steps[i]!, this.#values[i]!)
    }
    return repeated > this.#count / 4
  }

  #cut(step: number, end: number, report: OrderReport): number {
    const standing = lowerBound(this.#steps, end, step)
    if (standing === end) return end
    report.superseded += end - standing
    report.resumedFrom.push(step)
    return standing
  }

  /** Puts the points from `start` to `stop` after those that stand in the first `end` places; returns how many stand then. */
  #resume(start: number, stop: number, end: number, report: OrderReport): number {
    const steps = this.#steps
    const values = this.#values
    let from = start
    let at = lowerBound(steps, end, steps[from]!)
    while (from < stop && at < end && steps[at] === steps[from] && sameValue(values[at]!, values[from]!)) {
      report.duplicates++
      from++
      at++
    }
    if (from === stop) return end
    const standing = lowerBound(steps, end, steps[from]!)
    if (standing < end) {
      report.superseded += end - standing
      report.resumedFrom.push(steps[from]!)
    }
    steps.copyWithin(standing, from, stop)
    values.copyWithin(standing, from, stop)
    return standing + stop - from
  }

  #sorted(report: OrderReport): { points: Points; report: OrderReport } {
    const order = Uint32Array.from({ length: this.#count }, (_, i) => i).sort((a, b) => this.#steps[a]! - this.#steps[b]! || a - b)
    const steps = new Float64Array(this.#count)
    const values = new Float64Array(this.#count)
    let end = 0
    for (const from of order) {
      const step = this.#steps[from]!
      const value = this.#values[from]!
      if (end > 0 && steps[end - 1] === step) {
        if (sameValue(values[end - 1]!, value)) report.duplicates++
        else report.superseded++
        end--
      }
      steps[end] = step
      values[end++] = value
    }
    return { points: pointsOf(steps, values, end), report: { ...report, isSorted: true } }
  }
}

const pointsOf = (steps: Float64Array, values: Float64Array, count: number): Points => ({
  steps: asProgression(steps.subarray(0, count), count),
  values: values.subarray(0, count)
})

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * array.length)
  longer.set(array)
  return longer
}

/** The first of the first `end` places whose step is at least this one. */
function lowerBound(steps: Float64Array, end: number, step: number): number {
  let low = 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (steps[middle]! < step) low = middle + 1
    else high = middle
  }
  return low
}
