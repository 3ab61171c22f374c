import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'

interface Path {
  matches: RegExp
  methods: Set<string>
}

/**
 * What to answer where no route is: 405 with `Allow` on a path that has other methods, 204 with `Allow` to OPTIONS, else 404. It
 * knows the paths from the routes themselves, so it must be registered before them.
 */
export const allowedMethods = fp(
  async (app: FastifyInstance) => {
    const paths = new Map<string, Path>()

    app.addHook('onRoute', ({ url, method }) => {
      const path = paths.get(url) ?? { matches: patternOf(url), methods: new Set(['OPTIONS']) }
      for (const each of [method].flat()) path.methods.add(each)
      paths.set(url, path)
    })

    // Before anything is read: a body does not make a path or a method of what is none.
    app.addHook('onRequest', (request, reply, done) => {
      if (!request.is404) {
        done()
        return
      }
      const path = request.url.split('?', 1)[0] ?? ''
      const methods = new Set([...paths.values()].filter(({ matches }) => matches.test(path)).flatMap((known) => [...known.methods]))
      const allow = [...methods].sort().join(', ')
      if (methods.size === 0) done(nothingAt(path))
      else if (request.method === 'OPTIONS') reply.code(204).header('allow', allow).send()
      else {
        reply.header('allow', allow)
        done(new Problem('method-not-allowed', `${path} supports ${allow}, not ${request.method}.`))
      }
    })
    // Where a route itself finds that there is nothing.
    app.setNotFoundHandler((request) => {
      throw nothingAt(request.url)
    })
  },
  { name: 'allowed-methods' }
)

const nothingAt = (path: string): Problem => new Problem('not-found', `The path ${path.split('?', 1)[0]} does not exist.`)

/** The paths that a route's pattern stands for: `:name` is one part of a path, a `*` at the end is anything. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[A-Za-z]+/g, '[^/]+')
      .replace(/\*$/, '.*')}$`
  )
