/**
 * A reader of protobuf's wire format, field by field, without a schema: enough for the few messages that logs are made of.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export class ProtobufReader {
  readonly #bytes: Buffer
  readonly #end: number
  #at: number
  /** The number of the field that was read last, and how it is written. */
  field = 0
  wireType = 0

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  /** Goes to the next field; false at the end. @throws RangeError where the bytes are no message */
  next(): boolean {
    if (this.#at >= this.#end) return false
    const tag = this.varint()
    this.field = Math.floor(tag / 8)
    this.wireType = tag % 8
    if (this.field === 0) throw new RangeError('A field has no number.')
    return true
  }

  /** An integer of the field: exact to 2^53; a negative one is read as such. */
  varint(): number {
    let low = 0
    let shift = 0
    while (shift < 28) {
      const byte = this.#byte()
      low |= (byte & 0x7f) << shift
      if (byte < 0x80) return low
      shift += 7
    }
    let high = 0n
    let bits = 0n
    for (;;) {
      const byte = this.#byte()
      high |= BigInt(byte & 0x7f) << bits
      if (byte < 0x80) break
      bits += 7n
      if (bits > 35n) throw new RangeError('An integer is too long.')
    }
    return Number(BigInt.asIntN(64, (high << 28n) | BigInt(low)))
  }

  float(): number {
    return this.#bytes.readFloatLE(this.#skip(4))
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.#skip(8))
  }

  /** The place of a field that has a length: a message, text or bytes. */
  span(): { start: number; end: number } {
    const length = this.varint()
    const start = this.#skip(length)
    return { start, end: start + length }
  }

  message(): ProtobufReader {
    const { start, end } = this.span()
    return new ProtobufReader(this.#bytes, start, end)
  }

  text(): string {
    const { start, end } = this.span()
    return this.#bytes.toString('utf8', start, end)
  }

  bytes(): Buffer {
    const { start, end } = this.span()
    return this.#bytes.subarray(start, end)
  }

  /** Passes over the field. */
  skip(): void {
    if (this.wireType === 0) this.varint()
    else if (this.wireType === 1) this.#skip(8)
    else if (this.wireType === 2) this.span()
    else if (this.wireType === 5) this.#skip(4)
    else throw new RangeError(`Fields of type ${this.wireType} are not known.`)
  }

  #byte(): number {
    if (this.#at >= this.#end) throw new RangeError('The message ends within a field.')
    return this.#bytes[this.#at++]!
  }

  #skip(length: number): number {
    const start = this.#at
    if (!(length >= 0) || start + length > this.#end) throw new RangeError('The message ends within a field.')
    this.#at = start + length
    return start
  }
}
