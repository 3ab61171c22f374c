import { DecimalReader } from './decimal-reader.ts'
import type { Recorder } from './recorder.ts'

const [feed, carriage, quote, blank, comma, colon, backslash, open, close] = [0x0a, 0x0d, 0x22, 0x20, 0x2c, 0x3a, 0x5c, 0x7b, 0x7d]

/** A field by its name. */
interface Field {
  readonly name: Buffer
  readonly column: number
  readonly isWanted: boolean
}

/**
 * Takes lines with a flat JSON object of numbers, words and plain strings, as nearly all lines of logs are: right from their bytes, and many times
 * faster than by `JSON.parse`. Fields that nobody wants are passed over unread. Records mostly have the same fields in the same order, so a field is
 * looked for first where it was in the record before.
 */
export class PlainObject {
  readonly #recorder: Recorder
  readonly #fields = new Map<string, Field>()
  /** The fields of the latest records by their place. */
  readonly #order: Field[] = []
  readonly #columns: number[] = []
  readonly #values: number[] = []
  readonly #decimal = new DecimalReader()

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  /** As {@link TakePlainLine} has it: takes the object that begins here and fills its line, or nothing. */
  take(bytes: Buffer, start: number, line: number): number {
    let at = start
    let taken = 0
    if (bytes[at] !== open) return -1
    at++
    for (let place = 0; ; place++) {
      while (bytes[at] === blank) at++
      if (bytes[at] !== quote) return -1
      const field = this.#fieldAt(bytes, at + 1, place)
      if (field === null) return -1
      at += field.name.length + 2
      while (bytes[at] === blank) at++
      if (bytes[at] !== colon) return -1
      at++
      while (bytes[at] === blank) at++
      let byte = bytes[at]!
      const isText = byte === quote
      if (isText) byte = bytes[++at]!
      if (field.isWanted && (isDigit(byte) || byte === 0x2d)) {
        if (!this.#decimal.read(bytes, at)) return -1
        at = this.#decimal.end
        this.#columns[taken] = field.column
        this.#values[taken++] = this.#decimal.value
      } else if (isText) {
        // A text that somebody wants may be a number in other words.
        if (field.isWanted) return -1
        while (byte !== quote && byte !== backslash && byte >= blank) byte = bytes[++at]!
      } else {
        // null, true and false are no cells; bare nan and Infinity are, as are lists and objects.
        if (byte === open || byte === 0x5b || (field.isWanted && !isWord(bytes, at))) return -1
        const begin = at
        while (byte > blank && byte !== comma && byte !== close && byte !== quote) byte = bytes[++at]!
        if (at === begin) return -1
      }
      if (isText) {
        if (bytes[at] !== quote) return -1
        at++
      }
      while (bytes[at] === blank) at++
      if (bytes[at] === comma) at++
      else if (bytes[at] === close) break
      else return -1
    }
    at++
    while (bytes[at] === blank) at++
    const end = bytes[at]
    if (end !== feed && end !== carriage) return -1
    for (let i = 0; i < taken; i++) this.#recorder.put(this.#columns[i]!, this.#values[i]!)
    this.#recorder.end(line)
    return at + (end === carriage && bytes[at + 1] === feed ? 2 : 1)
  }

  /** The field whose name begins here; null where it is no plain name. */
  #fieldAt(bytes: Buffer, start: number, place: number): Field | null {
    const expected = this.#order[place]
    if (expected !== undefined && isAt(bytes, start, expected.name)) return expected
    let end = start
    for (let byte = bytes[end]!; byte !== quote; byte = bytes[++end]!) if (byte === backslash || byte < blank) return null
    const name = bytes.toString('utf8', start, end)
    let field = this.#fields.get(name)
    if (field === undefined) {
      const column = this.#recorder.column(name)
      field = { name: Buffer.from(name), column, isWanted: this.#recorder.wants(column) }
      this.#fields.set(name, field)
    }
    this.#order[place] = field
    return field
  }
}

/** null, true or false, told by the letters that no word for a number begins with. */
const isWord = (bytes: Buffer, at: number): boolean =>
  (bytes[at] === 0x6e && bytes[at + 1] === 0x75) || bytes[at] === 0x74 || bytes[at] === 0x66

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Whether a name stands here, and a quote behind it. */
function isAt(bytes: Buffer, start: number, name: Buffer): boolean {
  const length = name.length
  if (bytes[start + length] !== quote) return false
  for (let i = 0; i < length; i++) if (bytes[start + i] !== name[i]) return false
  return true
}
