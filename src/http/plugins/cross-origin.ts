import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'

/** Methods that change nothing. @see RFC 9110, HTTP Semantics, §9.2.1 */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What a browser says of a request that no page of another origin made: a page of this one did, or a person. */
const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none'])

/**
 * Refuses what a page of another origin sends to change something: a browser would send it for whoever visits that page. Programs send
 * neither header. What is only read goes out without leave for other origins to see it.
 * @see https://www.w3.org/TR/fetch-metadata/
 * @see RFC 6454, The Web Origin Concept, §7
 */
export const crossOrigin = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', ({ method, headers: { origin, host, 'sec-fetch-site': site } }, _reply, done) => {
      if (safeMethods.has(method) || (ownSites.has(site as string | undefined) && isOwn(origin, host))) return done()
      const from = origin === undefined ? 'Another site' : `The origin ${origin}`
      done(new Problem('cross-origin', `${from} may not change anything here.`))
    })
  },
  { name: 'cross-origin' }
)

/** Whether an origin has the host and port that the request was sent to. Its scheme may differ: a proxy may speak TLS. */
function isOwn(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  const page = parsed(origin)
  return page !== null && page.host !== '' && page.host === parsed(`${page.protocol}//${host}`)?.host
}

function parsed(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}
