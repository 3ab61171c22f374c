import type { Recorder } from '../../recorder.ts'

/** The first bytes of fields: their number and how they are written. */
const [wallTime, step, summary, value, tag, simpleValue] = [0x09, 0x10, 0x2a, 0x0a, 0x0a, 0x15]

/** A tag by its bytes. */
interface Tag {
  readonly name: Buffer
  readonly column: number
  readonly isWanted: boolean
}

/**
 * Takes events that hold nothing but numbers, as nearly all of a training do: right from their bytes, many times faster than field by field. A tag
 * is looked for first where it was in the event before.
 */
export class PlainEvent {
  readonly #recorder: Recorder
  readonly #step: number
  readonly #tags = new Map<string, Tag>()
  /** The tags of the latest events by their place. */
  readonly #order: Tag[] = []
  readonly #columns: number[] = []
  readonly #values: number[] = []
  readonly #bits = new Int32Array(1)
  readonly #float = new Float32Array(this.#bits.buffer)
  /** Where the varint that was read last ends. */
  #end = 0

  constructor(recorder: Recorder, step: number) {
    this.#recorder = recorder
    this.#step = step
  }

  /** Whether it took the event; where not, it took nothing. */
  take(bytes: Buffer, start: number, end: number, frame: number): boolean {
    let at = start
    if (bytes[at] === wallTime) at += 9
    let steps = 0
    if (bytes[at] === step) {
      steps = this.#varint(bytes, at + 1)
      at = this.#end
    }
    if (steps < 0 || bytes[at] !== summary) return false
    const length = this.#varint(bytes, at + 1)
    at = this.#end
    if (length < 0 || at + length !== end) return false
    let taken = 0
    for (let place = 0; at < end; place++) {
      if (bytes[at] !== value) return false
      const valueLength = this.#varint(bytes, at + 1)
      at = this.#end
      const valueEnd = at + valueLength
      if (valueLength < 0 || valueEnd > end || bytes[at] !== tag) return false
      const tagLength = this.#varint(bytes, at + 1)
      at = this.#end
      // A tag, and a number of 32 bits; whatever else there is, others read.
      if (tagLength < 0 || at + tagLength + 5 !== valueEnd || bytes[at + tagLength] !== simpleValue) return false
      const { column, isWanted } = this.#tagAt(bytes, at, tagLength, place)
      at += tagLength + 1
      if (isWanted) {
        this.#bits[0] = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
        this.#columns[taken] = column
        this.#values[taken++] = this.#float[0]!
      }
      at = valueEnd
    }
    if (at !== end) return false
    this.#recorder.put(this.#step, steps)
    for (let i = 0; i < taken; i++) this.#recorder.put(this.#columns[i]!, this.#values[i]!)
    this.#recorder.end(frame)
    return true
  }

  /** An integer below 2^28; −1 for others. */
  #varint(bytes: Buffer, start: number): number {
    let integer = 0
    for (let i = 0; i < 4; i++) {
      const byte = bytes[start + i]!
      integer |= (byte & 0x7f) << (7 * i)
      if (byte < 0x80) {
        this.#end = start + i + 1
        return integer
      }
    }
    this.#end = start
    return -1
  }

  #tagAt(bytes: Buffer, start: number, length: number, place: number): Tag {
    const expected = this.#order[place]
    if (expected !== undefined && expected.name.length === length && isAt(bytes, start, expected.name)) return expected
    const name = bytes.toString('utf8', start, start + length)
    let found = this.#tags.get(name)
    if (found === undefined) {
      const column = this.#recorder.column(name)
      found = { name: Buffer.from(bytes.subarray(start, start + length)), column, isWanted: this.#recorder.wants(column) }
      this.#tags.set(name, found)
    }
    this.#order[place] = found
    return found
  }
}

function isAt(bytes: Buffer, start: number, name: Buffer): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return false
  return true
}
