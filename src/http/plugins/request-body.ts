import { createHash, type Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { invalid, Problem } from '../../domain/problems.ts'
import { BodyBudget, type HeldBytes } from '../body-budget.ts'
import { inflate } from '../inflate.ts'
import { mediaTypes } from '../media-types.ts'
import { parseJson } from '../parse-json.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, inflated; undefined without one. */
    bytes: Buffer | undefined
    /** What the body could not be read for: answered once the request is through, so that the sender gets to read it. */
    bodyFailure: Problem | undefined
    /** The share that the request has of the memory for bodies. */
    heldBytes: HeldBytes | undefined
    /** SHA-256 of the inflated body, where the request has an Idempotency-Key. */
    bodyDigest: Hash | undefined
  }
  interface FastifyContextConfig {
    /** Media types of bodies that the route reads; taken from its schema. */
    consumes?: readonly string[]
    /** A lower limit than that of the service, for bodies that are small by nature. Bytes. */
    bodyBytesMax?: number
    /** The handler parses the body itself from `request.bytes`. */
    rawBody?: boolean
    /** A request without a body stands for one with an empty object. */
    bodyOptional?: boolean
  }
}

const binaryTypes = new Set<string>([mediaTypes.binary, mediaTypes.safetensors])

/** What is still read of a body that is refused, so that a client that sends before it listens gets its answer. */
const discardedBytesMax = 256 * 2 ** 20

/**
 * Reads bodies: inflates them, holds them to their limit, and all bodies together to a budget of memory. JSON becomes
 * `request.body`; other formats are `request.bytes`.
 */
export const requestBody = fp(
  async (app: FastifyInstance, { bodyBytesMax }: { bodyBytesMax: number }) => {
    const budget = new BodyBudget(Math.max(2 ** 29, 8 * bodyBytesMax))
    app.decorateRequest('bytes', undefined)
    app.decorateRequest('bodyFailure', undefined)
    app.decorateRequest('bodyDigest', undefined)
    app.decorateRequest('heldBytes', undefined)

    app.addHook('onRoute', (route) => {
      const body = route.schema?.body as { content?: Record<string, unknown>; required?: boolean } | undefined
      if (body?.content !== undefined) {
        route.config = { consumes: Object.keys(body.content), bodyOptional: body.required === false, ...route.config }
      }
    })

    app.addHook('preParsing', (request, reply, _payload, done) => {
      if (request.routeOptions.config.consumes !== undefined) {
        const held = budget.open()
        request.heldBytes = held
        reply.raw.once('close', () => held.release())
      }
      done()
    })

    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: unknown) => void) => {
      const { consumes, bodyBytesMax: routeMax } = request.routeOptions.config
      if (request.is404 || consumes === undefined) {
        payload.resume()
        return done(null, undefined)
      }
      const refuse = (failure: Problem) => {
        request.bodyFailure = failure
        discard(payload)
        done(null, undefined)
      }
      const mediaType = request.mediaType ?? ''
      if (!consumes.includes(mediaType)) return refuse(unsupported(mediaType, consumes))
      const charset = request.headers['content-type']?.match(/;\s*charset\s*=\s*"?([^\s";]+)/i)?.[1]
      if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
        return refuse(new Problem('unsupported-media-type', `Text is read as UTF-8, and not as ${charset}.`))
      }
      if (request.headers['idempotency-key'] !== undefined) request.bodyDigest = createHash('sha256')
      const bytesMax = Math.min(routeMax ?? Infinity, bodyBytesMax * (binaryTypes.has(mediaType) ? 4 : 1))
      read(request, payload, bytesMax, refuse, () => done(null, undefined))
    })

    app.addHook('preValidation', (request, _reply, done) => {
      const { consumes, rawBody, bodyOptional } = request.routeOptions.config
      if (consumes === undefined) return done()
      if (request.bodyFailure !== undefined) return done(request.bodyFailure)
      if (request.bytes === undefined) {
        if (!bodyOptional) return done(invalid('', 'The body is missing.', `Send one as ${consumes.join(', ')}.`))
        request.body = {}
        return done()
      }
      if (rawBody) return done()
      try {
        request.body = parseJson(decodeUtf8(request.bytes))
        done()
      } catch (error) {
        done(error as Error)
      }
    })
  },
  { name: 'request-body' }
)

/** @throws Problem `invalid-request` where bytes are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('', 'The body is not UTF-8.', 'Encode the text as UTF-8.')
  }
}

function read(request: FastifyRequest, payload: Readable, bytesMax: number, refuse: (failure: Problem) => void, done: () => void): void {
  const tooLarge = () =>
    new Problem('body-too-large', `The body is larger than the ${bytesMax} bytes that this path reads as ${request.mediaType}.`)
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  if (declared > bytesMax) return refuse(tooLarge())
  const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const inflated = inflate(payload, coding)
  if (inflated === undefined)
    return refuse(new Problem('unsupported-media-type', `Content-Encoding is gzip, deflate or br, and not ${coding}.`))

  const held = request.heldBytes
  // A body of known length is read into its place at once: nothing is copied twice, and float64 values are aligned.
  const whole = coding === 'identity' && declared > 2 ** 16 ? Buffer.from(new ArrayBuffer(declared)) : undefined
  const pieces: Buffer[] = []
  let length = 0
  let settled = false
  const settle = (finish: () => void) => {
    if (settled) return
    settled = true
    finish()
  }
  const fail = (failure: Problem) =>
    settle(() => {
      held?.release()
      if (inflated !== payload) {
        payload.unpipe()
        inflated.destroy()
      }
      refuse(failure)
    })

  inflated.on('data', (piece: Buffer) => {
    if (settled) return
    if (length + piece.length > bytesMax) return fail(tooLarge())
    if (!held?.take(piece.length))
      return fail(new Problem('overloaded', 'Too many bodies are being read at once.', { retryAfterSeconds: 1 }))
    request.bodyDigest?.update(piece)
    if (whole === undefined) pieces.push(piece)
    else whole.set(piece, length)
    length += piece.length
  })
  inflated.on('end', () =>
    settle(() => {
      request.bytes = whole ?? (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length))
      done()
    })
  )
  inflated.on('error', () => fail(invalid('', `The body is not valid ${coding}.`)))
  payload.on('error', () => settle(() => held?.release()))
}

function discard(payload: Readable): void {
  let discarded = 0
  payload.on('data', (piece: Buffer) => {
    discarded += piece.length
    if (discarded > discardedBytesMax) payload.destroy()
  })
  payload.on('error', () => {})
  payload.resume()
}

function unsupported(mediaType: string, consumes: readonly string[]): Problem {
  const was = mediaType === '' ? 'is missing' : `is ${mediaType}`
  return new Problem('unsupported-media-type', `Content-Type ${was}; this path reads ${consumes.join(', ')}.`)
}
