/** The fields of a struct by their numbers: whole numbers and booleans, structs in structs, and null for text and lists. */
export type Fields = ReadonlyMap<number, number | boolean | Fields | null>

/** Types of Thrift's compact protocol. @see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md */
const type = { true: 1, false: 2, byte: 3, i16: 4, i32: 5, i64: 6, double: 7, binary: 8, list: 9, struct: 12 } as const

/** Parquet's own structs go ten deep. */
const depthMax = 32

/**
 * Reads a struct of Thrift's compact protocol. No list may have more elements than there are bytes left, no text and no number may be
 * longer, no struct deeper: a decoder that takes memory for what a length says can then be given the same bytes.
 */
export class CompactReader {
  readonly #bytes: Buffer
  /** Where the next byte stands. */
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  /** @throws RangeError where the bytes are no struct */
  struct(depth = 0): Fields {
    if (depth > depthMax) throw new RangeError('its structs are nested too deep')
    const fields = new Map<number, number | boolean | Fields | null>()
    for (let field = 0; ; ) {
      const head = this.#byte()
      if ((head & 15) === 0) return fields
      field = head >> 4 === 0 ? this.int32() : field + (head >> 4)
      fields.set(field, this.#value(head & 15, depth))
    }
  }

  #value(kind: number, depth: number): number | boolean | Fields | null {
    if (kind === type.true || kind === type.false) return kind === type.true
    if (kind === type.byte) return (this.#byte() << 24) >> 24
    if (kind === type.i16 || kind === type.i32) return this.int32()
    if (kind === type.i64) return this.#int64()
    if (kind === type.double) return this.#skip(8)
    if (kind === type.binary) return this.#skip(this.uint32())
    if (kind === type.list) return this.#list(depth)
    if (kind === type.struct) return this.struct(depth + 1)
    throw new RangeError(`a value has the unknown type ${kind}`)
  }

  #list(depth: number): null {
    if (depth > depthMax) throw new RangeError('its lists are nested too deep')
    const head = this.#byte()
    const length = head >> 4 === 15 ? this.uint32() : head >> 4
    // Each element takes a byte at least.
    if (length > this.#bytes.length - this.at) throw new RangeError(`a list claims ${length} elements and ends before`)
    const kind = head & 15
    for (let i = 0; i < length; i++) this.#value(kind === type.true || kind === type.false ? type.byte : kind, depth + 1)
    return null
  }

  /** A number of 32 bits at most, written with 7 bits a byte. @throws RangeError where it is longer */
  uint32(): number {
    let number = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte()
      if (shift === 28 && byte > 15) break
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number >>> 0
    }
    throw new RangeError('a number is too long')
  }

  /** The same with a sign, in zigzag. */
  int32(): number {
    const zigzag = this.uint32()
    return (zigzag >>> 1) ^ -(zigzag & 1)
  }

  #int64(): number {
    let zigzag = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte()
      zigzag |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number((zigzag >> 1n) ^ -(zigzag & 1n))
    }
    throw new RangeError('a number is too long')
  }

  #skip(length: number): null {
    if (length > this.#bytes.length - this.at) throw new RangeError(`text claims ${length} bytes and ends before`)
    this.at += length
    return null
  }

  #byte(): number {
    if (this.at >= this.#bytes.length) throw new RangeError('it ends within a value')
    return this.#bytes[this.at++]!
  }
}
