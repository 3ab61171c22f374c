import type { FastifyReply, FastifyRequest } from 'fastify'
import { codingOf, varyOn } from './plugins/compression.ts'

/** The name of a format in an entity tag: the subtype of its media type. */
const formatOf = (mediaType: string): string => mediaType.slice(mediaType.lastIndexOf('/') + 1).replace(/^(x-|vnd\.)/, '')

/**
 * Gives an answer its strong entity tag, which differs by format and coding, and says what it depends on.
 * @param state names what is answered, whatever its format
 * @see RFC 9110, HTTP Semantics, §8.8.3
 */
export function tagAnswer(request: FastifyRequest, reply: FastifyReply, state: string): string {
  const coding = codingOf(request)
  const tag = `"${state}-${formatOf(request.answerType)}${coding === 'identity' ? '' : `-${coding}`}"`
  reply.header('etag', tag)
  varyOn(reply, 'accept')
  varyOn(reply, 'accept-encoding')
  return tag
}

/**
 * Tags an answer, and says whether the client has it already: then the answer is a bare 304. A client may also send the state as a
 * tag, for what it holds in any format.
 * @see RFC 9110, HTTP Semantics, §13.1.2
 */
export function notModified(request: FastifyRequest, reply: FastifyReply, state: string): boolean {
  const tag = tagAnswer(request, reply, state)
  const known = request.headers['if-none-match']
  if (known === undefined || !matches(known, [tag, `"${state}"`])) return false
  reply.code(304)
  return true
}

/** Weak comparison, as If-None-Match asks for. */
export const matches = (known: string, tags: readonly string[]): boolean =>
  known.trim() === '*' || known.split(',').some((one) => tags.includes(one.trim().replace(/^W\//, '')))
