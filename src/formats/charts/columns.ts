/** Values over the width of a picture: the smallest and the largest of each column; NaN where a column has none that is finite. */
export interface Columns {
  /** Shape `[columns]`. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Values that come in order are gathered into columns; of each column is kept what a picture can show of it. */
export class ColumnGatherer implements Columns {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Values that were not finite. */
  nonFinite = 0
  readonly #from: number
  readonly #perStep: number

  /** @param from the first position  @param to the last one  @param columns at most so many; one a position where there are fewer */
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

/** Values at equally spaced positions, as columns. */
export function columnsOf(values: Float64Array, columns: number): Columns {
  const gatherer = new ColumnGatherer(0, values.length - 1, columns)
  for (let i = 0; i < values.length; i++) gatherer.add(i, values[i]!)
  return gatherer
}
