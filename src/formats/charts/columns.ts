/** Values over the width of a picture: the smallest and largest of each column; NaN if a column has no finite value. */
export interface Columns {
  /** Shape `[columns]`. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Gathers values into columns and keeps the smallest and largest of each. */
export class ColumnGatherer implements Columns {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Number of values that were not finite. */
  nonFinite = 0
  readonly #from: number
  readonly #perStep: number

  /** @param from first position  @param to last position  @param columns most columns; one per position if there are fewer positions */
  constructor(from: number, to: number, columns: number) {
    const count = Math.max(1, Math.min(columns, to - from + 1))
    this.low = new Float64Array(count).fill(Number.NaN)
    this.high = new Float64Array(count).fill(Number.NaN)
    this.#from = from
    this.#perStep = to > from ? count / (to - from + 1) : 0
  }

  add(position: number, value: number): void {
    if (!Number.isFinite(value)) {
      this.nonFinite++
      return
    }
    const column = Math.min(this.low.length - 1, Math.floor((position - this.#from) * this.#perStep))
    if (!(value >= this.low[column]!)) this.low[column] = value
    if (!(value <= this.high[column]!)) this.high[column] = value
  }
}

/** Gathers values at equally spaced positions into columns. */
export function columnsOf(values: Float64Array, columns: number): Columns {
  const gatherer = new ColumnGatherer(0, values.length - 1, columns)
  for (let i = 0; i < values.length; i++) gatherer.add(i, values[i]!)
  return gatherer
}
