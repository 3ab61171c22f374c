import { describe, expect, it } from 'vitest'
import { multipliersOf } from '../../../src/schedules/index.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const audit = (payload: object) => send('POST', '/v1/audits', { payload })
const peak = 0.1
const rule = { rule: 'warmup', parameters: { length: 20, of: { rule: 'cosine' } } }
const { multipliers } = multipliersOf(rule, 200)
const rates = [...multipliers].map((multiplier) => peak * multiplier)
/** A scheduler that four processes step. */
const strided = rates.map((_, t) => rates[Math.min(199, 4 * t)]!)

describe('POST /v1/audits', () => {
  it('compares a list with a rule, and says what the rates are', async () => {
    const answer = (await audit({ learningRates: { values: strided }, against: rule, peakLearningRate: peak })).json()
    expect(answer).toMatchObject({
      follows: false,
      findings: [
        { code: 'strided', fromStep: 0, toStep: 199, factor: 4, fix: expect.stringContaining('num_processes') },
        { code: 'held', fromStep: 50, toStep: 199 }
      ],
      against: { rule: 'warmup', scheduleId: null, steps: 200, peakLearningRate: peak },
      points: { received: 200, nonFinite: 0 }
    })
    const follows = (await audit({ learningRates: { values: rates }, against: rule })).json()
    expect(follows).toMatchObject({ follows: true, findings: [], nearest: { rule: 'warmup', peakLearningRate: peak } })
    expect(follows.nearest.parameters).toMatchObject({ length: 0.1, of: { rule: 'cosine' } })
    expect(follows.nearest.r2).toBeCloseTo(1, 9)
  })

  it('compares what a run has logged with the schedule that it names, or with another', async () => {
    const schedule = (await send('POST', '/v1/schedules', { payload: { ...rule, steps: 200, peakLearningRate: peak } })).json()
    const runId = await newRun({ scheduleId: schedule.id, totalSteps: 200 })
    expect(problemOf(await audit({ learningRates: { runId } }))).toMatchObject({ type: '/problems/no-learning-rates', status: 409 })
    const restarted = rates.map((_, t) => rates[t < 120 ? t : t - 120]!)
    await send('POST', `/v1/runs/${runId}/series`, { payload: { startStep: 0, series: { 'learning-rate': restarted } } })
    expect((await audit({ learningRates: { runId } })).json()).toMatchObject({
      follows: false,
      findings: [{ code: 'restarted', fromStep: 120, toStep: 199, offset: -120 }],
      against: { scheduleId: schedule.id, steps: 200, peakLearningRate: peak }
    })
    const byId = await audit({ learningRates: { values: rates.map((rate) => 2 * rate) }, against: { scheduleId: schedule.id } })
    expect(byId.json().findings).toMatchObject([{ code: 'scaled', factor: 2 }])
    const byValues = await audit({ learningRates: { values: rates }, against: { multipliers: [...multipliers] }, peakLearningRate: peak })
    expect(byValues.json()).toMatchObject({ follows: true, findings: [] })
  })

  it('takes rates of some steps, and says what they are where nothing was meant', async () => {
    const steps = rates.map((_, t) => t).filter((t) => t % 10 === 0)
    const values = steps.map((t) => rates[t]!)
    const answer = (await audit({ learningRates: { values, steps } })).json()
    expect(answer).toMatchObject({ follows: null, findings: [], against: null, nearest: { rule: 'warmup' } })
    const withNaN = (await audit({ learningRates: { values: ['NaN', ...values.slice(1)], steps }, against: rule, steps: 200 })).json()
    expect(withNaN).toMatchObject({ follows: true, points: { received: 20, nonFinite: 1 } })
  })

  it.each([
    [{}, '/learningRates'],
    [{ learningRates: {} }, '/learningRates'],
    [{ learningRates: { values: [1] } }, '/learningRates'],
    [{ learningRates: { values: [1, -1] } }, '/learningRates/values/1'],
    [{ learningRates: { values: [1, 1], steps: [0] } }, '/learningRates/steps'],
    [{ learningRates: { values: [1, 1], steps: [1, 1] } }, '/learningRates/steps/1'],
    [{ learningRates: { values: [1, 1], steps: [0, 0.5] } }, '/learningRates/steps/1'],
    [{ learningRates: { values: [1, 1] }, steps: 3 }, '/steps'],
    [{ learningRates: { values: [1, 1] }, against: { rule: 'lineal' } }, '/against/rule'],
    [{ learningRates: { values: [1, 1] }, against: { rule: 'linear', parameters: { final: 2 } } }, '/against/parameters/final'],
    [{ learningRates: { values: [1, 1] }, against: { multipliers: [0, 0] } }, '/against/multipliers'],
    [{ learningRates: { values: [1, 1] }, against: { multipliers: [1, 0] }, steps: 3 }, '/steps'],
    [{ learningRates: { values: [1, 1], steps: [0, 1e15] }, against: { rule: 'linear' } }, '/steps'],
    [{ learningRates: { values: [1, 1] }, peakLearningRate: 0 }, '/peakLearningRate'],
    [{ learningRates: { values: [1, 1] }, peak: 1 }, '/peak']
  ])('refuses %j, and says where', async (payload, pointer) => {
    const problem = problemOf(await audit(payload))
    expect([payload, problem.status, problem.errors?.[0]?.pointer]).toEqual([payload, 400, pointer])
  })

  it('of a run or a schedule that is not there is a 404', async () => {
    expect(problemOf(await audit({ learningRates: { runId: 'nobody' } })).type).toBe('/problems/run-not-found')
    const nothing = { learningRates: { values: [1, 1] }, against: { scheduleId: 'nothing' } }
    expect(problemOf(await audit(nothing)).type).toBe('/problems/schedule-not-found')
  })
})

it('what is negative is called by what it is', async () => {
  const said = async (payload: object) => problemOf(await send('POST', '/v1/audits', { payload })).errors?.[0]
  expect(await said({ learningRates: { values: [0.1, -0.1] } })).toMatchObject({
    pointer: '/learningRates/values/1',
    detail: 'A learning rate is not negative, and this is -0.1.'
  })
  expect(await said({ learningRates: { values: [0.1, 0.1] }, against: { multipliers: [-1, 0] } })).toMatchObject({
    pointer: '/against/multipliers/0',
    detail: 'A multiplier is not negative, and this is -1.'
  })
})
