import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send } = await testApp()
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const fields = {
  name: 'ResNet, 種 1',
  optimizer: 'AdamW',
  totalSteps: Number.MAX_SAFE_INTEGER,
  peakLearningRate: 5e-324,
  weightDecay: 0.1,
  clipNorm: 0,
  labels: { model: 'resnet', 'a/b~c': '' },
  stepUnit: 'tokens',
  scheduleId: null
}
const empty = {
  name: null,
  optimizer: null,
  totalSteps: null,
  peakLearningRate: null,
  weightDecay: null,
  clipNorm: null,
  labels: {},
  stepUnit: 'steps',
  scheduleId: null,
  series: []
}
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

describe('POST /v1/runs', () => {
  it('makes a run with an id of its own, and says where it is', async () => {
    const answer = await send('POST', '/v1/runs', { payload: fields })
    const run = answer.json()
    expect(answer.statusCode).toBe(201)
    expect(run.id).toMatch(uuidV7)
    expect(answer.headers.location).toBe(`/v1/runs/${run.id}`)
    expect(run).toEqual({ ...fields, id: run.id, series: [], createdAt: expect.stringMatching(rfc3339), updatedAt: run.createdAt })
    expect((await send('GET', `/v1/runs/${run.id}`)).json()).toEqual(run)
  })

  it('takes no id', async () => {
    expect(problemOf(await send('POST', '/v1/runs', { payload: { id: 'x' } })).errors).toMatchObject([{ pointer: '/id' }])
  })
})

describe('PUT /v1/runs/{runId}', () => {
  it('creates a run, and from then on sets the fields given and keeps the others', async () => {
    const created = await send('PUT', '/v1/runs/put.1', { payload: { name: 'a', totalSteps: 5 } })
    expect([created.statusCode, created.headers.location]).toEqual([201, '/v1/runs/put.1'])
    expect(created.json()).toMatchObject({ ...empty, id: 'put.1', name: 'a', totalSteps: 5 })
    const set = await send('PUT', '/v1/runs/put.1', { payload: { id: 'put.1', name: 'b', labels: { k: 'v' } } })
    expect(set.statusCode).toBe(200)
    expect(set.json()).toMatchObject({ name: 'b', totalSteps: 5, labels: { k: 'v' } })
  })

  it('changes nothing when repeated', async () => {
    await send('PUT', '/v1/runs/put-2', { payload: fields })
    const again = await send('PUT', '/v1/runs/put-2', { payload: fields })
    expect([again.statusCode, again.json()]).toEqual([200, expect.objectContaining(fields)])
  })

  it('takes no other id than that of the path', async () => {
    expect(problemOf(await send('PUT', '/v1/runs/put-3', { payload: { id: 'put-4' } })).errors).toMatchObject([{ pointer: '/id' }])
  })

  it('of many at once creates the run once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('PUT', '/v1/runs/at-once')))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(7)
  })
})

describe('a field of a run', () => {
  it.each([
    ['/nmae', { nmae: 'x' }, /Did you mean "name"/],
    ['/createdAt', { createdAt: '2026-01-01T00:00:00Z' }, /Leave it out/],
    ['/series', { series: [] }, /Leave it out/],
    ['/totalSteps', { totalSteps: 0 }, undefined],
    ['/totalSteps', { totalSteps: 2 ** 53 }, undefined],
    ['/totalSteps', { totalSteps: 1.5 }, undefined],
    ['/totalSteps', { totalSteps: '5' }, undefined],
    ['/peakLearningRate', { peakLearningRate: -1 }, undefined],
    ['/peakLearningRate', { peakLearningRate: 'Infinity' }, undefined],
    ['/name', { name: 3 }, undefined],
    ['/name', { name: 'a\u0000b' }, undefined],
    ['/name', { name: '\ud800' }, undefined],
    ['/name', { name: 'x'.repeat(1025) }, undefined],
    ['/labels', { labels: [] }, undefined],
    ['/labels/a~1b', { labels: { 'a/b': 1 } }, undefined],
    ['/labels/', { labels: { '': 'x' } }, undefined],
    ['/labels/k', { labels: { k: null } }, undefined],
    ['/stepUnit', { stepUnit: 'step' }, /"steps"/]
  ])('%s is refused where it is %j', async (pointer, payload, fix) => {
    const { errors } = problemOf(await send('PUT', '/v1/runs/refused', { payload }))
    expect(errors).toHaveLength(1)
    expect(errors?.[0]).toMatchObject({ pointer, ...(fix === undefined ? {} : { fix: expect.stringMatching(fix) }) })
    expect((await send('GET', '/v1/runs/refused')).statusCode).toBe(404)
  })

  it('that is too large for float64 is refused', async () => {
    const answer = await send('PUT', '/v1/runs/refused', {
      payload: '{"peakLearningRate":1e999}',
      headers: { 'content-type': 'application/json' }
    })
    expect(problemOf(answer).errors).toMatchObject([{ pointer: '/peakLearningRate' }])
  })

  it('may be null, which is not said', async () => {
    const payload = { name: null, optimizer: null, totalSteps: null, peakLearningRate: null }
    expect((await send('PUT', '/v1/runs/nulls', { payload })).json()).toMatchObject(empty)
  })
})

describe('PATCH /v1/runs/{runId}', () => {
  it.each(['application/merge-patch+json', 'application/json'])('merges a patch as %s', async (type) => {
    const id = `patch-${type.length}`
    await send('PUT', `/v1/runs/${id}`, { payload: { ...fields, labels: { a: '1', b: '2' } } })
    const payload = JSON.stringify({ name: null, totalSteps: 7, labels: { a: null, c: '3' }, stepUnit: null })
    const answer = await send('PATCH', `/v1/runs/${id}`, { payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ name: null, totalSteps: 7, labels: { b: '2', c: '3' }, stepUnit: 'steps', optimizer: 'AdamW' })
    expect(Date.parse(answer.json().updatedAt)).toBeGreaterThanOrEqual(Date.parse(answer.json().createdAt))
  })

  it('clears all labels by null', async () => {
    await send('PUT', '/v1/runs/patch-l', { payload: fields })
    expect((await send('PATCH', '/v1/runs/patch-l', { payload: { labels: null } })).json().labels).toEqual({})
  })

  it('of two at once lets both stand', async () => {
    await send('PUT', '/v1/runs/patch-2')
    await Promise.all(Array.from({ length: 10 }, (_, i) => send('PATCH', '/v1/runs/patch-2', { payload: { labels: { [`k${i}`]: 'v' } } })))
    expect(Object.keys((await send('GET', '/v1/runs/patch-2')).json().labels)).toHaveLength(10)
  })

  it('needs a body, and a run', async () => {
    expect((await send('PATCH', '/v1/runs/patch-2')).statusCode).toBe(400)
    expect(problemOf(await send('PATCH', '/v1/runs/nobody', { payload: {} })).type).toBe('/problems/run-not-found')
  })

  it('takes no id', async () => {
    expect(problemOf(await send('PATCH', '/v1/runs/patch-2', { payload: { id: 'patch-2' } })).errors).toMatchObject([{ pointer: '/id' }])
  })
})

describe('DELETE /v1/runs/{runId}', () => {
  it('takes the run and its norms away', async () => {
    await send('PUT', '/v1/runs/gone')
    await send('POST', '/v1/runs/gone/gradient-norms', { payload: { values: [1, 2] } })
    const answer = await send('DELETE', '/v1/runs/gone')
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    for (const [method, path] of [
      ['GET', '/v1/runs/gone'],
      ['DELETE', '/v1/runs/gone'],
      ['GET', '/v1/runs/gone/gradient-norms'],
      ['POST', '/v1/runs/gone/schedules']
    ] as const) {
      expect(problemOf(await send(method, path)).type).toBe('/problems/run-not-found')
    }
    await send('PUT', '/v1/runs/gone')
    expect((await send('GET', '/v1/runs/gone')).json().series).toEqual([])
  })
})

describe('GET /v1/runs', () => {
  const list = async (query: string) =>
    (await send('GET', `/v1/runs?${query}`)).json<{ items: { id: string }[]; nextCursor: string | null }>()
  const make = async () => {
    for (let i = 0; i < 5; i++)
      await send('PUT', `/v1/runs/list-${i}`, { payload: { name: `list ${i}`, labels: { odd: String(i % 2), 'x.y': 'z' } } })
  }

  it('lists runs newest first, page by page, each once', async () => {
    await make()
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const page = await list(`name=list&limit=2${cursor}`)
      seen.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(seen).toEqual(['list-4', 'list-3', 'list-2', 'list-1', 'list-0'])
  })

  it('narrows the list by the beginning of the name and by labels', async () => {
    await make()
    expect((await list('label.odd=1')).items.map(({ id }) => id)).toEqual(['list-3', 'list-1'])
    expect((await list('label.odd=1&name=list%203')).items.map(({ id }) => id)).toEqual(['list-3'])
    expect((await list('label.x.y=z')).items).toHaveLength(5)
    expect((await list('label.odd=2')).items).toEqual([])
    expect((await list('name=%25')).items).toEqual([])
    expect((await list('name=ist')).items).toEqual([])
  })

  it.each(['label.=x', 'label=x', 'label.a=1&label.a=2', 'label.a=%00', 'label.%00=a', 'name=%00'])('?%s is a 400', async (query) => {
    expect(problemOf(await send('GET', `/v1/runs?${query}`)).type).toBe('/problems/invalid-request')
  })

  it('does not follow a cursor of another list', async () => {
    await make()
    const { nextCursor } = await list('name=list&limit=1')
    for (const path of [`/v1/runs?cursor=${nextCursor}`, `/v1/schedules?cursor=${nextCursor}`, '/v1/runs?cursor=x', '/v1/runs?cursor=']) {
      expect(problemOf(await send('GET', path)).errors).toMatchObject([{ pointer: 'query/cursor' }])
    }
  })
})
