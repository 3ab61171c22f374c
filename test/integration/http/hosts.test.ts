import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { openapi, operations } from '../../support/openapi.ts'

const { send, listen } = await testApp({ TAPER_HOSTS: 'taper.example' })
const { port } = new URL(await listen())

/** An answer to what is written on a socket, as no client would write it. */
async function exchange(text: string): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1')
  let received = ''
  socket.on('data', (data) => (received += data))
  socket.write(text)
  await once(socket, 'close')
  return received
}
const asked = (head: string) => exchange(`GET /v1/runs HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)

describe('A page that makes its own name lead to this machine', () => {
  it.each([
    ['GET', '/v1/runs'],
    ['POST', '/v1/runs'],
    ['GET', '/docs/static/index.html'],
    ['GET', '/openapi.json'],
    ['GET', '/nowhere'],
    ['OPTIONS', '/v1/runs']
  ])('reaches nothing: %s %s', async (method, path) => {
    const problem = problemOf(await send(method, path, { headers: { host: 'rebound.example:8080' } }))
    expect(problem).toMatchObject({ type: '/problems/misdirected-request', status: 421 })
    expect(problem.detail).toMatch(/not known as rebound\.example:8080\. .* TAPER_HOSTS/)
  })

  it('nor by a whole URL in the request, whose host counts and not the header', async () => {
    const request = (url: string) => exchange(`GET ${url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(await request('http://rebound.example/v1/runs')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await request('http://localhost/v1/runs?limit=1')).toMatch(/^HTTP\/1\.1 200 /)
    expect(await request('HTTP://taper.example')).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('The header Host', () => {
  it('is one alone, and a host', async () => {
    for (const head of [
      'Host: localhost\r\nHost: localhost\r\n',
      'Host: localhost\r\nhOST: rebound.example\r\n',
      'Host: a b<>\r\n',
      'Host:\r\n',
      ''
    ]) {
      expect([head, (await asked(head)).slice(0, 13)]).toEqual([head, 'HTTP/1.1 400 '])
    }
    for (const head of ['Host: localhost:1\r\n', 'host: TAPER.example:443\r\n']) expect(await asked(head)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('may lack in HTTP/1.0', async () => {
    expect(await exchange('GET /livez HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('A page of another origin', () => {
  const other: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:81' },
    { origin: 'null' },
    { origin: 'chrome-extension://abc' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'none, cross-site' }
  ]

  it.each(other)('changes nothing: %j', async (headers) => {
    for (const [method, path, more] of [
      ['POST', '/v1/runs', {}],
      ['POST', '/v1/runs', { 'content-type': 'text/plain' }],
      ['PUT', '/v1/runs/mine', {}],
      ['DELETE', '/v1/runs/mine', {}],
      ['POST', '/nowhere', {}]
    ] as const) {
      const answer = await send(method, path, { headers: { host: 'localhost:80', ...headers, ...more } })
      expect(problemOf(answer)).toMatchObject({ type: '/problems/cross-origin', status: 403 })
    }
    expect((await send('GET', '/v1/runs')).json().items).toEqual([])
  })

  it('is given no leave to read, nor to ask for it', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'access-control-request-method': 'DELETE' }
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await send(method, '/v1/runs', { headers })
      expect(answer.statusCode).toBeLessThan(300)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

it('The page of the service itself, and programs, change what they like', async () => {
  const own: [string, Record<string, string>][] = [
    ['localhost:8080', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['taper.example', { origin: 'https://taper.example', 'sec-fetch-site': 'same-origin' }],
    ['taper.example:443', { origin: 'https://taper.example' }],
    ['[::1]:8080', { origin: 'http://[::1]:8080' }],
    ['127.0.0.1:8080', { 'sec-fetch-site': 'none' }],
    ['127.0.0.1:8080', {}]
  ]
  for (const [host, headers] of own) {
    expect([host, (await send('PUT', '/v1/runs/own', { headers: { host, ...headers } })).statusCode]).not.toEqual([host, 403])
  }
})

it('The contract says where either can happen', () => {
  expect(openapi).toBeDefined()
  for (const { operationId, method, responses } of operations) {
    expect([operationId, '421' in responses, method.toLowerCase() === 'get' || '403' in responses]).toEqual([operationId, true, true])
  }
})

describe('What no path may have in it', () => {
  it.each([
    '/docs/static/%00',
    '/docs/static/a%00.js',
    '/v1/runs/%00',
    '/v1/runs/a%00b/gradient-norms',
    '/problems/%00',
    '/%00',
    '/v1/schedules/%00/exports/csv'
  ])('%s is a 400', async (path) => {
    expect(problemOf(await send('GET', path))).toMatchObject({ type: '/problems/invalid-request', errors: [{ pointer: 'path/' }] })
  })

  it('In every path, broken encodings, slashes and dots are a failure of the caller', async () => {
    const awkward = [
      '%',
      '%0',
      '%zz',
      '%ff',
      '%c0%af',
      '%ed%a0%80',
      '%2f',
      'a%2fb',
      '..%2f..%2fpackage.json',
      '%2e%2e',
      '%5c',
      '%0d%0aX:y',
      '%F4%90%80%80',
      '%20',
      '~',
      "'",
      '%7f',
      'x'.repeat(600)
    ]
    const paths = [...operations.map(({ path }) => path), '/docs/static/{file}', '/docs/{file}', '/{file}']
    const withParts = paths.filter((path) => path.includes('{'))
    for (const path of withParts) {
      for (const part of awkward) {
        const url = path.replace(/\{\w+\}/g, part)
        const answer = await send('GET', url)
        expect([url, answer.statusCode < 500, /devDependencies|root:/.test(answer.body)]).toEqual([url, true, false])
        if (answer.statusCode >= 400) problemOf(answer)
      }
    }
  })
})
