import type { Hash } from 'node:crypto'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { HeldMemory } from '../domain/memory-budget.ts'
import { invalid, Problem } from '../domain/problems.ts'

const inflaters = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const
type Coding = keyof typeof inflaters
const isCoding = (coding: string): coding is Coding => Object.hasOwn(inflaters, coding)

/** The content codings that requests may come in, besides none. @see RFC 9110, HTTP Semantics, §8.4.1 */
export const requestCodings = Object.keys(inflaters)

/**
 * What inflates a body; undefined where nothing is to be done.
 * @throws Problem `unsupported-media-type`
 */
export function inflaterFor(coding: string): Transform | undefined {
  if (coding === 'identity') return undefined
  if (isCoding(coding)) return inflaters[coding]()
  throw new Problem('unsupported-media-type', `Content-Encoding ${coding} is not supported. Use ${requestCodings.join(', ')}, or none.`)
}

/** What is still read of a body that is refused, so that a client that sends before it listens gets to read why. Bytes. */
const discardedBytesMax = 256 * 2 ** 20

/** From this size on, a body of known length is read into its place: nothing is copied twice, and float64 values are aligned. */
const placedBytesMin = 2 ** 16

export interface BodyLimits {
  /** Counted after inflation. */
  bytesMax: number
  /** Takes what has arrived, never what is only announced: a client that promises much and sends little keeps nobody out. */
  memory: HeldMemory
  digest: Hash | undefined
  /** Where to put a body of known length; new memory unless given. */
  placeFor?: (bytes: number) => Buffer
}

/**
 * Reads a body to its end and inflates it, counting as it goes, so that neither a long body nor a small one that inflates to a long
 * one costs more than the limit.
 * @param declared Content-Length, NaN where it is not said
 * @param coding   Content-Encoding
 * @throws Problem `body-too-large`, `too-large-for-memory`, `overloaded`, `unsupported-media-type`, `invalid-request`
 */
export function readBody(payload: Readable, declared: number, coding: string, limits: BodyLimits): Promise<Buffer> {
  const { bytesMax, memory, digest, placeFor = (bytes: number) => Buffer.from(new ArrayBuffer(bytes)) } = limits
  const tooLarge = () => new Problem('body-too-large', `The body exceeds the limit of ${bytesMax} bytes for this format and path.`)
  return new Promise((resolve, reject) => {
    let inflated: Readable = payload
    let length = 0
    const fail = (problem: unknown) => {
      memory.giveBack(length)
      length = 0
      if (inflated !== payload) {
        payload.unpipe()
        inflated.destroy()
      }
      inflated.removeAllListeners('data')
      discard(payload)
      reject(problem)
    }
    if (declared > bytesMax) return fail(tooLarge())
    if (coding !== 'identity') {
      try {
        inflated = payload.pipe(inflaterFor(coding)!)
      } catch (error) {
        return fail(error as Problem)
      }
      inflated.on('error', () => fail(invalid('', `The body is not valid ${coding}.`)))
    }
    try {
      if (declared > 0) memory.expect(declared, '')
    } catch (problem) {
      return fail(problem)
    }
    const place = coding === 'identity' && declared > placedBytesMin ? placeFor(declared) : undefined
    const pieces: Buffer[] = []
    inflated.on('data', (piece: Buffer) => {
      if (length + piece.length > bytesMax) return fail(tooLarge())
      try {
        memory.take(piece.length, '')
      } catch (problem) {
        return fail(problem)
      }
      digest?.update(piece)
      if (place === undefined) pieces.push(piece)
      // By `fill`, which copies at once: `set` goes byte by byte where memory is shared and the two sides are not aligned alike.
      else place.fill(piece, length, length + piece.length)
      length += piece.length
    })
    inflated.on('end', () => {
      if (place !== undefined) return resolve(place)
      if (pieces.length === 1) return resolve(pieces[0] as Buffer)
      try {
        memory.take(length, '')
      } catch (problem) {
        return fail(problem)
      }
      resolve(Buffer.concat(pieces, length))
      memory.giveBack(length)
    })
    // The sender went away in the middle: there is nobody to answer, and nothing to keep.
    payload.on('error', () => fail(invalid('', 'The body ended before it was complete.')))
  })
}

/** Reads a body for nothing, up to a bound; beyond it the connection is closed. */
export function discard(payload: Readable): void {
  let discarded = 0
  payload.on('data', (piece: Buffer) => {
    discarded += piece.length
    if (discarded > discardedBytesMax) payload.destroy()
  })
  payload.resume()
}
