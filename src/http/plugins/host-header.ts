import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { invalid, Problem } from '../../domain/problems.ts'
import { hostOf, type KnownBy, knownHosts } from '../known-hosts.ts'

/** So many hosts are remembered as known. */
const rememberedMax = 100

/**
 * Refuses requests of HTTP/1.1 without a Host or with several, as they must be, and those for a host that the service is not known by: a name
 * that somebody else made to lead here.
 * @see RFC 9112, HTTP/1.1, §3.2
 */
export const hostHeader = fp(
  async (app: FastifyInstance, knownBy: KnownBy) => {
    const isKnown = knownHosts(knownBy)
    const remembered = new Set<string>()

    const refusal = ({ headers: { host }, httpVersionMinor }: IncomingMessage): Problem | undefined => {
      if (host === undefined) {
        return httpVersionMinor === 0 ? undefined : invalid('header/host', 'is required in HTTP/1.1.', 'Send the header Host.')
      }
      const named = hostOf(host)
      if (named === undefined) return invalid('header/host', 'is not a host with an optional port.', 'Send the host of the URL.')
      if (!isKnown(named)) {
        return new Problem('misdirected-request', `The service is not known as ${host}. If it is, list that name in TAPER_HOSTS.`)
      }
      if (remembered.size >= rememberedMax) remembered.clear()
      remembered.add(host)
      return undefined
    }

    app.addHook('onRequest', ({ raw }, _reply, done) => {
      if (hostsOf(raw.rawHeaders) > 1) done(invalid('header/host', 'is there more than once.', 'Send it once.'))
      else if (raw.headers.host !== undefined && remembered.has(raw.headers.host)) done()
      else done(refusal(raw))
    })
    // A client may expect what it likes; only 100-continue has a meaning, and Node answers that.
    app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  },
  { name: 'host-header' }
)

/** How many Host headers there are: of several, Node shows the first. */
function hostsOf(rawHeaders: readonly string[]): number {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts
}
