/** The bits of the eight dots of a Braille character, by row and column, from U+2800 on. */
const dotBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80]
] as const

/** Cells of one row that belong to the same layer. */
export interface CellRun {
  readonly text: string
  readonly layer: number
}

/** A picture of dots, two by four in a character. Where layers share a character it shows, and has the colour of, the highest. */
export class BrailleCanvas {
  readonly dotColumns: number
  readonly dotRows: number
  readonly #columns: number
  readonly #dots: Uint8Array
  readonly #layers: Int8Array

  constructor(columns: number, rows: number) {
    this.#columns = columns
    this.dotColumns = 2 * columns
    this.dotRows = 4 * rows
    this.#dots = new Uint8Array(columns * rows)
    this.#layers = new Int8Array(columns * rows).fill(-1)
  }

  /** Sets the dots of a column from a row to a row, both included. */
  vertical(x: number, top: number, bottom: number, layer: number): void {
    for (let y = Math.max(0, top); y <= Math.min(this.dotRows - 1, bottom); y++) {
      const cell = (y >> 2) * this.#columns + (x >> 1)
      if (this.#layers[cell]! < layer) {
        this.#layers[cell] = layer
        this.#dots[cell] = 0
      }
      const [left, right] = dotBits[y & 3] as readonly [number, number]
      this.#dots[cell] = this.#dots[cell]! | (x & 1 ? right : left)
    }
  }

  row(row: number): CellRun[] {
    const runs: { text: string; layer: number }[] = []
    for (let column = 0; column < this.#columns; column++) {
      const cell = row * this.#columns + column
      const dots = this.#dots[cell]!
      const layer = this.#layers[cell]!
      const text = dots === 0 ? ' ' : String.fromCharCode(0x2800 + dots)
      const last = runs.at(-1)
      if (last !== undefined && last.layer === layer) last.text += text
      else runs.push({ text, layer })
    }
    return runs
  }
}
