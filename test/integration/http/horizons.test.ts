import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const make = async (payload: object) => (await send('POST', '/v1/schedules', { payload })).json<{ id: string }>().id
const extend = (id: string, payload: object, { query = '', headers = {} } = {}) =>
  send('POST', `/v1/schedules/${id}/horizons${query}`, { payload, headers })
const read = async (id: string) => (await send('GET', `/v1/schedules/${id}/multipliers`)).json<{ multipliers: number[] }>().multipliers
const boundOf = (multipliers: number[]) => {
  // γ* of the general bound for constant norms, as the theorem writes it.
  const m = multipliers.slice(0, multipliers.findLastIndex((each) => each > 0) + 1)
  const tail = (f: (x: number) => number) => {
    const sums = [0]
    for (const each of [...m].reverse()) sums.push(sums.at(-1)! + f(each))
    return sums.reverse()
  }
  const [S, Q] = [tail((x) => x), tail((x) => x * x)]
  let b = Q[0]! / (2 * S[0]!)
  for (let k = 0; k + 1 < m.length; k++) b += (0.5 * (m[k]! / S[k + 1]!) * Q[k]!) / S[k]!
  return Math.sqrt(1 / (2 * S[0]!) / b)
}

describe('POST /v1/schedules/{id}/horizons', () => {
  it.each([
    [6000, 0.64],
    [8000, 0.53],
    [16_000, 0.38]
  ])('takes 4000 steps of wsd to %d in two stages with the factor of the paper', async (steps, factor) => {
    const id = await make({ rule: 'wsd', steps: 4000, peakLearningRate: 0.1, name: 'a run' })
    const answer = await extend(id, { steps })
    expect(answer.statusCode).toBe(201)
    const schedule = answer.json()
    expect(answer.headers.location).toBe(`/v1/schedules/${schedule.id}`)
    expect(schedule).toMatchObject({
      name: 'a run',
      rule: 'horizon',
      steps,
      peakLearningRate: 0.1,
      parameters: { scheduleId: id, method: 'two-stage', fromStep: 3200 }
    })
    expect(schedule.report.factor).toBeCloseTo(factor, 2)
    const multipliers = await read(schedule.id)
    expect(multipliers.slice(0, 3200).every((m) => m === 1)).toBe(true)
    expect(multipliers[3200]).toBe(schedule.report.factor)
    expect(multipliers.at(-1)).toBe(0)
    const optimal = boundOf(multipliers)
    expect(schedule.report.optimalRate / optimal).toBeCloseTo(1, 9)
    expect(optimal / boundOf(await read(id))).toBeCloseTo(1, 8)
  })

  it.each([
    [6000, 0.45],
    [8000, 0.63],
    [16_000, 1]
  ])('takes 4000 steps of wsd to %d with the cooldown of the paper', async (steps, cooldown) => {
    const { report, id } = (await extend(await make({ rule: 'wsd', steps: 4000 }), { steps, method: 'cooldown' })).json()
    expect(report.cooldown).toBeCloseTo(cooldown, 2)
    expect(report.factor).toBeUndefined()
    const multipliers = await read(id)
    const rule = await read(await make({ rule: 'wsd', parameters: { cooldown: report.cooldown }, steps }))
    expect(Math.max(...multipliers.map((m, j) => Math.abs(m - rule[j]!)))).toBeLessThan(1e-12)
  })

  it('moves a factor above 1 into the new peak learning rate', async () => {
    const id = await make({ rule: 'wsd', parameters: { cooldown: 0.5 }, steps: 1000, peakLearningRate: 0.2 })
    const schedule = (await extend(id, { steps: 700, fromStep: 300 })).json()
    const { factor } = schedule.report
    expect(factor).toBeGreaterThan(1)
    expect(schedule.peakLearningRate).toBeCloseTo(0.2 * factor, 12)
    const multipliers = await read(schedule.id)
    expect(Math.max(...multipliers)).toBe(1)
    expect(multipliers[0]! * schedule.peakLearningRate).toBeCloseTo(0.2, 12)
    expect(schedule.report.optimalRate / boundOf(multipliers)).toBeCloseTo(1, 9)
  })

  it('stretches what is left of another rule, and keeps what is past bit for bit', async () => {
    const id = await make({ rule: 'cosine', steps: 500, peakLearningRate: 1 })
    const schedule = (await extend(id, { steps: 900, fromStep: 120 })).json()
    expect(schedule.parameters.method).toBe('stretch')
    const [old, multipliers] = [await read(id), await read(schedule.id)]
    expect(multipliers.slice(0, 121)).toEqual(old.slice(0, 121))
    expect(multipliers.at(-1)).toBe(old.at(-1))
    expect(Math.abs(multipliers[121]! - multipliers[120]!)).toBeLessThan(0.01)
    expect(schedule.report.optimalRate / boundOf(multipliers)).toBeCloseTo(1, 9)
    expect(schedule.peakLearningRate).toBe(1)
  })

  it('judges by the norms of the run, and goes with it', async () => {
    const runId = await newRun({ optimizer: 'sgd', peakLearningRate: 0.3 })
    await send('POST', `/v1/runs/${runId}/gradient-norms`, {
      payload: { values: Array.from({ length: 1000 }, (_, t) => 1 + 3 * (t / 1000)) }
    })
    const [withRun, without] = [await make({ rule: 'wsd', steps: 1000, runId }), await make({ rule: 'wsd', steps: 1000 })]
    const [a, b] = [(await extend(withRun, { steps: 2000 })).json(), (await extend(without, { steps: 2000 })).json()]
    expect(a).toMatchObject({ runId, peakLearningRate: 0.3 })
    expect(Math.abs(a.report.factor - b.report.factor)).toBeGreaterThan(0.01)
  })

  it('goes on after the end: rises again from the last step, and then decays', async () => {
    const id = await make({ rule: 'wsd', steps: 1000, peakLearningRate: 0.1 })
    const schedule = (await extend(id, { steps: 2000, fromStep: 1000 })).json()
    expect(schedule).toMatchObject({ steps: 2000, peakLearningRate: 0.1, parameters: { method: 'rewarm', fromStep: 1000 } })
    const [old, multipliers] = [await read(id), await read(schedule.id)]
    expect(multipliers.slice(0, 1000)).toEqual(old)
    expect(Math.max(...multipliers.slice(1000))).toBe(schedule.report.factor)
    expect(schedule.report.factor).toBeGreaterThan(0.6)
    expect(multipliers.at(-1)).toBe(0)
    expect(schedule.report.optimalRate / boundOf(multipliers)).toBeCloseTo(1, 9)
    expect((await extend(id, { steps: 1500, method: 'rewarm' })).json().parameters.fromStep).toBe(1000)
    for (const [payload, pointer] of [
      [{ steps: 2000, fromStep: 1001 }, '/fromStep'],
      [{ steps: 2000, fromStep: 1000, method: 'two-stage' }, '/fromStep'],
      [{ steps: 1000, fromStep: 1000, method: 'rewarm' }, '/steps'],
      [{ steps: 2000, fromStep: 0, method: 'rewarm' }, '/fromStep']
    ] as const) {
      const problem = problemOf(await extend(id, payload))
      expect([payload, problem.errors?.[0]?.pointer, typeof problem.errors?.[0]?.fix]).toEqual([payload, pointer, 'string'])
    }
  })

  it('warns where nothing is learned any more, and how to multiply a peak that it does not know', async () => {
    const linear = await make({ rule: 'linear', steps: 101 })
    expect((await extend(linear, { steps: 201, fromStep: 100 })).json().report.warnings).toMatchObject([{ code: 'rest-zero' }])
    const wsd = await make({ rule: 'wsd', steps: 1000, parameters: { cooldown: 0.2 } })
    const shorter = (await extend(wsd, { steps: 800, fromStep: 500 })).json()
    expect(shorter.peakLearningRate).toBeNull()
    expect(shorter.report.peakFactor).toBeCloseTo(1.264816, 6)
    expect(shorter.report.warnings).toMatchObject([{ code: 'peak-unknown', detail: expect.stringContaining('1.264816') }])
    const known = await make({ rule: 'wsd', steps: 1000, peakLearningRate: 1 })
    expect((await extend(known, { steps: 800, fromStep: 500 })).json().report.warnings).toEqual([])
  })

  it('is done once for each Idempotency-Key', async () => {
    const id = await make({ rule: 'wsd', steps: 100 })
    const headers = { 'idempotency-key': 'extend-once' }
    const [a, b] = [await extend(id, { steps: 200 }, { headers }), await extend(id, { steps: 200 }, { headers })]
    expect(b.json().id).toBe(a.json().id)
    expect((await extend(id, { steps: 300 }, { headers })).statusCode).toBe(422)
  })

  it('takes lengths in another unit', async () => {
    const id = await make({ rule: 'cosine', steps: 100 })
    const query = '?unit=epochs&batchSize=32&worldSize=2&datasetSize=6400'
    expect((await extend(id, { steps: 1.5, fromStep: 0.25 }, { query })).json()).toMatchObject({ steps: 150, parameters: { fromStep: 25 } })
    expect(problemOf(await extend(id, { steps: 2 }, { query: '?unit=epochs&batchSize=32' })).errors?.[0]?.pointer).toBe('query/datasetSize')
    const partial = '?unit=epochs&batchSize=8&datasetSize=1001'
    expect((await extend(id, { steps: 12 }, { query: partial })).json().steps).toBe(1512)
    expect((await extend(id, { steps: 12 }, { query: `${partial}&lastBatch=drop` })).json().steps).toBe(1500)
    expect((await extend(id, { steps: 12 }, { query: `${partial}&gradientAccumulation=4` })).json().steps).toBe(384)
  })

  it.each([
    [{}, '/steps'],
    [{ steps: 0 }, '/steps'],
    [{ steps: 1.5 }, '/steps'],
    [{ steps: 1e8 + 1 }, '/steps'],
    [{ steps: 1e300 }, '/steps'],
    [{ steps: 200, fromStep: -1 }, '/fromStep'],
    [{ steps: 200, fromStep: 0.5 }, '/fromStep'],
    [{ steps: 200, fromStep: 101 }, '/fromStep'],
    [{ steps: 50, fromStep: 50 }, '/fromStep'],
    [{ steps: 200, method: 'two-stage' }, '/method'],
    [{ steps: 200, method: 'cooldown' }, '/method'],
    [{ steps: 200, method: 'other' }, '/method'],
    [{ steps: 200, step: 1 }, '/step']
  ])('refuses %j for 100 steps of cosine, and says where', async (payload, pointer) => {
    const answer = await extend(await make({ rule: 'cosine', steps: 100 }), payload)
    expect(answer.statusCode).toBe(400)
    expect(problemOf(answer).errors?.[0]).toMatchObject({ pointer })
  })

  it('of a schedule that is not there is a 404', async () => {
    expect(problemOf(await extend('nothing', { steps: 10 })).type).toBe('/problems/schedule-not-found')
  })
})

describe('one multiplier in another unit', () => {
  it('is that of the optimizer step that is under way', async () => {
    const id = await make({ rule: 'linear', steps: 101 })
    const at = async (position: string) => (await send('GET', `/v1/schedules/${id}/multipliers/${position}`)).json()
    for (const [position, step] of [
      ['7?unit=batches&gradientAccumulation=4', 1],
      ['8?unit=batches&gradientAccumulation=4', 2],
      ['640?unit=samples&batchSize=8&gradientAccumulation=2&worldSize=4', 10],
      ['1e6?unit=tokens&batchSize=8&sequenceLength=2048', 61],
      ['0.5?unit=epochs&batchSize=10&datasetSize=500', 25],
      ['0.3?unit=epochs&batchSize=10&datasetSize=1000', 30],
      ['12?unit=steps', 12]
    ] as const) {
      expect(await at(position), position).toEqual({ step, multiplier: 1 - step / 100 })
    }
    expect(await at('99?unit=epochs&batchSize=10&datasetSize=500')).toMatchObject({ step: 4950, clamped: true })
  })

  it.each([
    ['batches', 'gradientAccumulation'],
    ['samples', 'batchSize'],
    ['tokens', 'batchSize'],
    ['tokens&batchSize=8', 'sequenceLength'],
    ['epochs&batchSize=8', 'datasetSize'],
    ['weeks', 'unit'],
    ['samples&batchSize=0', 'batchSize'],
    ['samples&batchSize=1.5', 'batchSize'],
    ['samples&batchSize=1e300', 'batchSize']
  ])('?unit=%s is refused for %s', async (query, name) => {
    const id = await make({ rule: 'linear', steps: 10 })
    expect(problemOf(await send('GET', `/v1/schedules/${id}/multipliers/1?unit=${query}`)).errors?.[0]?.pointer).toBe(`query/${name}`)
  })
})
