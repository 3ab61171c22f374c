import { stepMax } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import { cellNumber } from './cell.ts'
import { negative, type Place, stepOf } from './point-checks.ts'
import { PointOrder } from './point-order.ts'
import type { LogFacts, LogReader, Recorder } from './recorder.ts'

/** The columns of one series, by the names that the file gives them. */
export interface SeriesColumns {
  readonly value: string
  /** Null: points are numbered in order. */
  readonly step: string | null
  readonly epoch: string | null
  /** Finite negative values are refused, as for a norm. */
  readonly isNorm: boolean
  /** The only run whose records count, where the file names several. */
  readonly run?: string
}

/** Takes down one series of a log: the cells of its column at the steps of theirs. */
export class SeriesAssembly implements Recorder {
  readonly order = new PointOrder()
  readonly facts: LogFacts = {}
  readonly notes: string[] = []
  /** Records with a value and no step. */
  stepless = 0
  /** Whose records there are, where the file says so. */
  readonly runs = new Set<string>()
  /** How often steps began anew with an epoch. */
  renumbered = 0
  readonly #columns: SeriesColumns
  readonly #place: LogReader['place']
  readonly #isStrict: boolean
  readonly #numbers = new Map<string, number>()
  #next = 3
  #value: number | string | undefined
  #step: number | string | undefined
  #epoch: number | string | undefined
  #offset = 0
  #lastOwn = -1
  #stride = 1
  #lastEpoch = Number.NEGATIVE_INFINITY

  /** @param isStrict steps that go back or stand twice are a fault */
  constructor(columns: SeriesColumns, place: LogReader['place'], isStrict = false) {
    this.#columns = columns
    this.#place = place
    this.#isStrict = isStrict
    if (columns.epoch !== null) this.#numbers.set(columns.epoch, 2)
    if (columns.step !== null) this.#numbers.set(columns.step, 1)
    this.#numbers.set(columns.value, 0)
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#next)
    return this.#next++
  }

  wants(column: number): boolean {
    return column < 3
  }

  put(column: number, cell: number | string): void {
    if (column === 0) this.#value = cell
    else if (column === 1) this.#step = cell
    else if (column === 2) this.#epoch = cell
  }

  end(place: number, run?: string): void {
    const cell = this.#value
    const step = this.#step
    const epoch = this.#epoch
    this.#value = undefined
    this.#step = undefined
    this.#epoch = undefined
    if (cell === undefined) return
    if (run !== undefined) {
      this.runs.add(run)
      if (this.#columns.run !== undefined && run !== this.#columns.run) return
    }
    const value = cellNumber(cell)
    if (value === undefined) return
    if (value === null)
      throw this.#wrong(place, 'value', `${quoted(cell)} in ${JSON.stringify(this.#columns.value)} is not a float64 number.`)
    if (this.#columns.isNorm && value < 0 && value !== Number.NEGATIVE_INFINITY) {
      throw negative(value, this.#at(place))
    }
    if (this.#columns.step === null) {
      this.order.add(this.order.count, value)
      return
    }
    const number = step === undefined ? undefined : cellNumber(step)
    if (number === undefined) {
      this.stepless++
      return
    }
    const whole = this.#wholeStep(number, step as number | string, this.#isStrict ? undefined : epoch, place)
    if (this.#isStrict && whole <= this.order.lastStep) stepOf(whole, this.order.lastStep, () => this.#at(place))
    this.order.add(whole, value)
  }

  /** The names of all columns that came. */
  names(): string[] {
    return [...this.#numbers.keys()]
  }

  #at(place: number): Place {
    return { pointer: (field) => `/${this.order.count}/${field}`, prefix: `${this.#place} ${place}: ` }
  }

  resume(step: number): void {
    this.order.resume(step)
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.facts[name] = value
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }

  /** A step as it counts: where steps begin anew with each epoch, they go on from the end of the one before. */
  #wholeStep(own: number | null, cell: number | string, epochCell: number | string | undefined, place: number): number {
    if (own === null || !Number.isInteger(own)) {
      throw this.#wrong(
        place,
        'step',
        `A step must be a whole number, and is ${quoted(cell)}.`,
        'Name the column of the steps with `step`.'
      )
    }
    if (own < 0) throw this.#wrong(place, 'step', `A step is not negative, and this is ${own}.`)
    const epoch = epochCell === undefined ? undefined : cellNumber(epochCell)
    if (typeof epoch === 'number') {
      if (own < this.#lastOwn && epoch > this.#lastEpoch && Number.isInteger(epoch)) {
        this.#offset += this.#lastOwn + this.#stride - own
        this.renumbered++
      }
      this.#lastEpoch = epoch
    }
    if (own > this.#lastOwn && this.#lastOwn >= 0) this.#stride = own - this.#lastOwn
    this.#lastOwn = own
    const step = own + this.#offset
    if (step > stepMax) throw this.#wrong(place, 'step', `A step is at most ${stepMax} = 2^53 − 1, and this is ${step}.`)
    return step + 0
  }

  #wrong(place: number, field: 'value' | 'step', detail: string, fix?: string): Error {
    return invalid(`/${this.order.count}/${field}`, `${this.#place} ${place}: ${detail}`, fix)
  }
}

function quoted(cell: number | string): string {
  const text = JSON.stringify(cell)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
