import { describe, expect, it } from 'vitest'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const make = (payload: object | string, headers: Record<string, string> = {}) =>
  send('POST', '/v1/schedules', {
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers }
  })
const read = async (id: string) => (await send('GET', `/v1/schedules/${id}/multipliers`)).json<{ multipliers: number[] }>().multipliers

describe('GET /v1/schedule-rules', () => {
  it('lists every rule with its source, its parameters as a JSON Schema with defaults, its ends and its names elsewhere', async () => {
    const { items, nextCursor } = (await send('GET', '/v1/schedule-rules')).json()
    expect(nextCursor).toBeNull()
    expect(items.map(({ name }: { name: string }) => name)).toEqual([...scheduleRules.map(({ name }) => name), 'refined'])
    for (const item of items) {
      expect(Object.keys(item)).toEqual(
        expect.arrayContaining(['name', 'title', 'source', 'parameters', 'first', 'last', 'elsewhere', 'offByOne'])
      )
      expect(item.source).toMatchObject({ authors: expect.any(String), title: expect.any(String), year: expect.any(Number) })
      expect(item.parameters).toMatchObject({ type: 'object', additionalProperties: false })
      expect(Object.keys(item.elsewhere)).toEqual(['pytorch', 'transformers', 'optax'])
    }
  })

  it('has each rule by its name, and 404 for others', async () => {
    expect((await send('GET', '/v1/schedule-rules/polynomial')).json()).toMatchObject({
      name: 'polynomial',
      parameters: { properties: { power: { type: 'number', exclusiveMinimum: 0, default: 1 }, final: { default: 0 } } },
      elsewhere: { pytorch: 'PolynomialLR', transformers: 'polynomial', optax: 'polynomial_schedule' }
    })
    for (const name of ['polynomials', '__proto__', 'constructor']) {
      expect(problemOf(await send('GET', `/v1/schedule-rules/${name}`))).toMatchObject({ type: '/problems/schedule-rule-not-found' })
    }
  })
})

describe('POST /v1/schedules', () => {
  it.each(scheduleRules.map(({ name }) => name))('makes a schedule of the rule %s with its defaults filled in', async (rule) => {
    const answer = await make({ rule, steps: 50 })
    expect(answer.statusCode, answer.body).toBe(201)
    const schedule = answer.json()
    const { multipliers, parameters } = multipliersOf({ rule }, 50)
    expect(schedule).toMatchObject({ rule, parameters, steps: 50, name: null, runId: null, runDeleted: false, peakLearningRate: null })
    expect(schedule).not.toHaveProperty('report')
    expect(answer.headers.location).toBe(`/v1/schedules/${schedule.id}`)
    expect((await send('GET', answer.headers.location as string)).json()).toEqual(schedule)
    expect(await read(schedule.id)).toEqual([...multipliers])
  })

  it('makes a new one each time, with the same ETag for the same multipliers; an Idempotency-Key makes it once', async () => {
    const request = { rule: 'linear', steps: 10 }
    const [first, second] = [await make(request), await make(request)].map((answer) => answer.json())
    expect(second.id).not.toBe(first.id)
    expect(second.etag).toBe(first.etag)
    const headers = { 'idempotency-key': 'a schedule by rule' }
    const once = await make(request, headers)
    const again = await make(request, headers)
    expect([again.statusCode, again.body, again.headers.location]).toEqual([201, once.body, once.headers.location])
    expect(problemOf(await make({ ...request, steps: 11 }, headers))).toMatchObject({ type: '/problems/idempotency-key-reused' })
  })

  it('has the peak that is given, else that of its run', async () => {
    const runId = await newRun({ peakLearningRate: 0.25 })
    const ofRun = (await make({ rule: 'linear', steps: 3, runId, name: 'by rule' })).json()
    expect(ofRun).toMatchObject({ runId, name: 'by rule', peakLearningRate: 0.25 })
    expect((await make({ rule: 'linear', steps: 3, runId, peakLearningRate: null })).json().peakLearningRate).toBe(0.25)
    expect((await make({ rule: 'linear', steps: 3, runId, peakLearningRate: 0.5 })).json().peakLearningRate).toBe(0.5)
    expect((await make({ rule: 'linear', steps: 3, peakLearningRate: 0 })).json().peakLearningRate).toBe(0)
    expect((await send('GET', `/v1/schedules/${ofRun.id}/multipliers/1`)).json()).toEqual({ step: 1, multiplier: 0.5, learningRate: 0.125 })
    const listed = (await send('GET', `/v1/schedules?runId=${runId}`)).json().items.map(({ id }: { id: string }) => id)
    expect(listed).toHaveLength(3)
    expect(listed).toContain(ofRun.id)
  })

  it('takes its length in another unit, by rule and by refinement', async () => {
    const epochs = 'unit=epochs&batchSize=8&datasetSize=1001&gradientAccumulation=4'
    const byRule = await send('POST', `/v1/schedules?${epochs}`, { payload: { rule: 'wsd', steps: 12, parameters: { cooldown: 84 } } })
    expect(byRule.json()).toMatchObject({ steps: 384, parameters: { cooldown: 84 } })
    expect((await read(byRule.json().id)).filter((multiplier) => multiplier < 1)).toHaveLength(84)
    const runId = await newRun({})
    await send('POST', `/v1/runs/${runId}/gradient-norms`, { payload: { values: [3, 2, 1, 1] } })
    const refined = await send('POST', `/v1/runs/${runId}/schedules?unit=tokens&batchSize=2&sequenceLength=8`, { payload: { steps: 1600 } })
    expect(refined.json()).toMatchObject({ steps: 100 })
    for (const [path, payload, pointer] of [
      ['/v1/schedules?unit=epochs&batchSize=8', { rule: 'wsd', steps: 12 }, 'query/datasetSize'],
      ['/v1/schedules?unit=samples&batchSize=8&lastBatch=drop', { rule: 'wsd', steps: 12 }, 'query/lastBatch'],
      ['/v1/schedules?unit=samples&batchSize=8', { rule: 'wsd', steps: 7 }, '/steps'],
      ['/v1/schedules?lastBatch=most', { rule: 'wsd', steps: 7 }, 'query/lastBatch'],
      [`/v1/runs/${runId}/schedules?unit=samples&batchSize=8`, {}, 'query/unit']
    ] as const) {
      expect([path, problemOf(await send('POST', path, { payload })).errors?.[0]?.pointer]).toEqual([path, pointer])
    }
  })

  it('outlives its run', async () => {
    const runId = await newRun({ peakLearningRate: 0.25 })
    const { id } = (await make({ rule: 'linear', steps: 3, runId })).json()
    await send('DELETE', `/v1/runs/${runId}`)
    expect((await send('GET', `/v1/schedules/${id}`)).json()).toMatchObject({ runId, runDeleted: true, peakLearningRate: 0.25 })
    expect(await read(id)).toEqual([1, 0.5, 0])
  })

  it('answers 404 for a run that is not there', async () => {
    expect(problemOf(await make({ rule: 'linear', steps: 3, runId: 'nobody' }))).toMatchObject({ type: '/problems/run-not-found' })
  })

  it('computes a long schedule off the event loop: bit for bit the same, and others are answered meanwhile', async () => {
    const steps = 1_500_000
    const answers: string[] = []
    const long = make({ rule: 'cosine', steps }).then((answer) => {
      answers.push('long')
      return answer
    })
    const short = send('GET', '/v1/schedule-rules/linear').then(() => answers.push('short'))
    const [made] = await Promise.all([long, short])
    expect(answers).toEqual(['short', 'long'])
    const { multipliers } = multipliersOf({ rule: 'cosine' }, steps)
    const { id } = made.json()
    const bytes = await send('GET', `/v1/schedules/${id}/multipliers`, { headers: { accept: 'application/octet-stream' } })
    expect(Buffer.compare(bytes.rawPayload, Buffer.from(multipliers.buffer))).toBe(0)
  })

  it('of one step is [1], by any rule', async () => {
    for (const { name } of scheduleRules) expect(await read((await make({ rule: name, steps: 1 })).json().id), name).toEqual([1])
  })

  it.each<[string, object | string, string]>([
    ['no rule', { steps: 3 }, '/rule'],
    ['no steps', { rule: 'linear' }, '/steps'],
    ['0 steps', { rule: 'linear', steps: 0 }, '/steps'],
    ['a part of a step', { rule: 'linear', steps: 1.5 }, '/steps'],
    ['10^12 steps', { rule: 'linear', steps: 1e12 }, '/steps'],
    ['steps as a word', { rule: 'linear', steps: 'NaN' }, '/steps'],
    ['steps as text', { rule: 'linear', steps: '3' }, '/steps'],
    ['a rule that is not there', { rule: 'lineal', steps: 3 }, '/rule'],
    ['a rule that is a part of every object', { rule: '__proto__', steps: 3 }, '/rule'],
    ['a rule that is no text', { rule: ['linear'], steps: 3 }, '/rule'],
    ['an unknown field', { rule: 'linear', steps: 3, final: 0.1 }, '/final'],
    ['an unknown parameter', { rule: 'linear', steps: 3, parameters: { finale: 0.1 } }, '/parameters/finale'],
    ['a parameter with a slash', { rule: 'linear', steps: 3, parameters: { 'a/b~': 0.1 } }, '/parameters/a~1b~0'],
    ['parameters that are a list', { rule: 'linear', steps: 3, parameters: [] }, '/parameters'],
    ['a final above 1', { rule: 'linear', steps: 3, parameters: { final: 1.1 } }, '/parameters/final'],
    ['a final below 0', { rule: 'cosine', steps: 3, parameters: { final: -1e-9 } }, '/parameters/final'],
    ['a final of NaN', { rule: 'wsd', steps: 3, parameters: { final: 'NaN' } }, '/parameters/final'],
    ['a final of null', { rule: 'wsd', steps: 3, parameters: { final: null } }, '/parameters/final'],
    ['an exponential decay to 0', { rule: 'exponential', steps: 3, parameters: { final: 0 } }, '/parameters/final'],
    ['a power of 0', { rule: 'polynomial', steps: 3, parameters: { power: 0 } }, '/parameters/power'],
    ['a cooldown above 1', { rule: 'wsd', steps: 3, parameters: { cooldown: 1.01 } }, '/parameters/cooldown'],
    ['a shape that is not there', { rule: 'wsd', steps: 3, parameters: { shape: 'cosine' } }, '/parameters/shape'],
    ['a milestone at 0', { rule: 'stepwise', steps: 3, parameters: { milestones: [0.5, 0] } }, '/parameters/milestones/1'],
    ['a milestone in steps', { rule: 'stepwise', steps: 3, parameters: { milestones: [30] } }, '/parameters/milestones/0'],
    ['100 000 milestones', { rule: 'stepwise', steps: 3, parameters: { milestones: Array(100_000).fill(0.5) } }, '/parameters/milestones'],
    ['a factor above 1', { rule: 'stepwise', steps: 3, parameters: { factor: 2 } }, '/parameters/factor'],
    ['a warm-up of all steps', { rule: 'warmup', steps: 3, parameters: { length: 3 } }, '/parameters/length'],
    ['a warm-up of one and a half steps', { rule: 'warmup', steps: 9, parameters: { length: 1.5 } }, '/parameters/length'],
    ['a negative warm-up', { rule: 'warmup', steps: 9, parameters: { length: -0.1 } }, '/parameters/length'],
    ['a warm-up of a warm-up', { rule: 'warmup', steps: 9, parameters: { of: { rule: 'warmup' } } }, '/parameters/of/rule'],
    ['a warm-up of nothing known', { rule: 'warmup', steps: 9, parameters: { of: { rule: 'nothing' } } }, '/parameters/of/rule'],
    ['a warm-up of no rule', { rule: 'warmup', steps: 9, parameters: { of: {} } }, '/parameters/of/rule'],
    ['a warm-up of two things', { rule: 'warmup', steps: 9, parameters: { of: { rule: 'flat', steps: 1 } } }, '/parameters/of/steps'],
    [
      'a parameter after a warm-up',
      { rule: 'warmup', steps: 9, parameters: { of: { rule: 'polynomial', parameters: { power: -1 } } } },
      '/parameters/of/parameters/power'
    ],
    [
      'points that are not sorted',
      { rule: 'piecewise', steps: 9, parameters: { points: [0, 0.5, 0.4].map((at) => ({ at, multiplier: 1 })) } },
      '/parameters/points/2/at'
    ],
    ['no points', { rule: 'piecewise', steps: 9, parameters: { points: [] } }, '/parameters/points'],
    ['points that are all 0', { rule: 'piecewise', steps: 9, parameters: { points: [{ at: 0, multiplier: 0 }] } }, '/parameters/points'],
    ['a point without a place', { rule: 'piecewise', steps: 9, parameters: { points: [{ multiplier: 1 }] } }, '/parameters/points/0/at'],
    ['more than all steps', { rule: 'trapezoid', steps: 9, parameters: { warmup: 0.6, cooldown: 0.5 } }, '/parameters/cooldown'],
    ['a cycle that only rises', { rule: 'one-cycle', steps: 9, parameters: { warmup: 1 } }, '/parameters/warmup'],
    ['a million restarts', { rule: 'cosine-restarts', steps: 9, parameters: { cycles: 1e6 } }, '/parameters/cycles'],
    ['half a restart', { rule: 'cosine-restarts', steps: 9, parameters: { cycles: 1.5 } }, '/parameters/cycles'],
    ['cycles that shrink', { rule: 'cosine-restarts', steps: 9, parameters: { growth: 0.05 } }, '/parameters/growth'],
    ['a peak after the end', { rule: 'noam', steps: 9, parameters: { length: 10 } }, '/parameters/length'],
    [
      'too long a peak for the steps that a warm-up leaves',
      { rule: 'warmup', steps: 9, parameters: { length: 5, of: { rule: 'noam', parameters: { length: 5 } } } },
      '/parameters/of/parameters/length'
    ],
    ['a negative peak', { rule: 'linear', steps: 3, peakLearningRate: -1 }, '/peakLearningRate'],
    ['an empty run id', { rule: 'linear', steps: 3, runId: '' }, '/runId'],
    ['a name with a null character', { rule: 'linear', steps: 3, name: 'a\u0000' }, '/name'],
    ['the refined rule', { rule: 'refined', steps: 3 }, '/rule']
  ])('answers 400 and names the place: %s', async (_, payload, pointer) => {
    const problem = problemOf(await make(payload))
    expect(problem).toMatchObject({ status: 400, type: '/problems/invalid-request' })
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  it('names every wrong place at once', async () => {
    const { errors } = problemOf(await make({ rule: 'polynomial', steps: 3, parameters: { power: 0, final: 2, exponent: 1 } }))
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/parameters/exponent', '/parameters/final', '/parameters/power'])
  })

  it('refuses names that would reach into the prototype of an object', async () => {
    const answers = [
      '{"rule":"linear","steps":3,"parameters":{"__proto__":{"final":0.5}}}',
      '{"rule":"linear","steps":3,"parameters":{"constructor":{"prototype":{"final":0.5}}}}',
      '{"rule":"warmup","steps":9,"parameters":{"of":{"rule":"linear","parameters":{"__proto__":{"final":0.5}}}}}'
    ].map((text) => make(text))
    for (const answer of await Promise.all(answers)) expect(problemOf(answer)).toMatchObject({ status: 400 })
  })

  it('says what to write instead', async () => {
    const fixOf = async (payload: object) => problemOf(await make(payload)).errors?.[0]?.fix
    expect(await fixOf({ rule: 'consine', steps: 3 })).toContain('"cosine"')
    expect(await fixOf({ rule: 'warmup', steps: 30, parameters: { of: { rule: 'liner' } } })).toContain('"linear"')
    expect(await fixOf({ rule: 'zzz', steps: 3 })).toContain('flat, inverse')
    expect(await fixOf({ rule: 'polynomial', steps: 3, parameters: { powr: 2 } })).toContain('"power"')
    expect(await fixOf({ rule: 'refined', steps: 3 })).toMatch(/\/v1\/refinements.*\/v1\/runs\/\{runId\}\/schedules/)
  })
})
