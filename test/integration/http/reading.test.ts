import { once } from 'node:events'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun, storage, listen, records } = await testApp()
const { series } = storage.of('default')
const read = (run: string, query = '', headers: Record<string, string> = {}) =>
  send('GET', `/v1/runs/${run}/gradient-norms${query}`, { headers })
const post = (run: string, payload: string | Buffer, type: string, query = '') =>
  send('POST', `/v1/runs/${run}/gradient-norms${query}`, { payload, headers: { 'content-type': type } })
const withPoints = async (body: object) => {
  const run = await newRun()
  await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: body })
  return run
}
const bits = (values: readonly number[]) =>
  [...values].map((value) => (Number.isNaN(value) ? 'NaN' : Object.is(value, -0) ? '-0' : String(value)))
const formats = ['application/json', 'application/x-ndjson', 'text/csv', 'application/octet-stream']

describe('reading', () => {
  it('answers in each format', async () => {
    const run = await withPoints({ values: [1, 'NaN', 'Infinity'], startStep: 5, stride: 2 })
    const [json, ndjson, csv, binary] = await Promise.all(formats.map((accept) => read(run, '', { accept })))
    expect(json?.json()).toEqual({ norm: 'l2', startStep: 5, stride: 2, values: [1, 'NaN', 'Infinity'] })
    expect(ndjson?.body).toBe('{"step":5,"value":1}\n{"step":7,"value":"NaN"}\n{"step":9,"value":"Infinity"}\n')
    expect(csv?.body).toBe('step,value\n5,1\n7,NaN\n9,Infinity\n')
    expect([...new Float64Array(new Uint8Array(binary?.rawPayload ?? []).buffer)]).toEqual([1, Number.NaN, Number.POSITIVE_INFINITY])
    expect([binary?.headers['start-step'], binary?.headers.stride]).toEqual(['5', '2'])
    expect([json, ndjson, csv, binary].map((answer) => answer?.headers['content-type'])).toEqual([
      'application/json',
      'application/x-ndjson',
      'text/csv; charset=utf-8',
      'application/octet-stream'
    ])
  })

  it('answers a series without points with empty lists', async () => {
    const run = await newRun()
    expect((await read(run)).json()).toEqual({ norm: 'l2', steps: [], values: [] })
    expect((await read(run, '', { accept: 'text/csv' })).body).toBe('step,value\n')
    expect((await read(run, '', { accept: 'application/x-ndjson' })).body).toBe('')
    const binary = await read(run, '', { accept: 'application/octet-stream' })
    expect([binary.statusCode, binary.rawPayload.length]).toEqual([200, 0])
    expect((await read(run, '?buckets=5')).json()).toEqual({ buckets: [] })
    expect((await read(run, '?history=all')).json()).toEqual({ points: [] })
  })

  it('names the steps of one point, and of uneven ones', async () => {
    expect((await read(await withPoints({ values: [4], startStep: 9 }))).json()).toEqual({ norm: 'l2', steps: [9], values: [4] })
    expect((await read(await withPoints({ steps: [0, 1, 5], values: [1, 2, 3] }))).json()).toEqual({
      norm: 'l2',
      steps: [0, 1, 5],
      values: [1, 2, 3]
    })
  })

  it('refuses uneven steps as bare values', async () => {
    const run = await withPoints({ steps: [0, 1, 5], values: [1, 2, 3] })
    expect(problemOf(await read(run, '', { accept: 'application/octet-stream' })).type).toBe('/problems/not-acceptable')
  })

  it('refuses formats that there are not, and says which there are', async () => {
    const problem = problemOf(await read(await newRun(), '', { accept: 'image/png' }))
    expect(problem).toMatchObject({ type: '/problems/not-acceptable', status: 406 })
    for (const format of formats) expect(problem.detail).toContain(format)
  })

  it('takes a range of steps, from inclusive, to exclusive', async () => {
    const run = await withPoints({ values: [0, 1, 2, 3, 4, 5], stride: 10 })
    expect((await read(run, '?fromStep=10&toStep=40')).json()).toEqual({ norm: 'l2', startStep: 10, stride: 10, values: [1, 2, 3] })
    expect((await read(run, '?fromStep=11')).json().startStep).toBe(20)
    expect((await read(run, '?toStep=0')).json().values).toEqual([])
    expect((await read(run, '?fromStep=30&toStep=30')).json().values).toEqual([])
    expect((await read(run, '?fromStep=9007199254740991')).json().values).toEqual([])
  })

  it('summarises by buckets', async () => {
    const run = await withPoints({ values: [4, 3, 'NaN', 1] })
    expect((await read(run, '?buckets=2')).json()).toEqual({
      buckets: [
        { fromStep: 0, toStep: 2, count: 2, first: 4, last: 3, min: 3, max: 4, mean: 3.5, nonFinite: 0 },
        { fromStep: 2, toStep: 4, count: 2, first: 1, last: 1, min: 1, max: 1, mean: 1, nonFinite: 1 }
      ]
    })
    expect((await read(run, '?buckets=10000')).json().buckets).toHaveLength(4)
    expect((await read(run, '?buckets=3&fromStep=1&toStep=2')).json().buckets).toHaveLength(1)
  })

  it.each(['?history=all&buckets=2', '?history=all&fromStep=0', '?history=some', '?buckets=10001'])('%s is a 400', async (query) => {
    expect(problemOf(await read(await newRun(), query)).type).toBe('/problems/invalid-request')
  })

  it.each(['?history=all', '?buckets=2'])('%s is JSON alone', async (query) => {
    expect(problemOf(await read(await newRun(), query, { accept: 'text/csv' })).type).toBe('/problems/not-acceptable')
  })

  it('of a run that is not there is a 404', async () => {
    for (const query of ['', '?history=all', '?buckets=1'])
      expect(problemOf(await read('nobody', query)).type).toBe('/problems/run-not-found')
  })
})

describe('numbers', () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((eight) => new DataView(eight.buffer).getFloat64(0))
  const special = fc.constantFrom(
    -0,
    0,
    5e-324,
    Number.MIN_VALUE * 3,
    Number.MAX_VALUE,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY
  )
  const norms = fc.array(fc.oneof(special, bytes.map(Math.abs)), { minLength: 2, maxLength: 40 })
  const word = (value: number) => (Number.isFinite(value) ? (Object.is(value, -0) ? '-0' : String(value)) : `"${value}"`)
  const writers: Record<string, (values: number[]) => string | Buffer> = {
    'application/json': (values) => `{"values":[${values.map(word).join(',')}]}`,
    'application/x-ndjson': (values) => values.map((value, step) => `{"step":${step},"value":${word(value)}}`).join('\n'),
    'text/csv': (values) => `step,value\n${values.map((value, step) => `${step},${word(value).replaceAll('"', '')}`).join('\n')}\n`,
    'application/octet-stream': (values) => Buffer.from(Float64Array.from(values).buffer)
  }
  const readers: Record<string, (body: Buffer) => number[]> = {
    'application/json': (body) => JSON.parse(body.toString()).values.map(Number),
    'application/x-ndjson': (body) =>
      body
        .toString()
        .trim()
        .split('\n')
        .map((line) => Number(JSON.parse(line).value)),
    'text/csv': (body) =>
      body
        .toString()
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => Number(line.split(',')[1])),
    'application/octet-stream': (body) => [...new Float64Array(new Uint8Array(body).buffer)]
  }

  it.each(formats)('sent as %s come back with the same bits in every format', async (type) => {
    await fc.assert(
      fc.asyncProperty(norms, async (values) => {
        const run = await newRun()
        const sent = await post(run, (writers[type] as (values: number[]) => string)(values), type)
        expect(sent.statusCode).toBe(200)
        for (const accept of formats) {
          const answer = await read(run, '', { accept })
          expect(bits((readers[accept] as (body: Buffer) => number[])(answer.rawPayload))).toEqual(bits(values))
        }
      }),
      { numRuns: 12 }
    )
  })
})

describe('the entity tag', () => {
  it('differs by format and coding, stays while nothing is stored, and changes with every append', async () => {
    const run = await withPoints({ values: [1, 2, 3] })
    const tags = new Set<unknown>()
    for (const accept of formats) {
      for (const coding of ['identity', 'gzip', 'br']) {
        const { headers } = await read(run, '', { accept, 'accept-encoding': coding })
        expect(headers.etag).toMatch(/^"[^"]+"$/)
        expect(headers.vary).toBe('accept, accept-encoding')
        tags.add(headers.etag)
      }
    }
    expect(tags.size).toBe(12)
    const before = (await read(run)).headers.etag
    expect((await read(run)).headers.etag).toBe(before)
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [4], startStep: 3 } })
    expect((await read(run)).headers.etag).not.toBe(before)
  })

  it.each(['application/json', 'text/csv', 'application/octet-stream'])('as If-None-Match answers %s with a bare 304', async (accept) => {
    const run = await withPoints({ values: [1, 2, 3] })
    const headers = { accept, 'accept-encoding': 'gzip' }
    const tag = String((await read(run, '', headers)).headers.etag)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await read(run, '', { ...headers, 'if-none-match': known })
      expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', tag])
      expect(answer.headers).not.toHaveProperty('content-encoding')
    }
    expect((await read(run, '', { accept, 'if-none-match': tag })).statusCode).toBe(200)
    expect((await read(run, '', { ...headers, 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('is that of what is answered, of a series without points, too', async () => {
    const run = await newRun()
    const tag = String((await read(run)).headers.etag)
    expect((await read(run, '', { 'if-none-match': tag })).statusCode).toBe(304)
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [4] } })
    expect((await read(run, '', { 'if-none-match': tag })).statusCode).toBe(200)
  })
})

describe('the coding of an answer', () => {
  it('is what was asked for, once', async () => {
    const run = await withPoints({ values: Array.from({ length: 5000 }, (_, i) => i) })
    for (const accept of formats) {
      const plain = await read(run, '', { accept })
      const coded = await read(run, '', { accept, 'accept-encoding': 'gzip' })
      expect(plain.headers).not.toHaveProperty('content-encoding')
      expect(coded.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(coded.rawPayload).equals(plain.rawPayload)).toBe(true)
    }
  })

  it('is there for bytes that look as if they were gzip', async () => {
    const run = await newRun()
    const looksLikeGzip = Buffer.from('1f8b0800000000001f8b080000000010', 'hex')
    await post(run, looksLikeGzip, 'application/octet-stream')
    const coded = await read(run, '', { accept: 'application/octet-stream', 'accept-encoding': 'gzip' })
    expect(gunzipSync(coded.rawPayload).equals(looksLikeGzip)).toBe(true)
  })

  it('is for HEAD as for GET', async () => {
    const run = await withPoints({ values: [1, 2, 3] })
    const url = `/v1/runs/${run}/gradient-norms`
    const headers = { 'accept-encoding': 'br', accept: 'text/csv' }
    const [head, get] = [await send('HEAD', url, { headers }), await send('GET', url, { headers })]
    expect(head.body).toBe('')
    for (const name of ['etag', 'vary', 'content-type', 'content-encoding']) expect(head.headers[name]).toBe(get.headers[name])
  })
})

describe('a long series', () => {
  it('is read in pieces, in step order, whatever the order of arrival', async () => {
    const run = await newRun()
    const values = Float64Array.from({ length: 200_000 }, (_, i) => i / 7)
    for (const start of [100_000, 0]) {
      const part = Buffer.from(values.buffer, start * 8, 800_000)
      expect((await post(run, part, 'application/octet-stream', `?startStep=${start}`)).statusCode).toBe(200)
    }
    expect((await read(run)).json()).toEqual({ norm: 'l2', startStep: 0, stride: 1, values: [...values] })
    const lines = (await read(run, '', { accept: 'text/csv' })).body.split('\n')
    expect(lines.length).toBe(200_002)
    expect(lines[131_073]).toBe(`131072,${131_072 / 7}`)
  })

  it('that cannot be read to its end is cut off, and never looks complete', async () => {
    const run = await withPoints({ values: [1, 2, 3] })
    const original = series.read
    series.read = async (...range) => {
      const reading = await original(...range)
      return {
        ...reading,
        async *pieces() {
          yield* reading.pieces()
          throw new Error('the database is gone')
        }
      }
    }
    const broken = read(run, '', { accept: 'text/csv' }).then(
      (answer) => answer.body,
      (error) => error as Error
    )
    expect(await broken).toBeInstanceOf(Error)
    expect(records.at(-1)).toMatchObject({ msg: 'an answer was cut off', err: { message: 'the database is gone' } })
    series.read = original
  })
})

describe('a reader', () => {
  it('that does not read is not read ahead for, and one that goes away ends the reading', async () => {
    const run = await newRun()
    const pieces = 200
    let given = 0
    let ended = false
    // As storage reads: a piece when it is asked for one. What is counted is how often it is.
    const original = series.read
    series.read = async () => ({
      head: { version: 1n, points: pieces * 65_536, firstStep: 0, lastStep: pieces * 65_536 - 1, nonFinite: 0 },
      count: pieces * 65_536,
      progression: { first: 0, stride: 1 },
      async *pieces() {
        try {
          for (; given < pieces; given++) yield { steps: { first: given * 65_536, stride: 1 }, values: new Float64Array(65_536) }
        } finally {
          ended = true
        }
      }
    })
    const { port } = new URL(await listen())
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.pause()
    socket.write(`GET /v1/runs/${run}/gradient-norms HTTP/1.1\r\nHost: localhost\r\nAccept: application/octet-stream\r\n\r\n`)
    await expect.poll(() => given).toBeGreaterThan(0)
    let before = -1
    while (given !== before) {
      before = given
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(given).toBeLessThan(pieces / 2)
    socket.destroy()
    await expect.poll(() => ended).toBe(true)
    expect(given).toBeLessThan(pieces)
    series.read = original
  })
})
