import { request } from 'node:http'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const limit = 100_000
const { app, send, newRun, listen } = await testApp({ TAPER_BODY_BYTES_MAX: String(limit) })
const json = { 'content-type': 'application/json' }
const values = JSON.stringify({ values: [1, 2, 3] })

const post = async (payload: string | Buffer, headers: Record<string, string> = json, query = '') =>
  send('POST', `/v1/runs/${await newRun()}/gradient-norms${query}`, { payload, headers })

describe('a body', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync]
  ] as const)('is read in the coding %s', async (coding, compress) => {
    const answer = await post(compress(values), { ...json, 'content-encoding': coding })
    expect([answer.statusCode, answer.json().appended]).toEqual([200, 3])
  })

  it.each(['zstd', 'gzip, gzip', 'nonsense'])('is not read in the coding %s', async (coding) => {
    expect(problemOf(await post(values, { ...json, 'content-encoding': coding })).type).toBe('/problems/unsupported-media-type')
  })

  it.each(['gzip', 'deflate', 'br'])('that is not what %s says is a 400', async (coding) => {
    expect(problemOf(await post(values, { ...json, 'content-encoding': coding })).errors).toMatchObject([{ pointer: '' }])
  })

  it('that ends in the middle of its coding is a 400', async () => {
    const half = gzipSync(values).subarray(0, 20)
    expect(problemOf(await post(half, { ...json, 'content-encoding': 'gzip' })).status).toBe(400)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'image/png', 'application/jsonp', 'application/merge-patch+json'])(
    'as %s is a 415 that says what is read',
    async (type) => {
      const problem = problemOf(await post(values, { 'content-type': type }))
      expect(problem.type).toBe('/problems/unsupported-media-type')
      expect(problem.detail).toMatch(/application\/json, application\/x-ndjson, text\/csv, application\/octet-stream/)
    }
  )

  it('without a type, or with one that is none, is a 415', async () => {
    const url = `/v1/runs/${await newRun()}/gradient-norms`
    expect((await app.inject({ method: 'POST', url, payload: values })).statusCode).toBe(415)
    expect((await post(values, { 'content-type': 'json' })).statusCode).toBe(415)
  })

  it('may say its type with parameters, in any case, but not another charset', async () => {
    expect((await post(values, { 'content-type': 'Application/JSON; charset="UTF-8"' })).statusCode).toBe(200)
    expect(problemOf(await post(values, { 'content-type': 'application/json; charset=latin1' })).type).toBe(
      '/problems/unsupported-media-type'
    )
  })

  it('that is missing or empty is a 400 where one is needed', async () => {
    const url = `/v1/runs/${await newRun()}/gradient-norms`
    for (const answer of [
      await app.inject({ method: 'POST', url }),
      await app.inject({ method: 'POST', url, headers: json, payload: '' }),
      await post('  ', json),
      await post('', { 'content-type': 'text/csv' }),
      await post('', { 'content-type': 'application/x-ndjson' }),
      await post('', { 'content-type': 'application/octet-stream' }),
      await app.inject({ method: 'POST', url: '/v1/refinements' })
    ]) {
      expect(problemOf(answer)).toMatchObject({ type: '/problems/invalid-request', errors: [{ pointer: '' }] })
    }
  })

  it('may be left out where every field may', async () => {
    expect((await app.inject({ method: 'POST', url: '/v1/runs' })).statusCode).toBe(201)
    expect((await app.inject({ method: 'PUT', url: '/v1/runs/bare' })).statusCode).toBe(201)
  })

  it('that is not JSON is a 400 that says where', async () => {
    expect(problemOf(await post('{"values": [1,}')).errors).toMatchObject([{ pointer: '', detail: /position \d+/ }])
  })

  it.each(['[1, NaN, 2]', '[Infinity]', '[-Infinity]', '[1e3, nan]'])(
    'with a bare word in %s is a 400 whose fix is the string',
    async (list) => {
      expect(problemOf(await post(`{"values": ${list}}`)).errors).toMatchObject([{ pointer: '', fix: /"(NaN|Infinity|-Infinity)"/ }])
    }
  )

  it.each(['[]', '3', '"text"', 'null', 'true'])('of the JSON %s is a 400', async (text) => {
    expect(problemOf(await post(text)).type).toBe('/problems/invalid-request')
    expect(problemOf(await send('POST', '/v1/runs', { payload: text, headers: json })).type).toBe('/problems/invalid-request')
    expect(problemOf(await send('POST', '/v1/refinements', { payload: text, headers: json })).type).toBe('/problems/invalid-request')
  })

  it('that is not UTF-8 is a 400', async () => {
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
    expect(problemOf(await post(bytes)).errors).toMatchObject([{ pointer: '', detail: /UTF-8/ }])
    expect(problemOf(await post(bytes, { 'content-type': 'text/csv' })).errors).toMatchObject([{ detail: /UTF-8/ }])
  })

  it('with a prototype in it changes nothing but itself', async () => {
    const answer = await send('POST', '/v1/runs', { payload: '{"__proto__":{"polluted":1},"name":"x"}', headers: json })
    expect(problemOf(answer).errors).toMatchObject([{ pointer: '/__proto__' }])
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('the limit of a body', () => {
  const list = (length: number) => JSON.stringify({ values: Array.from({ length }, () => 1) })
  const fits = list((limit - 14) / 2)
  const over = list(limit / 2 + 100)

  it('holds to the byte', async () => {
    const exact = `{"values":[1${' '.repeat(limit - 14)}]}`
    expect(exact.length).toBe(limit)
    expect((await post(exact)).statusCode).toBe(200)
    expect(problemOf(await post(`${exact} `)).type).toBe('/problems/body-too-large')
  })

  it('is counted after inflation', async () => {
    expect(fits.length).toBeLessThanOrEqual(limit)
    expect((await post(gzipSync(fits), { ...json, 'content-encoding': 'gzip' })).statusCode).toBe(200)
    const small = gzipSync(over)
    expect(small.length).toBeLessThan(limit / 10)
    const answer = await post(small, { ...json, 'content-encoding': 'gzip' })
    expect(problemOf(answer)).toMatchObject({ type: '/problems/body-too-large', status: 413 })
  })

  it.each([
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })]
  ] as const)('stops a %s bomb without inflating it', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(200 * 2 ** 20))
    const before = process.memoryUsage().rss
    let highest = before
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 1)
    const answer = await post(bomb, { ...json, 'content-encoding': coding })
    clearInterval(watch)
    expect(problemOf(answer).type).toBe('/problems/body-too-large')
    expect(Math.max(highest, process.memoryUsage().rss) - before).toBeLessThan(100 * 2 ** 20)
  })

  it('is four times as high for binary bodies', async () => {
    const binary = { 'content-type': 'application/octet-stream' }
    const bytes = Buffer.alloc(4 * limit)
    expect((await post(bytes, binary)).statusCode).toBe(200)
    expect(problemOf(await post(Buffer.alloc(4 * limit + 8), binary)).type).toBe('/problems/body-too-large')
  })

  it('is told to a client that sends all of its body before it listens, and the connection lives on', async () => {
    const { port } = new URL(await listen())
    const url = `/v1/runs/${await newRun()}/gradient-norms`
    const statuses = await new Promise<number[]>((resolve, reject) => {
      const seen: number[] = []
      const send = (body: Buffer) => {
        const sent = request({ port, method: 'POST', path: url, headers: { ...json, 'content-length': body.length }, agent }, (answer) => {
          seen.push(answer.statusCode ?? 0)
          answer.resume()
          answer.on('end', () => (seen.length === 1 ? send(Buffer.from(values)) : resolve(seen)))
        })
        sent.on('error', reject)
        sent.end(body)
      }
      send(Buffer.alloc(20 * 2 ** 20, 0x20))
    })
    expect(statuses).toEqual([413, 200])
  })
})

const { Agent } = await import('node:http')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
