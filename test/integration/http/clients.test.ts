import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { clientRoutes } from '../../../src/http/routes/clients.ts'
import { testApp } from '../../support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-clients-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const wheel = 'taper_lr-0.1.0-py3-none-any.whl'
const content = Buffer.from('a wheel')
const app = Fastify()
clientRoutes(app, pathToFileURL(`${folder}/`))
const get = (url: string, host = '127.0.0.1:8080') => app.inject({ url, headers: { host } })

describe('the clients that a service gives', () => {
  it('are said not to be built where they are not', async () => {
    expect((await get('/clients/')).body).toContain('not built yet')
  })

  it('are listed for people and for pip, with what they must hash to', async () => {
    for (const file of [wheel, 'taper_lr_command-0.1.0-py3-none-any.whl', 'taper-lr-client-0.1.0.tgz'])
      writeFileSync(join(folder, file), content)
    const hash = createHash('sha256').update(content).digest('hex')
    const { headers, body } = await get('/clients/')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain(`<a href="${wheel}#sha256=${hash}">${wheel}</a>`)
    expect(body).toContain("pip install --find-links http://127.0.0.1:8080/clients/ 'taper-lr[node]'")
    expect(body).toContain('npm install http://127.0.0.1:8080/clients/taper-lr-client-0.1.0.tgz')
    const links = [...(await get('/clients/taper-lr/')).body.matchAll(/href="([^"]+)"/g)].map(([, link]) => link)
    expect(links).toEqual([`../${wheel}#sha256=${hash}`])
    expect([...(await get('/clients/taper-lr-command/')).body.matchAll(/href="([^"]+)"/g)]).toHaveLength(1)
    expect((await get('/clients')).headers.location).toBe('/clients/')
  })

  it('come with their type, and nothing else of the machine does', async () => {
    const { headers, rawPayload } = await get(`/clients/${wheel}`)
    expect([headers['content-type'], rawPayload.equals(content)]).toEqual(['application/zip', true])
    expect((await get('/clients/taper-lr-client-0.1.0.tgz')).headers['content-type']).toBe('application/gzip')
    for (const path of ['/clients/..%2f..%2fpackage.json', '/clients/%2e%2e/package.json', '/clients/none-1.whl', '/clients/none/']) {
      expect([path, (await get(path)).statusCode >= 400]).toEqual([path, true])
    }
  })

  it('are fetched by pip from another machine only where the command says that it is trusted', async () => {
    expect((await get('/clients/', 'taper.example.org:8080')).body).toContain('--trusted-host taper.example.org ')
    expect((await get('/clients/', '"><script>')).body).not.toContain('<script>')
  })

  it('need no key', async () => {
    const withKeys = await testApp({ HOST: '0.0.0.0' })
    expect((await withKeys.send('GET', '/clients/')).statusCode).toBe(200)
    expect((await withKeys.send('GET', '/clients/none-1.whl')).statusCode).toBe(404)
  })
})
