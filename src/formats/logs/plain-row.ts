import { DecimalReader } from './decimal-reader.ts'
import type { Recorder } from './recorder.ts'

const [feed, carriage, quote, blank, hash] = [0x0a, 0x0d, 0x22, 0x20, 0x23]

/**
 * Takes the rows of a table that hold nothing but decimal numbers where somebody wants to know, as nearly all rows of logs do: right from their
 * bytes, and many times faster than by texts. Cells that nobody wants are passed over unread.
 */
export class PlainRow {
  readonly #recorder: Recorder
  readonly #delimiter: number
  /** The column of each cell up to the last that is wanted; −1 for the others. */
  readonly #columns: readonly number[]
  /** Whether the last column of the table is wanted: then a row that goes on behind it has more cells than it may. */
  readonly #isToTheEnd: boolean
  readonly #values: Float64Array
  readonly #isFilled: Uint8Array
  readonly #decimal = new DecimalReader()
  /** The piece that was looked through last, and whether it has neither quotes nor carriage returns: then a line feed ends a record. */
  #bytes: Buffer | null = null
  #hasFeedsAlone = false

  /** @param columns the columns of the recorder by the place of their cells; −1 for none */
  constructor(recorder: Recorder, delimiter: string, columns: readonly number[]) {
    this.#recorder = recorder
    this.#delimiter = delimiter.charCodeAt(0)
    const wanted = columns.map((column) => (column !== -1 && recorder.wants(column) ? column : -1))
    this.#columns = wanted.slice(0, wanted.findLastIndex((column) => column !== -1) + 1)
    this.#isToTheEnd = this.#columns.length === columns.length
    this.#values = new Float64Array(this.#columns.length)
    this.#isFilled = new Uint8Array(this.#columns.length)
  }

  /** As {@link TakePlain} of records has it: takes the row that begins here, or nothing. */
  take(bytes: Buffer, start: number, line: number): number {
    const columns = this.#columns
    const delimiter = this.#delimiter
    let at = start
    let byte = bytes[at]!
    if (byte === hash || byte === feed || byte === carriage) return -1
    let isFilled = false
    for (let i = 0; i < columns.length; i++) {
      const isWanted = columns[i] !== -1
      this.#isFilled[i] = 0
      const isQuoted = byte === quote
      if (isQuoted) {
        byte = bytes[++at]!
        if (!isWanted) {
          while (byte !== quote && byte !== feed && byte !== carriage) byte = bytes[++at]!
        }
      }
      if (isWanted) {
        while (byte === blank) byte = bytes[++at]!
        if (byte !== delimiter && byte !== feed && byte !== carriage && byte !== quote) {
          if (!this.#decimal.read(bytes, at)) return -1
          at = this.#decimal.end
          byte = bytes[at]!
          while (byte === blank) byte = bytes[++at]!
          this.#values[i] = this.#decimal.value
          this.#isFilled[i] = 1
          isFilled = true
        }
      }
      if (isQuoted) {
        if (byte !== quote) return -1
        byte = bytes[++at]!
        if (byte !== delimiter && byte !== feed && byte !== carriage) return -1
      } else if (!isWanted) {
        while (byte !== delimiter && byte !== feed && byte !== carriage) byte = bytes[++at]!
      }
      if (byte === delimiter) byte = bytes[++at]!
      else if (byte !== feed && byte !== carriage) return -1
      else {
        this.#isFilled.fill(0, i + 1)
        break
      }
    }
    if (!isFilled || (this.#isToTheEnd && byte !== feed && byte !== carriage)) return -1
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#hasFeedsAlone = !bytes.includes(quote) && !bytes.includes(carriage)
    }
    if (byte !== feed && this.#hasFeedsAlone) {
      at = bytes.indexOf(feed, at)
      byte = feed
    }
    // Of what nobody wants only a quote matters: a line break may stand behind it.
    while (byte !== feed) {
      if (byte === quote) return -1
      while (byte !== delimiter && byte !== feed && byte !== carriage) byte = bytes[++at]!
      if (byte !== delimiter) break
      byte = bytes[++at]!
    }
    for (let i = 0; i < columns.length; i++) if (this.#isFilled[i] === 1) this.#recorder.put(columns[i]!, this.#values[i]!)
    this.#recorder.end(line)
    return at + (byte === carriage && bytes[at + 1] === feed ? 2 : 1)
  }
}
