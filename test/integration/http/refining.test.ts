import { describe, expect, it } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const refined = (payload: object | string) =>
  send('POST', '/v1/refinements', {
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json' }
  })
const logged = async (values: unknown[], fields: object = {}, query = '') => {
  const run = await newRun(fields)
  await send('POST', `/v1/runs/${run}/gradient-norms${query}`, { payload: { values, startStep: 0 } })
  return run
}
const norms = Array.from({ length: 300 }, (_, i) => 2 + Math.sin(i / 9) + 30 / (i + 1))

describe('POST /v1/refinements', () => {
  it('answers what the pipeline computes, bit for bit', async () => {
    const answer = await refined({ values: norms, steps: 1000, warmupFloor: 0.1 })
    const options = resolveOptions({ steps: 1000, warmupFloor: 0.1 }, { norm: 'l2', totalSteps: null, extent: 300 })
    const expected = refine({ steps: { first: 0, stride: 1 }, values: Float64Array.from(norms) }, options)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ steps: 1000, multipliers: [...expected.multipliers], report: expected.report })
  })

  it('reads losses beside the norms, of any sign and with holes, and says what they did', async () => {
    const losses = norms.map((_, i) => (i === 7 ? null : i === 8 ? 'NaN' : i === 9 ? -1 : 1 + 100 / (i + 10)))
    const { multipliers, report } = (await refined({ values: norms, losses })).json()
    const options = resolveOptions({}, { norm: 'l2', totalSteps: null, extent: 300 })
    const steps = { first: 0, stride: 1 }
    const values = Float64Array.from(losses, (loss) => (typeof loss === 'number' ? loss : Number.NaN))
    const expected = refine({ steps, values: Float64Array.from(norms), losses: { steps, values } }, options)
    expect(multipliers).toEqual([...expected.multipliers])
    expect(report.losses).toMatchObject({ use: 'read', received: 300, used: 297, nonFinite: 2, notPositive: 1 })
    expect((await refined({ values: norms, losses, preset: 'paper' })).json().multipliers).toEqual(
      (await refined({ values: norms, preset: 'paper' })).json().multipliers
    )
  })

  it('reads the losses of a run at their own steps, and the norms of its weights where they are asked for', async () => {
    const run = await logged(norms)
    const coarse = {
      startStep: 0,
      stride: 10,
      series: { loss: Array.from({ length: 30 }, (_, i) => 3 / (i + 1)), 'weight-norm': Array(30).fill(2) }
    }
    const before = (await refined({ runId: run })).json()
    expect(before.report.losses.use).toBe('none')
    expect(problemOf(await refined({ runId: run, scaleBy: 'weight-norm' }))).toMatchObject({ status: 409, type: '/problems/too-few-norms' })
    await send('POST', `/v1/runs/${run}/series`, { payload: coarse })
    const after = (await refined({ runId: run })).json()
    expect(after.report.losses).toMatchObject({ use: 'read', received: 30, used: 30 })
    expect(after.multipliers).not.toEqual(before.multipliers)
    expect((await refined({ runId: run, loss: 'none' })).json().multipliers).toEqual(before.multipliers)
    const scaled = (await refined({ runId: run, loss: 'none', scaleBy: 'weight-norm' })).json()
    expect(scaled.multipliers).toEqual((await refined({ values: norms.map((norm) => 2 * norm) })).json().multipliers)
    expect(scaled.report.scaledBy.series).toBe('weight-norm')
  })

  it('answers constant norms with a linear decay, at any scale', async () => {
    for (const scale of [1, 1e-160, 1e160, 5e-324]) {
      const { multipliers } = (await refined({ values: Array(101).fill(scale), preset: 'paper' })).json<{ multipliers: number[] }>()
      for (const [i, multiplier] of multipliers.entries()) expect(multiplier).toBeCloseTo(1 - i / 100, 12)
    }
  })

  it('answers the same for the norms of a run', async () => {
    const run = await logged(norms, { totalSteps: 500 })
    const { multipliers } = (await refined({ runId: run })).json()
    expect(multipliers).toEqual((await refined({ values: norms, steps: 500 })).json().multipliers)
  })

  it('takes norms that are not finite, and one huge spike', async () => {
    const { report } = (await refined({ values: [3, 'NaN', 1, 'Infinity', '-Infinity', 0, ...norms, 1.7e308] })).json()
    expect(report.points).toMatchObject({ received: 307, nonFinite: 3, zero: 1, used: 303 })
    expect(report.warnings.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['non-finite', 'zero']))
  })

  it('answers with method numeric the schedule of the least general bound, how far from it the others are, and no 0 at the end', async () => {
    const { multipliers, report } = (await refined({ values: norms, preset: 'paper', window: 0, method: 'numeric' })).json()
    const { bound, iterations, converged, boundClosedForm, boundLinear } = report.numeric
    expect({ iterations, converged }).toEqual({ iterations: 1, converged: true })
    expect(generalBound(Float64Array.from(multipliers), Float64Array.from(norms)).optimalBound).toBeCloseTo(bound, 12)
    expect(bound).toBeLessThan(boundClosedForm)
    expect(boundClosedForm).toBeLessThan(boundLinear)
    expect(Math.max(...multipliers)).toBe(1)
    expect(multipliers.at(-1)).toBeGreaterThan(0)
    expect((await refined({ values: norms })).json().report).not.toHaveProperty('numeric')
  })

  it('answers a schedule of one step', async () => {
    expect((await refined({ values: [1, 2], steps: 1 })).json().multipliers).toEqual([1])
  })

  it('stores nothing', async () => {
    await refined({ values: norms })
    expect((await send('GET', '/v1/schedules')).json().items).toEqual([])
  })

  it.each([
    ['neither values nor a run', {}, ''],
    ['both', { values: [1, 2], runId: 'r' }, ''],
    ['an unknown field', { values: [1, 2], windows: 0.1 }, '/windows'],
    ['a window of 1', { values: [1, 2], window: 1 }, '/window'],
    ['a negative window', { values: [1, 2], window: -0.1 }, '/window'],
    ['a window with the preset reference', { values: [1, 2], window: 0.1, preset: 'reference' }, '/window'],
    ['0 steps', { values: [1, 2], steps: 0 }, '/steps'],
    ['1e12 steps', { values: [1, 2], steps: 1e12 }, '/steps'],
    ['half a step', { values: [1, 2], steps: 1.5 }, '/steps'],
    ['a negative norm', { values: [1, -2] }, '/values/1'],
    ['a norm that is text', { values: [1, 'x'] }, '/values/1'],
    ['values that are no list', { values: 'x' }, '/values'],
    ['a preset that is none', { values: [1, 2], preset: 'papre' }, '/preset'],
    ['a weighting that is none', { values: [1, 2], weighting: 'none' }, '/weighting'],
    ['a method that there is not', { values: [1, 2], method: 'exact' }, '/method'],
    ['a floor above 1', { values: [1, 2], warmupFloor: 1.1 }, '/warmupFloor'],
    ['a trim that is not whole', { values: [1, 2], trim: { start: 0.5 } }, '/trim/start'],
    ['a trim with more than it has', { values: [1, 2], trim: { begin: 1 } }, '/trim/begin'],
    ['linf', { values: [1, 2], norm: 'linf' }, '/norm'],
    ['a ramp of 1', { values: [1, 2], ramp: 1 }, '/ramp'],
    ['a floor of norms above 2', { values: [1, 2], normFloor: 2.1 }, '/normFloor'],
    ['a dead band below 1', { values: [1, 2], deadBand: 0.9 }, '/deadBand'],
    ['a dead band with preset paper', { values: [1, 2], deadBand: 2, preset: 'paper' }, '/deadBand'],
    ['losses to be left out of preset paper', { values: [1, 2], loss: 'none', preset: 'paper' }, '/loss'],
    ['a final multiplier of 1', { values: [1, 2], final: 1 }, '/final'],
    ['a series to scale by that there is not', { values: [1, 2], scaleBy: 'weights' }, '/scaleBy'],
    ['a loss too few', { values: [1, 2, 3], losses: [1, 2] }, '/losses'],
    ['losses that are no list', { values: [1, 2], losses: 3 }, '/losses'],
    ['a loss that is text', { values: [1, 2], losses: [1, 'x'] }, '/losses/1'],
    ['losses beside a run', { runId: 'r', losses: [1, 2] }, '/losses']
  ])('with %s is a 400 that names one place', async (_, body, pointer) => {
    const problem = problemOf(await refined(body))
    expect(problem.type).toBe('/problems/invalid-request')
    expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  it.each([
    ['no norms', []],
    ['one norm', [1]],
    ['norms that are all NaN', ['NaN', 'NaN', 'NaN']],
    ['norms that are all zero', [0, 0, 0, -0]],
    ['one norm that is usable', [0, 1, 'Infinity']]
  ])('with %s is a 409', async (_, values) => {
    expect(problemOf(await refined({ values }))).toMatchObject({ type: '/problems/too-few-norms', status: 409 })
  })

  it('asks for the steps where the logged extent is too long, and needs no memory for it', async () => {
    const run = await newRun()
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { steps: [0, 1, 2 ** 53 - 1], values: [1, 2, 3] } })
    expect(problemOf(await refined({ runId: run })).errors).toMatchObject([{ pointer: '/steps' }])
    const { report, multipliers } = (await refined({ runId: run, steps: 10 })).json()
    expect(multipliers).toHaveLength(10)
    expect(report.warnings.map(({ code }: { code: string }) => code)).toContain('gaps')
  })

  it('of a run that is not there is a 404, of one without norms a 409', async () => {
    expect(problemOf(await refined({ runId: 'nobody' })).type).toBe('/problems/run-not-found')
    expect(problemOf(await refined({ runId: await newRun() })).type).toBe('/problems/too-few-norms')
    const run = await logged([1, 2, 3], {}, '?norm=linf')
    expect(problemOf(await refined({ runId: run })).type).toBe('/problems/too-few-norms')
  })
})

describe('POST /v1/runs/{runId}/schedules', () => {
  it('keeps apart what the two methods make of the norms of a run, each found again', async () => {
    const run = await logged(norms)
    const make = async (payload: object) => send('POST', `/v1/runs/${run}/schedules`, { payload })
    const numeric = await make({ method: 'numeric' })
    expect(numeric.statusCode).toBe(201)
    expect(numeric.json()).toMatchObject({ parameters: { method: 'numeric' }, report: { numeric: { converged: true } } })
    expect((await make({})).statusCode).toBe(201)
    const again = await make({ method: 'numeric' })
    expect([again.statusCode, again.json().id]).toEqual([200, numeric.json().id])
  })

  it('stores a schedule, and finds it again for the same options, defaults filled in, on the same norms', async () => {
    const run = await logged(norms, { totalSteps: 500, peakLearningRate: 0.1 })
    const url = `/v1/runs/${run}/schedules`
    const first = await send('POST', url)
    const schedule = first.json()
    expect([first.statusCode, first.headers.location]).toEqual([201, `/v1/schedules/${schedule.id}`])
    expect(schedule).toMatchObject({ name: null, runId: run, runDeleted: false, rule: 'refined', steps: 500, peakLearningRate: 0.1 })
    expect(schedule.parameters).toEqual({
      norm: 'l2',
      weighting: 'inverse-square',
      preset: 'robust',
      window: 0.1,
      trim: { start: 0, end: 0 },
      steps: 500,
      method: 'closed-form',
      warmupFloor: 0,
      ramp: 0.05,
      normFloor: 0,
      deadBand: 1.25,
      scaleBy: 'none',
      final: 0,
      loss: 'auto'
    })
    const again = await send('POST', url, { payload: { window: 0.1, weighting: 'inverse-square', steps: 500, trim: {}, name: 'other' } })
    expect([again.statusCode, again.json()]).toEqual([200, schedule])
    const other = await send('POST', url, { payload: { window: 0 } })
    expect([other.statusCode, other.json().id === schedule.id]).toEqual([201, false])
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [1], startStep: 300 } })
    expect((await send('POST', url)).statusCode).toBe(201)
  })

  it('is another schedule with other losses, found again with the same, and says what else to post', async () => {
    const run = await logged(norms)
    const url = `/v1/runs/${run}/schedules`
    const without = (await send('POST', url)).json()
    const loss = norms.map((_, i) => 1 + 100 / (i + 10))
    await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 0, series: { loss } } })
    const first = (await send('POST', url)).json()
    expect(first.id).not.toBe(without.id)
    expect((await send('POST', url)).json().id).toBe(first.id)
    await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 300, series: { loss: [1] } } })
    const later = (await send('POST', url)).json()
    expect(later.id).not.toBe(first.id)
    const noLosses = (await send('POST', url, { payload: { loss: 'none' } })).json()
    expect(noLosses.report.losses.use).toBe('none')
    await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 301, series: { loss: [1] } } })
    expect((await send('POST', url, { payload: { loss: 'none' } })).json().id).toBe(noLosses.id)
    for (const { request } of later.report.alternatives) {
      const made = await send(request.method, request.path, { payload: request.body })
      expect([made.statusCode, made.json().steps]).toEqual([201, 300])
    }
  })

  it('of many at once stores one', async () => {
    const run = await logged(norms)
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('POST', `/v1/runs/${run}/schedules`)))
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1)
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })

  it('takes l1 and inverse weighting for an adaptive optimizer that logs both', async () => {
    const run = await logged(norms, { optimizer: 'AdamW' })
    const l2 = await send('POST', `/v1/runs/${run}/schedules`)
    expect(l2.json().report.warnings.map(({ code }: { code: string }) => code)).toContain('l2-for-adaptive')
    await send('POST', `/v1/runs/${run}/gradient-norms?norm=l1`, { payload: { values: norms } })
    expect((await send('POST', `/v1/runs/${run}/schedules`)).json().parameters).toMatchObject({ norm: 'l1', weighting: 'inverse' })
    expect((await send('POST', `/v1/runs/${run}/schedules`, { payload: { norm: 'l2' } })).json().id).toBe(l2.json().id)
  })

  it('is made once for an Idempotency-Key', async () => {
    const run = await logged(norms)
    const headers = { 'idempotency-key': 'one-schedule' }
    const first = await send('POST', `/v1/runs/${run}/schedules`, { headers })
    const again = await send('POST', `/v1/runs/${run}/schedules`, { headers })
    expect([again.statusCode, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location])
  })

  it('refuses what is not an option, and runs without norms', async () => {
    const run = await newRun()
    expect(problemOf(await send('POST', `/v1/runs/${run}/schedules`, { payload: { values: [1] } })).errors).toMatchObject([
      { pointer: '/values' }
    ])
    expect(problemOf(await send('POST', `/v1/runs/${run}/schedules`)).type).toBe('/problems/too-few-norms')
    expect(problemOf(await send('POST', '/v1/runs/nobody/schedules')).type).toBe('/problems/run-not-found')
  })
})
