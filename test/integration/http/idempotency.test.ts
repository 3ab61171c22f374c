import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const json = { 'content-type': 'application/json' }
let keys = 0
const key = () => ({ 'idempotency-key': `key-${keys++}` })

describe('a request with an Idempotency-Key', () => {
  it('that comes again gets the first answer again, and makes nothing', async () => {
    const headers = { ...json, ...key() }
    const first = await send('POST', '/v1/runs', { headers, payload: '{"name":"once"}' })
    const again = await send('POST', '/v1/runs', { headers, payload: '{"name":"once"}' })
    expect(first.statusCode).toBe(201)
    expect([again.statusCode, again.body, again.headers.location, again.headers['content-type']]).toEqual([
      first.statusCode,
      first.body,
      first.headers.location,
      first.headers['content-type']
    ])
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true'])
    expect((await send('GET', '/v1/runs?name=once')).json().items).toHaveLength(1)
  })

  it('is the same request in another content coding', async () => {
    const headers = { ...json, ...key() }
    const first = await send('POST', '/v1/runs', { headers, payload: '{"name":"coded"}' })
    const again = await send('POST', '/v1/runs', {
      headers: { ...headers, 'content-encoding': 'gzip' },
      payload: gzipSync('{"name":"coded"}')
    })
    expect(again.body).toBe(first.body)
  })

  it('gets the first answer again where norms were appended since', async () => {
    const url = `/v1/runs/${await newRun()}/gradient-norms`
    const headers = { ...json, ...key() }
    const payload = '{"values":[1,2],"startStep":0}'
    const first = await send('POST', url, { headers, payload })
    await send('POST', url, { headers: json, payload: '{"values":[3],"startStep":2}' })
    expect((await send('POST', url, { headers, payload })).body).toBe(first.body)
  })

  it.each([
    ['another body', 'POST', '/v1/runs', '{"name":"other"}'],
    ['another type', 'POST', '/v1/runs', undefined],
    ['another path', 'POST', '/v1/runs/idempotent/gradient-norms', '{"name":"first"}'],
    ['another query', 'POST', '/v1/runs/idempotent/gradient-norms?norm=l1', '{"name":"first"}']
  ])('and %s is a 422', async (_, method, url, payload) => {
    await send('PUT', '/v1/runs/idempotent')
    const headers = key()
    await send('POST', '/v1/runs', { headers: { ...json, ...headers }, payload: '{"name":"first"}' })
    const answer = await send(method, url, {
      headers: payload === undefined ? headers : { ...json, ...headers },
      ...(payload === undefined ? {} : { payload })
    })
    expect(problemOf(answer)).toMatchObject({ type: '/problems/idempotency-key-reused', status: 422 })
  })

  it('that comes while the first is answered is a 409 with Retry-After, and one of many at once is answered', async () => {
    const headers = { ...json, ...key() }
    const payload = '{"name":"at once"}'
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('POST', '/v1/runs', { headers, payload })))
    const ids = new Set(answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json().id))
    expect(ids.size).toBe(1)
    const busy = answers.filter(({ statusCode }) => statusCode !== 201)
    for (const answer of busy) {
      expect(problemOf(answer).type).toBe('/problems/idempotency-key-in-use')
      expect(answer.headers['retry-after']).toBe('1')
    }
    expect((await send('GET', '/v1/runs?name=at%20once')).json().items).toHaveLength(1)
  })

  it('that failed frees its key', async () => {
    const id = `late-${keys}`
    const url = `/v1/runs/${id}/gradient-norms`
    const request = { headers: { ...json, ...key() }, payload: '{"values":[1]}' }
    expect((await send('POST', url, request)).statusCode).toBe(404)
    await send('PUT', `/v1/runs/${id}`)
    expect((await send('POST', url, request)).statusCode).toBe(200)
  })

  it.each(['', 'x'.repeat(256), 'ä', 'a\tb'])('%.10j that is no key is a 400', async (bad) => {
    const answer = await send('POST', '/v1/runs', { headers: { 'idempotency-key': bad } })
    expect(problemOf(answer).errors).toMatchObject([{ pointer: 'header/idempotency-key' }])
  })

  it('may be 255 characters long', async () => {
    const headers = { 'idempotency-key': `${keys++}${'x'.repeat(250)}` }
    expect((await send('POST', '/v1/runs', { headers })).statusCode).toBe(201)
  })

  it('is not asked about it where nothing is stored, or storing twice is the same', async () => {
    const headers = { ...json, 'idempotency-key': 'same' }
    const payload = '{"values":[1,1]}'
    expect((await send('POST', '/v1/refinements', { headers, payload })).statusCode).toBe(200)
    expect((await send('POST', '/v1/refinements', { headers, payload: '{"values":[1,2]}' })).statusCode).toBe(200)
    expect((await send('PUT', '/v1/runs/same', { headers, payload: '{}' })).statusCode).toBe(201)
  })
})
