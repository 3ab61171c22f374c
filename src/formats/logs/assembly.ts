import { stepMax } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import { isGradientNorm, type SeriesName } from '../../domain/series.ts'
import { cellNumber } from './cell.ts'
import { type Combination, Parts } from './combined-parts.ts'
import { evenStretch } from './even-stretch.ts'
import { isLengthName } from './names/step-names.ts'
import { negative, type Place, quoted, stepOf } from './point-checks.ts'
import { PointOrder } from './point-order.ts'
import type { LogFacts, LogReader, Recorder } from './recorder.ts'
import type { NumberTable } from './scanner/number-table.ts'

/** The columns of one series, by the names that the file gives them. */
export interface SeriesColumns {
  /** One column, or those of all parts of the model, which are combined. */
  readonly value: string | { readonly parts: readonly string[]; readonly by: Combination }
  /** Null: points are numbered in order. */
  readonly step: string | null
  readonly epoch: string | null
  /** Finite negative values are refused, as for a norm. */
  readonly isNorm: boolean
  /** Which series it is, where that is known. */
  readonly series?: SeriesName
  /** The only run whose records count, where the file names several. */
  readonly run?: string
}

/** So many records behind one where no even stretch began one is looked for again. */
const apart = 16

/** Columns have numbers: value, step, epoch, then the parts, then all others. */
const firstOther = 3

/** What a negative value is told to be, where it is no norm of the gradient. */
const unsigned = (series: SeriesName | undefined) =>
  series === undefined || isGradientNorm(series)
    ? undefined
    : { title: `A value of ${series}`, fix: 'Name the column that it stands in, or mend the log.' }

/** Takes down one series of a log: the cells of its column at the steps of theirs. */
export class SeriesAssembly implements Recorder {
  readonly order: PointOrder
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
  readonly #wanted: number
  readonly #numbers = new Map<string, number>()
  #next: number
  readonly #parts: Parts | null
  /** The column that says how long the training is to be; −1 while none has come. */
  #length = -1
  #value: number | string | undefined
  #step: number | string | undefined
  #epoch: number | string | undefined
  #offset = 0
  #lastOwn = -1
  #stride = 1
  #lastEpoch = Number.NEGATIVE_INFINITY

  /**
   * @param isStrict steps that go back or stand twice are a fault
   * @param grow told of memory before it is taken. Bytes.
   */
  constructor(
    columns: SeriesColumns,
    place: LogReader['place'],
    { isStrict = false, grow }: { isStrict?: boolean; grow?: (bytes: number) => void } = {}
  ) {
    this.order = new PointOrder(grow)
    this.#columns = columns
    this.#place = place
    this.#isStrict = isStrict
    if (columns.epoch !== null) this.#numbers.set(columns.epoch, 2)
    if (columns.step !== null) this.#numbers.set(columns.step, 1)
    this.#next = firstOther
    if (typeof columns.value === 'string') {
      this.#numbers.set(columns.value, 0)
      this.#parts = null
    } else {
      for (const name of columns.value.parts) this.#numbers.set(name, this.#next++)
      this.#parts = new Parts(columns.value.parts.length, columns.value.by)
    }
    this.#wanted = this.#next
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#next)
    if (this.#length === -1 && isLengthName(name)) this.#length = this.#next
    return this.#next++
  }

  wants(column: number): boolean {
    return column < this.#wanted || column === this.#length
  }

  put(column: number, cell: number | string): void {
    if (column === 0) this.#value = cell
    else if (column === 1) this.#step = cell
    else if (column === 2) this.#epoch = cell
    else if (column < this.#wanted) this.#parts?.put(column - firstOther, cell)
    else if (column === this.#length) {
      const length = cellNumber(cell)
      if (typeof length === 'number' && Number.isInteger(length) && length > 0) this.facts.totalSteps = length
    }
  }

  takeTable(table: NumberTable, place: number): void {
    const { records, columns, values } = table
    const width = columns.length
    const [value, step, epoch] = [0, 1, 2].map((column) => columns.lastIndexOf(column)) as [number, number, number]
    const isPlain = this.#parts === null && this.#columns.step !== null && value !== -1 && step !== -1 && this.#offset === 0
    const hasLength = columns.includes(this.#length)
    const least = this.#columns.isNorm ? 0 : Number.NEGATIVE_INFINITY
    /** Where an even stretch is looked for next. */
    let look = isPlain && !hasLength ? 0 : records
    for (let record = 0; record < records; record++) {
      const start = record * width
      if (record >= look) {
        const even = this.order.lastStep === this.#lastOwn ? evenStretch(table, record, { step, value }, least) : null
        if (even !== null && even.first > this.#lastOwn) {
          this.order.addEven(even, values, start + value, width)
          record += even.count - 1
          this.#lastOwn = this.order.lastStep
          this.#stride = even.stride
          if (epoch !== -1) this.#lastEpoch = values[record * width + epoch]!
          continue
        }
        look = record + apart
      }
      const own = values[start + step]!
      const number = values[start + value]!
      const before = this.#lastOwn
      // What is not as it nearly always is takes the long way.
      if (
        isPlain &&
        !hasLength &&
        own > before &&
        own <= stepMax &&
        Number.isInteger(own) &&
        number >= least &&
        this.order.lastStep === before
      ) {
        if (before >= 0) this.#stride = own - before
        this.#lastOwn = own
        if (epoch !== -1) this.#lastEpoch = values[start + epoch]!
        this.order.add(own, number)
      } else {
        for (let i = 0; i < width; i++) this.put(columns[i]!, values[start + i]!)
        this.end(place + record)
      }
    }
  }

  end(place: number, run?: string): void {
    const cell = this.#parts === null ? this.#value : this.#parts.combined()
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
      throw negative(value, this.#at(place), unsigned(this.#columns.series))
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

  /** Records that were left out because norms of some parts were missing. */
  get incomplete(): number {
    return this.#parts?.incomplete ?? 0
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
