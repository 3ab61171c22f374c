import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Problem, problems } from '../../../src/domain/problems.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { app, send, storage, listen, records } = await testApp()
const { runs } = storage.of('default')

/** Writes text on a socket and gives all that comes back until it is closed. */
async function exchange(text: string): Promise<string> {
  const { port } = new URL(await listen())
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => (answer += data))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    socket.write(text)
  })
}

describe('a failure', () => {
  it('has type, title, status, detail and the id of its request', async () => {
    const answer = await send('GET', '/v1/runs/nobody', { headers: { 'x-request-id': 'my-id-1' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.headers['x-request-id']).toBe('my-id-1')
    expect(answer.json()).toEqual({
      type: '/problems/run-not-found',
      title: problems['run-not-found'].title,
      status: 404,
      detail: 'The run "nobody" does not exist.',
      requestId: 'my-id-1'
    })
  })

  it('is explained at the path that its type is', async () => {
    const { type } = problemOf(await send('GET', '/v1/schedules/nobody'))
    expect((await send('GET', type)).json()).toEqual({ type, ...problems['schedule-not-found'] })
  })

  it('is given as problem+json whatever the request accepts', async () => {
    expect(problemOf(await send('GET', '/v1/runs/nobody', { headers: { accept: 'application/json' } })).status).toBe(404)
  })

  it('of the service itself shows nothing of its cause, and is logged with the id of its request', async () => {
    const find = runs.find
    runs.find = async () => {
      throw new Error('secret: password of the database')
    }
    const answer = await send('GET', '/v1/runs/r')
    runs.find = find
    expect(problemOf(answer)).toMatchObject({ type: '/problems/internal', status: 500 })
    expect(answer.body).not.toMatch(/secret|password|stack|\.ts/)
    expect(records.at(-1)).toMatchObject({
      requestId: answer.headers['x-request-id'],
      err: { message: 'secret: password of the database' }
    })
  })

  it('that passes says when to try again', async () => {
    const find = runs.find
    runs.find = async () => {
      throw new Problem('overloaded', 'The database does not answer.', { retryAfterSeconds: 3 })
    }
    const answer = await send('GET', '/v1/runs/r')
    runs.find = find
    expect(problemOf(answer).type).toBe('/problems/overloaded')
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('3')
  })
})

describe('a path', () => {
  it.each(['/nope', '/docs/nope', '/docs/static/nope', '/v1', '/v1/runs/r/nope', '//', '/v1//runs', '/V1/runs'])(
    '%s that is none answers 404',
    async (path) => {
      expect(problemOf(await send('GET', path)).type).toBe('/problems/not-found')
    }
  )

  it('that is not percent-encoded UTF-8 answers 400', async () => {
    expect(problemOf(await send('GET', '/v1/runs/%zz')).type).toBe('/problems/invalid-request')
    expect(problemOf(await send('GET', '/v1/runs/%ff')).status).toBe(400)
  })

  it.each(['', 'a%2Fb', 'a%00b', '-a', '.', 'a b', 'ä', 'x'.repeat(129), 'x'.repeat(2000)])(
    'with the run id %.20s answers 400',
    async (id) => {
      const problem = problemOf(
        await send('PUT', `/v1/runs/${encodeURI(decodeURIComponent(id)).replace(/%00|\//g, (c) => (c === '/' ? '%2F' : c))}`)
      )
      expect(problem.type).toBe('/problems/invalid-request')
      expect(problem.errors?.[0]?.pointer).toMatch(/^path\//)
    }
  )

  it.each([
    ['POST', '/livez', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/v1/runs', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/v1/runs/r', 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
    ['TRACE', '/v1/runs/r', 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
    ['PUT', '/v1/schedules/s/multipliers/1', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/refinements', 'OPTIONS, POST']
  ])('answers %s %s with 405 and Allow', async (method, path, allow) => {
    const answer = await send(method, path)
    expect(problemOf(answer)).toMatchObject({ type: '/problems/method-not-allowed', status: 405 })
    expect(answer.headers.allow).toBe(allow)
  })

  it('answers 405 to a body in any format, too', async () => {
    const headers = { 'content-type': 'image/png', 'content-encoding': 'zstd' }
    expect((await send('POST', '/livez', { headers, payload: 'x' })).statusCode).toBe(405)
    expect((await send('POST', '/nope', { headers, payload: 'x' })).statusCode).toBe(404)
  })

  it('answers OPTIONS with its methods', async () => {
    const answer = await send('OPTIONS', '/v1/runs')
    expect([answer.statusCode, answer.headers.allow, answer.body]).toEqual([204, 'GET, HEAD, OPTIONS, POST', ''])
    expect((await send('OPTIONS', '/nope')).statusCode).toBe(404)
  })

  it('answers HEAD as GET without a body', async () => {
    const [head, get] = [await send('HEAD', '/problems'), await send('GET', '/problems')]
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']])
    expect((await send('HEAD', '/v1/runs/nobody')).statusCode).toBe(404)
  })
})

describe('a query', () => {
  it('with an unknown parameter is a 400 that names it, on every path', async () => {
    for (const path of ['/livez', '/', '/version', '/problems', '/v1/runs', '/v1/schedules']) {
      expect(problemOf(await send('GET', `${path}?colour=red`)).errors).toMatchObject([{ pointer: 'query/colour' }])
    }
  })

  it('with a misspelt parameter is a 400 that says what was meant', async () => {
    expect(problemOf(await send('GET', '/v1/runs?limits=3')).errors).toEqual([
      { pointer: 'query/limits', detail: 'is not a query parameter of this path.', fix: 'Did you mean "limit"?' }
    ])
  })

  it.each(['0', '501', '-1', '1.5', 'ten', '0x10', '', ' 5', '1e400', 'Infinity', '1&limit=2'])('limit=%s is a 400', async (limit) => {
    expect(problemOf(await send('GET', `/v1/runs?limit=${limit}`)).errors).toMatchObject([{ pointer: 'query/limit' }])
  })

  it('names every parameter that is wrong', async () => {
    const { errors } = problemOf(await send('GET', '/v1/runs/r/gradient-norms?norm=l3&fromStep=-1&buckets=0&x=1'))
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['query/buckets', 'query/fromStep', 'query/norm', 'query/x'])
  })
})

describe('the id of a request', () => {
  it('is made where there is none', async () => {
    const [one, other] = [await send('GET', '/livez'), await send('GET', '/livez')]
    expect(one.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(one.headers['x-request-id']).not.toBe(other.headers['x-request-id'])
  })

  it.each(['a b', 'x'.repeat(129), 'tab\there', ''])('%.20j is not echoed', async (id) => {
    const { headers } = await send('GET', '/livez', { headers: { 'x-request-id': id } })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('what is not HTTP', () => {
  it.each([
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n',
    'GET /livez HTTP/1.1\r\nBad Header: x\r\n\r\n'
  ])('%j is answered as a problem, and the connection closed', async (text) => {
    const answer = await exchange(text)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toMatch(/\r\nContent-Type: application\/problem\+json\r\n/)
    const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))
    expect(body).toMatchObject({ type: '/problems/invalid-request', status: 400, errors: [{ pointer: '' }] })
  })

  it('a request of HTTP/1.1 without a Host is a 400, one of HTTP/1.0 is not', async () => {
    const answer = await exchange('GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).errors).toMatchObject([{ pointer: 'header/host' }])
    expect(await exchange('GET /livez HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('an expectation that there is not is passed over', async () => {
    expect(await exchange('GET /livez HTTP/1.1\r\nHost: localhost\r\nExpect: cake\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 /
    )
  })

  it('a head that is too large is answered 431 as a problem', async () => {
    const answer = await exchange(`GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).type).toBe('/problems/headers-too-large')
  })

  it('a request that does not arrive in time is answered 408 as a problem', async () => {
    await listen()
    const before = [app.server.requestTimeout, app.server.headersTimeout]
    app.server.requestTimeout = app.server.headersTimeout = 1
    const answer = await exchange('GET /livez HTTP/1.1\r\nHost: localhost\r\n')
    ;[app.server.requestTimeout, app.server.headersTimeout] = before as [number, number]
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).type).toBe('/problems/request-timeout')
  })
})

describe('every answer', () => {
  it.each(['/', '/livez', '/docs', '/nope', '/openapi.json', '/v1/runs/%zz', '/v1/runs/-'])(
    'of %s tells browsers to take it for what it is',
    async (path) => {
      const { headers } = await send('GET', path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
    }
  )

  it('that is a page says what it may load, and that is nothing from elsewhere', async () => {
    const docs = await send('GET', '/docs')
    expect(docs.headers['content-type']).toMatch(/^text\/html/)
    expect(docs.headers['content-security-policy']).toMatch(/default-src 'none'/)
    expect(docs.body.match(/(?:src|href)="(?:https?:)?\/\//g)).toBeNull()
    const entrance = await send('GET', '/', { headers: { accept: 'text/html' } })
    expect(entrance.headers['content-security-policy']).toMatch(/default-src 'none'/)
  })
})
