import { describe, expect, it } from 'vitest'
import { problems } from '../../../src/domain/problems.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, storage } = await testApp()

describe('the process', () => {
  it('says that it lives', async () => {
    const answer = await send('GET', '/livez')
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
  })

  it('is ready when the database answers', async () => {
    const answer = await send('GET', '/readyz')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      status: 'ok',
      checks: { service: { status: 'ok' }, database: { status: 'ok' }, engine: { status: 'ok' } }
    })
  })

  it('is not ready when it does not', async () => {
    const check = storage.check
    Object.assign(storage, { check: () => Promise.reject(new Error('away')) })
    const [ready, live, version] = [await send('GET', '/readyz'), await send('GET', '/livez'), await send('GET', '/version')]
    Object.assign(storage, { check })
    expect(ready.statusCode).toBe(503)
    expect(ready.json()).toMatchObject({ status: 'failed', checks: { database: { status: 'failed' }, engine: { status: 'ok' } } })
    expect(live.statusCode).toBe(200)
    expect(version.json().database.version).toBeNull()
  })

  it('says what it is made of', async () => {
    const { version, engine, engines, database } = (await send('GET', '/version')).json()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(engine).toEqual({ name: 'reference', device: 'cpu', library: null, precisions: ['float64'] })
    expect(engines).toContainEqual(engine)
    expect(database.version).toMatch(/^\d+/)
  })
})

describe('the entrance', () => {
  it('leads to paths that are there', async () => {
    const { links, start } = (await send('GET', '/')).json<{ links: Record<string, string>; start: string[] }>()
    for (const path of Object.values(links)) expect([path, (await send('GET', path)).statusCode]).toEqual([path, 200])
    expect(start.join('\n')).toMatch(/gradient-norms/)
  })

  it('is a page for browsers', async () => {
    const answer = await send('GET', '/', { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } })
    expect(answer.headers['content-type']).toMatch(/^text\/html/)
    expect(answer.headers.vary).toMatch(/accept/)
    expect(answer.body).toMatch(/href="docs"/)
  })

  it('says that a key is needed, in its commands, where one is', async () => {
    const withKeys = await testApp({ HOST: '0.0.0.0' })
    const open = await testApp({ HOST: '0.0.0.0', TAPER_OPEN: 'true' })
    const commands = async (app: typeof open) => (await app.send('GET', '/')).json<{ start: string[] }>().start.join('\n')
    expect(await commands(withKeys)).toMatch(/authorization: Bearer/)
    expect(await commands(open)).not.toMatch(/authorization/)
  })

  it('shows no host that is not one', async () => {
    const answer = await send('GET', '/', { headers: { accept: 'text/html', host: '"><script>alert(1)</script>' } })
    expect(answer.body).not.toMatch(/alert/)
  })
})

describe('the problems', () => {
  it('are all listed, with cause and remedy', async () => {
    const { items } = (await send('GET', '/problems')).json<{ items: { type: string }[] }>()
    expect(items).toEqual(Object.entries(problems).map(([name, problem]) => ({ type: `/problems/${name}`, ...problem })))
  })

  it('have no other names', async () => {
    for (const name of ['nope', '__proto__', 'constructor', 'toString']) {
      expect(problemOf(await send('GET', `/problems/${name}`)).type).toBe('/problems/problem-not-found')
    }
  })
})

describe('the contract', () => {
  it('is served as it is committed, and again as 304', async () => {
    const answer = await send('GET', '/openapi.json')
    expect(answer.json().openapi).toBe('3.1.0')
    const again = await send('GET', '/openapi.json', { headers: { 'if-none-match': String(answer.headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})
