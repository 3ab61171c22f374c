import { Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type ContentCoding, preferredCoding } from '../media-types.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers are small, or asked for so often that they go out as they are; or those in some formats do. */
    uncompressed?: boolean | readonly string[]
  }
}

/** Below this size an answer is in one packet, whatever its coding. Bytes. */
const compressedBytesMin = 1024

/**
 * Compresses answers for those who ask. Not by @fastify/compress: that one takes an answer that begins like gzip for one that is
 * compressed already, and float64 values can begin in any way.
 */
export const compression = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      if (route.schema?.operationId !== undefined && route.config?.uncompressed !== true) route.onSend = compress
    })
  },
  { name: 'compression' }
)

/** The coding that an answer of some length will have. */
export const codingOf = ({ headers }: FastifyRequest): ContentCoding => {
  const accepted = headers['accept-encoding']
  return accepted === undefined ? 'identity' : preferredCoding(accepted)
}

function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload?: unknown) => void): void {
  const isText = typeof payload === 'string'
  if (payload instanceof Readable) {
    payload.on('error', (err) => request.server.serviceLog.error({ err, requestId: request.id }, 'an answer was cut off'))
  }
  if (!(isText || payload instanceof Readable) || reply.statusCode >= 400 || (isText && payload.length < compressedBytesMin)) {
    done(null, payload)
    return
  }
  const uncompressed = request.routeConfig?.uncompressed
  if (Array.isArray(uncompressed) && uncompressed.includes(request.answerType)) {
    done(null, payload)
    return
  }
  varyOn(reply, 'accept-encoding')
  const coding = codingOf(request)
  if (coding === 'identity') {
    done(null, payload)
    return
  }
  const coder = coding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip({ level: 5 })
  reply.header('content-encoding', coding)
  reply.removeHeader('content-length')
  const source = isText ? Readable.from([payload]) : payload
  source.on('error', (error) => coder.destroy(error))
  coder.on('close', () => source.destroy())
  done(null, source.pipe(coder))
}

/** Adds a header to those that the answer depends on. */
export function varyOn(reply: FastifyReply, name: string): void {
  const now = reply.getHeader('vary')
  if (now === undefined) reply.header('vary', name)
  else if (!String(now).split(', ').includes(name)) reply.header('vary', `${now}, ${name}`)
}
