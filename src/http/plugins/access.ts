import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { type Access, type ApiKey, allows, type Scope } from '../../domain/access.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import { defaultProject } from '../../domain/project.ts'
import type { KeyRefusal, Keyring } from '../../services/keys/keyring.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether a call that stores something needs a key now. @throws Problem `overloaded` where the database is away and was never asked */
    needsKey(): Promise<boolean>
  }
  interface FastifyRequest {
    /** Who sends it, and what they may do. */
    access: Access
  }
  interface FastifyContextConfig {
    /** The scope that a call needs, or `open`: it holds no data, and needs no key. Unless said, reading needs `read` and all else `write`. */
    access?: 'open' | Scope
    /** The call makes keys: it is open while there is none that could, so that the first can be made. */
    makesKeys?: boolean
  }
}

/** When a request may come without a key. */
export interface AccessPolicy {
  /** `TAPER_OPEN`: always. */
  readonly open: boolean
  /** The service is reached from this machine alone: as long as there are no keys. */
  readonly loopback: boolean
}

export interface AccessOptions {
  readonly keyring: Keyring
  readonly policy: AccessPolicy
}

/** For calls that need no key. */
const nobody: Access = { project: defaultProject, scope: 'read', key: null }
const anybody: Record<'write' | 'admin', Access> = {
  write: { project: defaultProject, scope: 'write', key: null },
  admin: { project: defaultProject, scope: 'admin', key: null }
}

/** The scope that a route needs. */
export const accessOf = ({ url, method, config }: Pick<RouteOptions, 'url' | 'method' | 'config'>): 'open' | Scope => {
  if (config?.access !== undefined) return config.access
  if (url === '/docs' || url.startsWith('/docs/')) return 'open'
  return [method].flat().every((each) => each === 'GET' || each === 'HEAD') ? 'read' : 'write'
}

/** Lets requests in by their API key, before anything of them is read. @see RFC 6750, Bearer Token Usage */
export const access = fp(
  async (app: FastifyInstance, { keyring, policy }: AccessOptions) => {
    app.decorateRequest('access')
    app.decorate('needsKey', async () => !policy.open && (!policy.loopback || (await keyring.existing()).any))

    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: accessOf(route) }
    })

    app.addHook('onRequest', (request, reply, done) => {
      const { access: needed = 'admin', makesKeys = false } = request.routeOptions.config
      if (request.is404 || needed === 'open') {
        request.access = nobody
        done()
        return
      }
      try {
        const given = givenAccess(request, reply, keyring) ?? withoutKey(reply, keyring, policy, makesKeys)
        if (given instanceof Promise) given.then((found) => admit(request, reply, needed, found)).then(() => done(), done)
        else {
          admit(request, reply, needed, given)
          done()
        }
      } catch (error) {
        done(error as Error)
      }
    })
  },
  { name: 'access', dependencies: ['project'] }
)

/** @throws Problem `scope-required` */
function admit(request: FastifyRequest, reply: FastifyReply, needed: Scope, given: Access): void {
  if (!allows(given.scope, needed)) {
    reply.header('www-authenticate', `Bearer realm="Taper", error="insufficient_scope", scope="${needed}"`)
    throw new Problem('scope-required', `The call needs a key of scope ${needed}; this one has ${given.scope}.`)
  }
  request.access = given
  request.project = given.project
}

/** What the key that a connection sent last allows. */
interface Remembered {
  readonly authorization: string
  readonly access: Access
  /** The keys had changed so often here. */
  readonly changes: number
  /** Milliseconds since 1970. */
  readonly until: number
}

/**
 * A trainer sends the same key with every request of a connection: for so long it is not looked up again. With the age of what was looked up
 * (services/keys/recent-readings.ts) that is a second at most. Milliseconds.
 */
const rememberedMs = 500
const remembered = new WeakMap<object, Remembered>()

/** What the key of a request allows; undefined: it has none. @throws Problem `key-required`, `invalid-request` */
function givenAccess(request: FastifyRequest, reply: FastifyReply, keyring: Keyring): Access | Promise<Access> | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) return undefined
  const { rawHeaders, socket } = request.raw
  if (countOf(rawHeaders, 'authorization') > 1) throw invalid('header/authorization', 'is there twice.', 'Send it once.')
  const last = remembered.get(socket)
  if (last?.authorization === authorization && last.changes === keyring.changes && Date.now() < last.until) return last.access
  const { changes } = keyring
  const found = keyring.find(authorization.slice(0, 7).toLowerCase() === 'bearer ' ? authorization.slice(7).trim() : '')
  const take = (key: ApiKey | KeyRefusal): Access => {
    const access = accessBy(key, reply)
    const until = Math.min(Date.now() + rememberedMs, access.key?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY)
    remembered.set(socket, { authorization, access, changes, until })
    return access
  }
  return found instanceof Promise ? found.then(take) : take(found)
}

/** What a key allows, made once for each. */
const known = new WeakMap<ApiKey, Access>()

function accessBy(key: ApiKey | KeyRefusal, reply: FastifyReply): Access {
  if (typeof key === 'string') {
    reply.header('www-authenticate', 'Bearer realm="Taper", error="invalid_token"')
    throw new Problem('key-required', refusals[key])
  }
  let made = known.get(key)
  if (made === undefined) {
    made = { project: key.project, scope: key.scope, key }
    known.set(key, made)
  }
  return made
}

const refusals: Record<KeyRefusal, string> = {
  malformed: 'The header Authorization is not `Bearer taper_…`: send the key as it was shown when it was made.',
  mistyped: 'The checksum of the key does not fit: a character of it is wrong.',
  unknown: 'The key is unknown or was revoked.',
  expired: 'The key has expired.'
}

/** What is allowed without a key. @throws Problem `key-required` */
function withoutKey(reply: FastifyReply, keyring: Keyring, { open, loopback }: AccessPolicy, makesKeys: boolean): Access | Promise<Access> {
  if (!open && !loopback) throw refused(reply)
  const decide = ({ any, admin }: { any: boolean; admin: boolean }): Access => {
    if (!any || (makesKeys && !admin)) return anybody.admin
    if (open) return anybody.write
    throw refused(reply)
  }
  const existing = keyring.existing()
  return existing instanceof Promise ? existing.then(decide) : decide(existing)
}

function refused(reply: FastifyReply): Problem {
  reply.header('www-authenticate', 'Bearer realm="Taper"')
  return new Problem('key-required', 'The request has no key.')
}

/** How often a header came; Node keeps the first of several. */
function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.length === name.length && rawHeaders[i]?.toLowerCase() === name) count++
  }
  return count
}
