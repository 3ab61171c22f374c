import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route heeds `Prefer: wait=<seconds>`. */
    waits?: boolean
  }
}

/** Nobody waits longer for one answer; proxies would not either. Seconds. */
export const waitMax = 60

/**
 * How many seconds a client wants to wait for work to end, by `Prefer: wait=<seconds>`; the answer says so. 0 without the preference, or
 * with one that cannot be read: a preference never is an error.
 * @see RFC 7240, Prefer Header for HTTP, §4.3
 */
export function preferredWait(request: FastifyRequest, reply: FastifyReply): number {
  const wanted = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?\s*(?:$|[,;])/i.exec(String(request.headers.prefer ?? ''))?.[1]
  if (wanted === undefined) return 0
  const seconds = Math.min(waitMax, Number(wanted))
  reply.header('preference-applied', `wait=${seconds}`)
  return seconds
}

/** Whether a client wants an operation at once, by `Prefer: respond-async`; the answer says so. @see RFC 7240, §4.1 */
export function prefersOperation(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!/(?:^|[,;\s])respond-async\s*(?:$|[,;])/i.test(String(request.headers.prefer ?? ''))) return false
  reply.header('preference-applied', 'respond-async')
  return true
}
