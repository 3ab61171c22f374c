import type { Readable } from 'node:stream'
import { invalid, Problem } from '../domain/problems.ts'
import { discard, inflaterFor } from './read-body.ts'

/** Bodies are handed on in pieces of this size: large enough that a piece costs little, small beside what may wait. Bytes. */
const pieceBytes = 2 ** 20

/**
 * A body as it arrives, inflated and counted; no more of it is read than is taken. Each piece has its memory for itself. What is left
 * when the taker stops is read for nothing, so that the sender gets to read the answer.
 * @param coding Content-Encoding
 * @throws Problem `body-too-large`, `unsupported-media-type`, `invalid-request`, while it is taken
 */
export async function* bodyPieces(payload: Readable, coding: string, bytesMax: number): AsyncGenerator<Uint8Array> {
  const inflater = inflaterFor(coding)
  const source = inflater === undefined ? payload : payload.pipe(inflater)
  // The inflater does not hear of a sender that goes away.
  payload.once('error', (error) => source.destroy(error))
  let piece = new Uint8Array(pieceBytes)
  let filled = 0
  let length = 0
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > bytesMax) {
        throw new Problem('body-too-large', `The body exceeds the limit of ${bytesMax} bytes for this format and path.`)
      }
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + pieceBytes - filled)
        piece.set(part, filled)
        filled += part.length
        at += part.length
        if (filled < pieceBytes) continue
        yield piece
        piece = new Uint8Array(pieceBytes)
        filled = 0
      }
    }
    if (filled > 0) yield piece.slice(0, filled)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw invalid(
      '',
      inflater === undefined || payload.errored ? 'The body ended before it was complete.' : `The body is not valid ${coding}.`
    )
  } finally {
    if (inflater !== undefined) {
      payload.unpipe(inflater)
      inflater.destroy()
    }
    discard(payload)
  }
}

/** A body that has arrived, as one piece. */
export async function* asChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
