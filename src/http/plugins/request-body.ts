import { createHash, type Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { timeInTurn } from '../../domain/loop-turn.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Parts } from '../../services/parts.ts'
import { bodyPieces } from '../body-pieces.ts'
import { mediaTypes } from '../media-types.ts'
import { discard, readBody } from '../read-body.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, inflated; undefined without one. */
    bytes: Buffer | undefined
    /** The body as it arrives, where the route takes it so. */
    pieces: { readonly body: AsyncIterable<Uint8Array>; readonly bytesMax: number; readonly discard: () => void } | undefined
    /** Why the body was not read: answered when its turn comes, so that the sender gets to read it. */
    bodyFailure: unknown
    /** SHA-256 of the inflated body, or of the files in it, where the request has an Idempotency-Key. */
    bodyDigest: Hash | string | undefined
    /** Where its body is put, unless in new memory. */
    placeFor: ((bytes: number) => Buffer) | undefined
    /** The share that the request has of the memory of the service, where it may have a body. */
    bodyMemory: HeldMemory
  }
  interface FastifyContextConfig {
    /** Media types of bodies that the route reads; taken from its schema. */
    consumes?: readonly string[]
    /** A request without a body stands for one with an empty object; taken from the schema. */
    bodyOptional?: boolean
    /** A lower limit than that of the service, for bodies that are small by nature. Bytes. */
    bodyBytesMax?: number
    /** Fields of the body that are lists of norms, and come as float64. */
    numberLists?: readonly string[]
    /** The handler parses `request.bytes` itself. */
    rawBody?: boolean
    /** The handler takes long safetensors, or bodies of every type, as they arrive, from `request.pieces`. */
    streamedBody?: 'safetensors' | 'all'
    /** The handler is done with safetensors when the answer is sent: their memory is used again. */
    reusedBody?: boolean
  }
}

export interface RequestBodyOptions {
  /** The limit of JSON and text; binary bodies may be four times as large. Bytes. */
  bodyBytesMax: number
  /** The limit of bodies of every type that are taken as they arrive. Bytes. */
  streamedBytesMax: number
  json: Parts['pools']['json']
  places: Parts['pools']['optimizers']['places']
}

const binaryTypes: ReadonlySet<string> = new Set([mediaTypes.binary, mediaTypes.safetensors])

/**
 * Reads bodies: inflates them, holds each to its limit, and all together to the memory budget. JSON becomes `request.body`; what a
 * route parses itself is `request.bytes`.
 */
export const requestBody = fp(
  async (app: FastifyInstance, { bodyBytesMax, streamedBytesMax, json, places }: RequestBodyOptions) => {
    app.decorateRequest('placeFor', undefined)
    app.decorateRequest('bytes', undefined)
    app.decorateRequest('pieces', undefined)
    app.decorateRequest('bodyFailure', undefined)
    app.decorateRequest('bodyDigest', undefined)
    app.decorateRequest('bodyMemory')

    app.addHook('onRoute', (route) => {
      const body = route.schema?.body as { content?: Record<string, unknown>; required?: boolean } | undefined
      if (body?.content === undefined) {
        if (route.method === 'DELETE') route.onRequest = [...[route.onRequest ?? []].flat(), forgetType]
        return
      }
      route.config = { consumes: Object.keys(body.content), bodyOptional: body.required === false, ...route.config }
      route.preParsing = (request, reply, _payload, done) => {
        request.bodyMemory = reply.memory
        if (request.routeOptions.config.reusedBody && request.mediaType === mediaTypes.safetensors) {
          request.placeFor = (bytes) => {
            const { place, release } = places.take(bytes)
            reply.raw.once('close', release)
            return place
          }
        }
        done()
      }
      route.preValidation = async (request) => decode(request, json)
    })

    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
      if (request.is404 || request.routeOptions.config.consumes === undefined) return discard(payload)
      try {
        if (request.routeOptions.config.streamedBody === 'all') takePieces(request, payload, streamedBytesMax)
        else await receive(request, payload, bodyBytesMax)
      } catch (error) {
        request.bodyFailure = error
      }
    })
  },
  { name: 'request-body' }
)

/** Where no body is read, its type does not matter, nor whether it is one. */
function forgetType(request: FastifyRequest, _reply: unknown, done: () => void): void {
  delete request.raw.headers['content-type']
  done()
}

/** Bodies of at most this length are read as a whole, though the route takes pieces: one piece is never copied again. Bytes. */
const wholeBytesMax = 8 * 2 ** 20

/** A body of whatever type, which the handler finds out about. */
function takePieces(request: FastifyRequest, payload: Readable, bytesMax: number): void {
  const { 'content-length': length, 'content-encoding': coding = 'identity' } = request.headers
  if (Number(length) > bytesMax) {
    discard(payload)
    throw new Problem('body-too-large', `The body exceeds the limit of ${bytesMax} bytes for this path.`)
  }
  request.pieces = { body: bodyPieces(payload, coding.trim().toLowerCase(), bytesMax), bytesMax, discard: () => discard(payload) }
}

async function receive(request: FastifyRequest, payload: Readable, bodyBytesMax: number): Promise<void> {
  const { consumes = [], bodyBytesMax: routeMax = Number.POSITIVE_INFINITY, streamedBody } = request.routeOptions.config
  const { 'content-type': contentType = '', 'content-length': length, 'content-encoding': coding = 'identity' } = request.headers
  const unsupported = unsupportedReason(request.mediaType ?? '', contentType, consumes)
  if (unsupported !== undefined) {
    discard(payload)
    throw new Problem('unsupported-media-type', unsupported)
  }
  const bytesMax = Math.min(routeMax, bodyBytesMax * (binaryTypes.has(request.mediaType ?? '') ? 4 : 1))
  const declared = length === undefined ? Number.NaN : Number(length)
  const codingName = coding.trim().toLowerCase()
  if (
    streamedBody === 'safetensors' &&
    request.mediaType === mediaTypes.safetensors &&
    !(declared <= wholeBytesMax) &&
    !(declared > bytesMax)
  ) {
    request.pieces = {
      body: bodyPieces(payload, codingName, bytesMax),
      bytesMax: Number.isNaN(declared) || codingName !== 'identity' ? bytesMax : declared,
      discard: () => discard(payload)
    }
    return
  }
  const digest = request.headers['idempotency-key'] === undefined ? undefined : createHash('sha256')
  request.bodyDigest = digest
  request.bytes = await readBody(payload, declared, codingName, {
    bytesMax,
    memory: request.bodyMemory,
    digest,
    ...(request.placeFor === undefined ? {} : { placeFor: request.placeFor })
  })
}

function unsupportedReason(mediaType: string, contentType: string, consumes: readonly string[]): string | undefined {
  if (!consumes.includes(mediaType)) {
    return `Content-Type ${mediaType === '' ? 'is missing' : `is ${mediaType}`}; this path reads ${consumes.join(', ')}.`
  }
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]
  return charset === undefined || /^utf-?8$/i.test(charset) ? undefined : `Text must be UTF-8, not ${charset}.`
}

/** Up to this length a body is parsed in a fraction of a millisecond. Bytes. */
const smallBytesMax = 2 ** 14

async function decode(request: FastifyRequest, json: RequestBodyOptions['json']): Promise<void> {
  const { consumes = [], rawBody, bodyOptional, numberLists = [] } = request.routeOptions.config
  if (request.bodyFailure !== undefined) throw request.bodyFailure
  if (request.pieces !== undefined) return
  if (request.bytes === undefined) {
    if (!bodyOptional) throw invalid('', 'The body is missing.', `Send a body in one of ${consumes.join(', ')}.`)
    request.body = {}
  } else if (!rawBody) {
    if (request.bytes.length > smallBytesMax) await timeInTurn()
    request.body = await json.readLists(request.bytes, numberLists)
  }
}
