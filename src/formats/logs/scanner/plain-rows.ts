import type { PlainRecords } from '../lines.ts'
import type { Recorder } from '../recorder.ts'
import { type RowForm, type Scanner, stops, useOf, uses } from './scanner.ts'

const [quote, carriage] = [0x22, 0x0d]

/**
 * Takes the rows of a table that hold nothing but decimal numbers where somebody wants to know, as nearly all rows of logs do. Cells that nobody wants are
 * passed over unread.
 */
export class PlainRows implements PlainRecords {
  taken = 0
  readonly #scanner: Scanner
  readonly #recorder: Recorder
  readonly #form: Omit<RowForm, 'hasFeedsAlone'>
  /** The piece that was looked through last, and whether it has neither quotes nor carriage returns: then a line feed ends a record. */
  #bytes: Buffer | null = null
  #hasFeedsAlone = false

  /** @param columns the columns of the recorder by the place of their cells; −1 for none */
  constructor(scanner: Scanner, recorder: Recorder, delimiter: string, columns: readonly number[]) {
    this.#scanner = scanner
    this.#recorder = recorder
    const cells = columns.map((column) => ({ column, use: column === -1 ? uses.skipped : useOf(recorder, column) }))
    const width = cells.findLastIndex(({ use }) => use !== uses.skipped) + 1
    const looked = width > scanner.cellsMax ? 0 : width
    this.#form = { delimiter: delimiter.charCodeAt(0), width: looked, isToTheEnd: looked === columns.length }
    scanner.setCells(cells.slice(0, looked))
  }

  take(bytes: Buffer, start: number, end: number, line: number): number {
    this.taken = 0
    if (this.#form.width === 0) return start
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#hasFeedsAlone = !bytes.includes(quote) && !bytes.includes(carriage)
    }
    let at = start
    do {
      at = this.#scanner.scanRows(bytes, at, end, { ...this.#form, hasFeedsAlone: this.#hasFeedsAlone })
      this.taken += this.#scanner.record(this.#recorder, line + this.taken)
    } while (this.#scanner.stop === stops.full)
    return at
  }
}
