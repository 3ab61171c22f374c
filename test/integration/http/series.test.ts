import { describe, expect, it } from 'vitest'
import { stepMax } from '../../../src/domain/gradient-norm.ts'
import { seriesNames } from '../../../src/domain/series.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()

const append = (run: string, payload: object | string, query = '', type = 'application/json', headers = {}) =>
  send('POST', `/v1/runs/${run}/series${query}`, {
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': type, ...headers }
  })
const read = async (run: string, name: string, query = '') => (await send('GET', `/v1/runs/${run}/series/${name}${query}`)).json()
const receipt = (more: object) => ({ received: 2, appended: 2, duplicates: 0, superseded: 0, points: 2, lastStep: 20, ...more })

describe('several series', () => {
  it.each([
    [
      'JSON at even steps',
      'application/json',
      '{"startStep":10,"stride":10,"series":{"l2":[1,"NaN"],"loss":[-2.5,3],"eval-loss":[null,7]}}'
    ],
    ['JSON with steps', 'application/json', '{"steps":[10,20],"series":{"l2":[1,"NaN"],"loss":[-2.5,3],"eval-loss":[null,7]}}'],
    ['NDJSON', 'application/x-ndjson', '{"step":10,"l2":1,"loss":-2.5}\n\n{"loss":3,"step":20,"eval-loss":7,"l2":"NaN"}\r\n'],
    [
      'NDJSON with null',
      'application/x-ndjson',
      '{"step":10,"l2":1,"loss":-2.5,"eval-loss":null}\n{"step":20,"l2":"NaN","loss":3,"eval-loss":7}'
    ],
    ['CSV', 'text/csv', 'loss,step,l2,eval-loss\n-2.5,10,1,\n3,20,nan,7\n'],
    ['CSV with quotes', 'text/csv', '"step","l2","loss","eval-loss"\r\n"10","1","-2.5",""\r\n"20","NaN","3","7"\r\n']
  ])('are stored from %s in one request, and read each by itself', async (_, type, body) => {
    const run = await newRun()
    const answer = await append(run, body, '', type)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      series: { l2: receipt({}), loss: receipt({}), 'eval-loss': receipt({ received: 1, appended: 1, points: 1 }) }
    })
    expect(await read(run, 'l2')).toEqual({ name: 'l2', startStep: 10, stride: 10, values: [1, 'NaN'] })
    expect(await read(run, 'loss')).toEqual({ name: 'loss', startStep: 10, stride: 10, values: [-2.5, 3] })
    expect(await read(run, 'eval-loss')).toEqual({ name: 'eval-loss', steps: [20], values: [7] })
    expect((await send('GET', `/v1/runs/${run}`)).json().series).toEqual([
      { name: 'l2', points: 2, firstStep: 10, lastStep: 20, nonFinite: 1 },
      { name: 'loss', points: 2, firstStep: 10, lastStep: 20, nonFinite: 0 },
      { name: 'eval-loss', points: 1, firstStep: 20, lastStep: 20, nonFinite: 0 }
    ])
    // The door of the norms leads to the same series.
    expect((await send('GET', `/v1/runs/${run}/gradient-norms`)).json()).toMatchObject({ norm: 'l2', values: [1, 'NaN'] })
    expect((await append(run, body, '', type)).json().series.loss).toEqual(receipt({ appended: 0, duplicates: 2 }))
  })

  it('of every name are stored', async () => {
    const run = await newRun()
    const body = { startStep: 0, series: Object.fromEntries(seriesNames.map((name, i) => [name, [i, i + 1]])) }
    expect(Object.keys((await append(run, body)).json().series).sort()).toEqual([...seriesNames].sort())
    for (const [i, name] of seriesNames.entries()) expect((await read(run, name)).values).toEqual([i, i + 1])
  })

  it('go back together, also those that the request does not name', async () => {
    const run = await newRun()
    await append(run, { series: { l2: [1, 2, 3], loss: [1, 2, 3] } })
    const answer = await append(run, { startStep: 1, series: { l2: [9] } }, '?resumeFrom=1')
    expect(answer.json().series).toEqual({
      l2: { received: 1, appended: 1, duplicates: 0, superseded: 2, points: 2, lastStep: 1 },
      loss: { received: 0, appended: 0, duplicates: 0, superseded: 2, points: 1, lastStep: 0 }
    })
    expect((await append(run, { series: {} }, '?resumeFrom=0')).json().series.l2).toMatchObject({
      superseded: 2,
      points: 0,
      lastStep: null
    })
    const { points } = await read(run, 'loss', '?history=all')
    expect(points.map(({ current }: { current: boolean }) => current)).toEqual([false, false, false])
    expect(problemOf(await append('no-such-run', { series: {} }, '?resumeFrom=0')).type).toBe('/problems/run-not-found')
    expect(problemOf(await append(run, { startStep: 0, series: { l2: [1] } }, '?resumeFrom=5')).errors?.[0]?.pointer).toBe(
      'query/resumeFrom'
    )
  })

  it('are all refused where one conflicts', async () => {
    const run = await newRun()
    await append(run, { series: { l2: [1], loss: [2] } })
    const answer = await append(run, { startStep: 0, series: { l2: [1, 5], loss: [3, 5] } }, '?onConflict=reject')
    expect(problemOf(answer)).toMatchObject({ type: '/problems/norm-conflict', status: 409, detail: expect.stringContaining('loss') })
    expect((await read(run, 'l2')).values).toEqual([1])
    expect(problemOf(await append(run, { series: { l2: [4], distance: [4] } })).type).toBe('/problems/start-step-required')
    expect((await read(run, 'distance')).values).toEqual([])
  })

  it('are stored once under an Idempotency-Key', async () => {
    const run = await newRun()
    const key = { 'idempotency-key': `series-${run}` }
    const first = await append(run, { series: { l2: [1], loss: [2] } }, '', 'application/json', key)
    const again = await append(run, { series: { l2: [1], loss: [2] } }, '', 'application/json', key)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.body).toBe(first.body)
  })

  it('of a long body are parsed off the event loop, to the same end', async () => {
    const run = await newRun()
    const values = Array.from({ length: 150_000 }, (_, i) => i / 7)
    const answer = await append(run, {
      startStep: 0,
      series: { l2: values, loss: values.map((value, i) => (i % 2 === 0 ? null : -value)) }
    })
    expect(answer.json().series).toMatchObject({ l2: { points: 150_000 }, loss: { points: 75_000, lastStep: 149_999 } })
    const loss = await read(run, 'loss')
    expect([loss.startStep, loss.stride, loss.values[0]]).toEqual([1, 2, -1 / 7])
  })
})

describe('a body of series is refused with its place', () => {
  it.each([
    ['application/json', '{"series":{"learning_rate":[1]}}', '/series/learning_rate', /"learning-rate"/],
    ['application/json', '{"series":{"lr":[1]}}', '/series/lr', /"learning-rate"/],
    ['application/json', '{"series":{"l2":[1,-2]}}', '/series/l2/1', /not negative/],
    ['application/json', '{"series":{"learning-rate":[-1e-3]}}', '/series/learning-rate/0', /not negative/],
    ['application/json', '{"series":{"loss":[1,"x"]}}', '/series/loss/1', /must be a number/],
    ['application/json', '{"series":{"l2":[1],"loss":[1,2]}}', '/series/loss', /1/],
    ['application/json', '{"steps":[0,1],"series":{"l2":[1]}}', '/series/l2', /2 steps/],
    ['application/json', '{"steps":[1,1],"series":{"l2":[1,2]}}', '/steps/1', /twice/],
    ['application/json', '{"steps":[0],"startStep":0,"series":{"l2":[1]}}', '/startStep', /steps/],
    ['application/json', `{"startStep":${stepMax},"series":{"l2":[1,2]}}`, '/startStep', /beyond/],
    ['application/json', '{"series":{"l2":[1]},"values":[1]}', '/values', /not known/],
    ['application/json', '{"series":{"l2":7}}', '/series/l2', /list/],
    ['application/json', '{"series":{}}', '', /no points/],
    ['application/json', '{"series":{"l2":[null]}}', '', /no points/],
    ['application/json', '[]', '', /object/],
    ['application/x-ndjson', '{"step":0,"l2":1}\n{"step":1,"Loss":2}', '/1/Loss', /Line 2.*"Loss"/],
    ['application/x-ndjson', '{"step":0,"l2":1}\n{"step":0,"l2":2}', '/1/step', /Line 2.*twice/],
    ['application/x-ndjson', '{"l2":1}', '/0/step', /step/],
    ['application/x-ndjson', '{"step":3}', '/0', /one series/],
    ['application/x-ndjson', '{"step":0,"distance":-1}', '/0/distance', /not negative/],
    ['application/x-ndjson', '{"step":0,"l2":NaN}', '/0', /bare NaN/],
    ['text/csv', 'step,l2,accuracy\n0,1,2\n', '/accuracy', /"accuracy"/],
    ['text/csv', 'step,l2\n0,1\n1,-1\n', '/1/l2', /Line 3.*not negative/],
    ['text/csv', 'step,l2\n0,1\n1\n', '/1', /1 cells/],
    ['text/csv', 'step,l2\n0,one\n', '/0/l2', /must be a number/],
    ['text/csv', 'step,l2\n0.5,1\n', '/0/step', /whole/],
    ['text/csv', 'l2,loss\n0,1\n', '', /step/],
    ['text/csv', 'step,l2,l2\n0,1,1\n', '', /twice/],
    ['text/csv', '', '', /empty/]
  ])('%s %s', async (type, body, pointer, words) => {
    const run = await newRun()
    const problem = problemOf(await append(run, body, '', type))
    expect(problem.status).toBe(400)
    expect(problem.errors?.[0]?.pointer).toBe(pointer)
    expect(JSON.stringify([problem.detail, problem.errors])).toMatch(new RegExp(words.source.replaceAll('"', '\\\\"?"')))
    expect((await send('GET', `/v1/runs/${run}`)).json().series).toEqual([])
  })

  it('and so is a name that is no series', async () => {
    const run = await newRun()
    const answer = await send('GET', `/v1/runs/${run}/series/losses`)
    expect(problemOf(answer)).toMatchObject({ status: 400, type: '/problems/invalid-request' })
  })
})

describe('a series', () => {
  it('is read in every format, with an entity tag', async () => {
    const run = await newRun()
    await append(run, { startStep: 4, stride: 2, series: { loss: [-1, 'Infinity', 0.5] } })
    const get = (accept: string, headers = {}) => send('GET', `/v1/runs/${run}/series/loss`, { headers: { accept, ...headers } })
    expect((await get('text/csv')).body).toBe('step,value\n4,-1\n6,Infinity\n8,0.5\n')
    expect((await get('application/x-ndjson')).body).toBe('{"step":4,"value":-1}\n{"step":6,"value":"Infinity"}\n{"step":8,"value":0.5}\n')
    const binary = await get('application/octet-stream')
    expect(binary.headers).toMatchObject({ 'start-step': '4', stride: '2' })
    expect([...new Float64Array(Uint8Array.from(binary.rawPayload).buffer)]).toEqual([-1, Number.POSITIVE_INFINITY, 0.5])
    const tag = (await get('application/json')).headers.etag as string
    expect((await get('application/json', { 'if-none-match': tag })).statusCode).toBe(304)
    await append(run, { startStep: 10, series: { loss: [1] } })
    expect((await get('application/json', { 'if-none-match': tag })).statusCode).toBe(200)
    expect(await read(run, 'loss', '?fromStep=6&toStep=9')).toEqual({ name: 'loss', startStep: 6, stride: 2, values: ['Infinity', 0.5] })
  })

  it('in buckets has the first and the last finite value of each', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { loss: [3, -1, 'NaN', 5, 4, 'NaN'] } })
    expect(await read(run, 'loss', '?buckets=2')).toEqual({
      buckets: [
        { fromStep: 0, toStep: 3, count: 3, first: 3, last: -1, min: -1, max: 3, mean: 1, nonFinite: 1 },
        { fromStep: 3, toStep: 6, count: 3, first: 5, last: 4, min: 4, max: 5, mean: 4.5, nonFinite: 1 }
      ]
    })
  })

  it('without points is empty, and of no run is none', async () => {
    const run = await newRun()
    expect(await read(run, 'distance')).toEqual({ name: 'distance', steps: [], values: [] })
    expect(problemOf(await send('GET', '/v1/runs/no-such-run/series/l2')).type).toBe('/problems/run-not-found')
  })
})

it('a refinement takes gradient norms alone, however many other series there are', async () => {
  const run = await newRun()
  const values = Array.from({ length: 300 }, (_, i) => 1 + 1 / (i + 1))
  await append(run, { series: { loss: values, 'learning-rate': values, linf: values } })
  const refused = await send('POST', `/v1/runs/${run}/schedules`, { payload: {} })
  expect(refused.statusCode).toBe(409)
  await append(run, { series: { l2: values } })
  expect((await send('POST', `/v1/runs/${run}/schedules`, { payload: {} })).statusCode).toBe(201)
})
