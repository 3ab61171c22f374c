import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { invalid } from '../../domain/problems.ts'

/** No name of anything has a null character, and file systems and databases stumble over it. */
const nullCharacter = '%00'

/** Refuses paths with a null character in them, whichever route they would lead to. */
export const requestPath = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', ({ url }, _reply, done) => {
      const at = url.indexOf(nullCharacter)
      if (at === -1 || url.slice(0, at).includes('?')) done()
      else done(invalid('path/', 'The path has a null character (%00) in it.', 'Leave it out.'))
    })
  },
  { name: 'request-path' }
)

/**
 * The path of a request that names its whole URL, as it does to a proxy. The host of the URL takes the place of the header.
 * @see RFC 9112, HTTP/1.1, §3.2.2
 */
export function originForm(request: IncomingMessage): string {
  const { url = '/' } = request
  const [whole, authority, rest] = url.startsWith('/') ? [] : (/^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [])
  if (whole === undefined) return url
  request.headers.host = authority
  return rest?.startsWith('/') ? rest : `/${rest}`
}
