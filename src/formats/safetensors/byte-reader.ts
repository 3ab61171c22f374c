/** Bytes that come in pieces, or are there as a whole, taken in portions. */
export interface ByteReader {
  /** The next bytes: as many as asked for, or fewer at the end. They share memory with the piece that they came in, if they are in one. */
  take(count: number): Promise<Uint8Array>
  /** How many bytes are left, as far as they have come; then the body itself, to go on from there. */
  rest(): AsyncIterable<Uint8Array>
}

export function byteReader(body: Uint8Array | AsyncIterable<Uint8Array>): ByteReader {
  const isWhole = body instanceof Uint8Array
  const pieces = isWhole ? undefined : body[Symbol.asyncIterator]()
  let piece: Uint8Array = isWhole ? body : new Uint8Array(0)

  const next = async (): Promise<boolean> => {
    const { done = true, value } = (await pieces?.next()) ?? {}
    if (!done) piece = value
    return !done
  }
  return {
    async take(count) {
      while (piece.length === 0 && count > 0) if (!(await next())) return piece
      if (piece.length >= count) {
        const taken = piece.subarray(0, count)
        piece = piece.subarray(count)
        return taken
      }
      // Copied once, into place; a body in one piece never comes here but at its end.
      const assembled = new Uint8Array(count)
      let filled = 0
      do {
        const part = piece.subarray(0, count - filled)
        assembled.set(part, filled)
        filled += part.length
        piece = piece.subarray(part.length)
      } while (filled < count && (await next()))
      return assembled.subarray(0, filled)
    },
    async *rest() {
      do {
        if (piece.length > 0) yield piece
      } while (await next())
    }
  }
}
