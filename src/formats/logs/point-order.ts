import { asProgression, type Points, sameValue } from '../../domain/gradient-norm.ts'
import { type EvenSteps, PointStore } from './point-store.ts'
import { StandingPoints } from './standing-points.ts'

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

/**
 * Collects points in the order of their lines, and tells which of them count. Steps that go back are a resumption: what comes later
 * stands. Points that repeat what stands, as two ranks print it, are one. Where steps go back all the time, the log is in no order of
 * time, and is sorted.
 */
export class PointOrder {
  readonly #store: PointStore
  /** Where each run of increasing steps begins. */
  readonly #starts: number[] = [0]
  /** The steps from which the log itself says that a run of steps replaces what was, by its place in the starts. */
  readonly #resumed = new Map<number, number>()
  #pending: number | null = null
  #repeated = 0
  #replaced = 0
  #lastValue = Number.NaN
  readonly #grow: (bytes: number) => void

  /** @param grow told of memory before it is taken. Bytes. */
  constructor(grow: (bytes: number) => void = () => {}) {
    this.#grow = grow
    this.#store = new PointStore(grow)
  }

  get count(): number {
    return this.#store.count
  }

  /** The step of the latest point; −1 before the first. */
  get lastStep(): number {
    return this.#store.lastStep
  }

  add(step: number, value: number): void {
    const last = this.#store.lastStep
    if (this.#pending !== null) {
      if (this.#pending <= last) {
        this.#resumed.set(this.#starts.length, this.#pending)
        this.#starts.push(this.#store.count)
      }
      this.#pending = null
    } else if (step <= last) {
      if (step === last) {
        if (sameValue(value, this.#lastValue)) this.#repeated++
        else {
          this.#store.replaceLast(value)
          this.#lastValue = value
          this.#replaced++
        }
        return
      }
      this.#starts.push(this.#store.count)
    }
    this.#store.add(step, value)
    this.#lastValue = value
  }

  /** Adds values at evenly spaced steps, all behind the latest one, as {@link add} does one by one. See {@link PointStore.addEven}. */
  addEven(steps: EvenSteps, values: Float64Array, from: number, width: number): void {
    this.add(steps.first, values[from]!)
    const rest = { first: steps.first + steps.stride, stride: steps.stride, count: steps.count - 1 }
    this.#store.addEven(rest, values, from + width, width)
    this.#lastValue = values[from + (steps.count - 1) * width]!
  }

  /** What was added at this step and after it counts no more; told by the log. */
  resume(step: number): void {
    this.#pending = step
  }

  finish(): { points: Points; report: OrderReport } {
    const store = this.#store
    const report: OrderReport = { duplicates: this.#repeated, superseded: this.#replaced, resumedFrom: [], isSorted: false }
    if (this.#starts.length > 4 && this.#starts.length > store.count / 10 && !this.#repeatsItself()) return this.#sorted(report)
    const standing = new StandingPoints(store)
    standing.append(0, this.#starts[1] ?? store.count)
    for (let index = 1; index < this.#starts.length; index++) {
      const from = this.#resumed.get(index)
      if (from !== undefined) this.#cut(standing, from, report)
      this.#resume(standing, this.#starts[index]!, this.#starts[index + 1] ?? store.count, report)
    }
    return { points: store.gathered(standing.stretches), report }
  }

  /** Whether the lines that go back mostly say again what stands: several ranks, that print out of step. */
  #repeatsItself(): boolean {
    const store = this.#store
    const seen = new Map<number, number>()
    let repeated = 0
    for (let i = 0; i < store.count; i++) {
      const [step, value] = [store.stepAt(i), store.valueAt(i)]
      const before = seen.get(step)
      if (before !== undefined && sameValue(before, value)) repeated++
      seen.set(step, value)
    }
    return repeated > store.count / 4
  }

  /** Points from this step on stand no more. */
  #cut(standing: StandingPoints, step: number, report: OrderReport): void {
    const place = standing.lowerBound(step)
    if (place === standing.count) return
    report.superseded += standing.count - place
    report.resumedFrom.push(step)
    standing.cut(place)
  }

  /** Puts the points from `start` to `stop` after those that stand and come before them. */
  #resume(standing: StandingPoints, start: number, stop: number, report: OrderReport): void {
    const store = this.#store
    let from = start
    let at = standing.lowerBound(store.stepAt(from))
    for (; from < stop && at < standing.count; from++, at++) {
      const index = standing.indexAt(at)
      if (store.stepAt(index) !== store.stepAt(from) || !sameValue(store.valueAt(index), store.valueAt(from))) break
      report.duplicates++
    }
    if (from === stop) return
    this.#cut(standing, store.stepAt(from), report)
    standing.append(from, stop)
  }

  #sorted(report: OrderReport): { points: Points; report: OrderReport } {
    const store = this.#store
    this.#grow(24 * store.count)
    const order = Uint32Array.from({ length: store.count }, (_, i) => i).sort((a, b) => store.stepAt(a) - store.stepAt(b) || a - b)
    const steps = new Float64Array(store.count)
    const values = new Float64Array(store.count)
    let end = 0
    for (const from of order) {
      const step = store.stepAt(from)
      const value = store.valueAt(from)
      if (end > 0 && steps[end - 1] === step) {
        if (sameValue(values[end - 1]!, value)) report.duplicates++
        else report.superseded++
        end--
      }
      steps[end] = step
      values[end++] = value
    }
    const points = { steps: asProgression(steps.subarray(0, end), end), values: values.subarray(0, end) }
    return { points, report: { ...report, isSorted: true } }
  }
}
