import type { FastifyInstance } from 'fastify'
import { isLoopback } from '../../domain/loopback.ts'
import { Problem } from '../../domain/problems.ts'
import { type ClientPackage, clientPackages, clientsFolder, contentOf } from '../client-packages.ts'

const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The clients of this very service, for who has nothing but its address: pages that people read, and pip as `--find-links` or as an index.
 * @see https://packaging.python.org/specifications/simple-repository-api/
 */
export function clientRoutes(app: FastifyInstance, folder = clientsFolder): void {
  const open = { config: { access: 'open' as const }, schema: { hide: true } }

  app.get('/clients', open, (_request, reply) => reply.redirect('/clients/', 308))

  app.get('/clients/', open, (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(pageOf(clientPackages(folder), request.headers.host ?? '127.0.0.1:8080'))
  )

  app.get<{ Params: { project: string } }>('/clients/:project/', open, (request, reply) => {
    const files = clientPackages(folder).filter(({ project }) => project === request.params.project)
    if (files.length === 0) throw new Problem('not-found', 'There is no client of this name. /clients/ lists them.')
    const page = `<!doctype html><title>Links for ${files[0]?.project}</title>\n${files.map((file) => linkTo(file, '../')).join('<br>\n')}\n`
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page)
  })

  app.get<{ Params: { file: string } }>('/clients/:file', open, (request, reply) => {
    const found = clientPackages(folder).find(({ file }) => file === request.params.file)
    if (found === undefined) throw new Problem('not-found', 'There is no client of this name. /clients/ lists them.')
    return reply.type(found.type).header('cache-control', 'no-cache').send(contentOf(found.file, folder))
  })
}

const linkTo = ({ file, sha256 }: ClientPackage, from: string): string => `<a href="${from}${file}#sha256=${sha256}">${file}</a>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Links stay in HTML that pip reads: it takes the first of each name and version. */
function pageOf(files: readonly ClientPackage[], host: string): string {
  const address = `http://${escaped(host)}/clients/`
  const name = host.replace(/:\d+$/, '')
  // pip takes nothing over plain HTTP from another machine unless it is told to.
  const pip = `pip install --find-links ${address}${isLoopback(name.replace(/^\[|\]$/g, '')) ? '' : ` --trusted-host ${escaped(name)}`}`
  const npm = files.find(({ file }) => file.endsWith('.tgz'))
  const lists = files.map((file) => `<li>${linkTo(file, '')}, ${Math.ceil(file.bytes / 1000)} kB</li>`).join('\n')
  const commands = [
    `${pip} taper-lr               # Python: to log norms and read schedules`,
    `${pip} 'taper-lr[node]'       # and taper.refine and the command taper, without a server`,
    `${pip} 'taper-lr[serve]'      # and the whole service`,
    ...(npm === undefined ? [] : [`npm install ${address}${npm.file}   # TypeScript and JavaScript`])
  ]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Clients of Taper</title>
<h1>Clients of this Taper</h1>
<p>They are on no public index: <code>taper</code> on PyPI and npm is somebody else's.</p>
${files.length === 0 ? '<p>They are not built yet. <code>npm run build</code> builds them; reload this page then.</p>' : `<pre>${commands.join('\n')}</pre>\n<ul>\n${lists}\n</ul>`}
</html>
`
}
