import { describe, expect, it } from 'vitest'
import { multipliersOf } from '../../../src/schedules/index.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const ask = (payload: object) => send('POST', '/v1/forecasts', { payload })
const n = 2000
const rule = { rule: 'warmup', parameters: { length: 100, of: { rule: 'cosine', parameters: { final: 0.1 } } } }
const { multipliers } = multipliersOf(rule, n)
const steps = Array.from({ length: 180 }, (_, i) => 100 + 10 * i)
/** Falls as a power of the sum of rates, and with the rate. */
const losses = steps.map((step) => 2 + 6 * (step + 50) ** -0.5 + 0.1 * multipliers[step]!)
const learningRates = steps.map((step) => 0.001 * multipliers[step]!)
const curve = { steps, losses, learningRates }

describe('POST /v1/forecasts', () => {
  it('forecasts candidates from a list of losses and rates, with intervals and points', async () => {
    const answer = (
      await ask({
        curves: [curve],
        candidates: [{ rule: 'linear' }, { ...rule, name: 'again' }, { multipliers: [1, 0.5, 0.1] }],
        points: 5
      })
    ).json()
    expect(answer).toMatchObject({
      law: 'bound-power',
      identified: true,
      self: null,
      search: null,
      fit: { curves: [{ received: 180, nonFinite: 0 }] },
      forecasts: [
        { name: 'linear', steps: 1891, peakLearningRate: 0.001, schedule: { rule: 'linear', parameters: { final: 0 } } },
        { name: 'again' },
        { name: 'multipliers', steps: 3, schedule: null }
      ]
    })
    for (const { finalLoss, interval, curve: drawn } of answer.forecasts.slice(0, 2)) {
      expect(interval.low).toBeLessThan(finalLoss)
      expect(interval.high).toBeGreaterThan(finalLoss)
      expect(drawn.steps).toHaveLength(5)
    }
  })

  it('forecasts the end of a run by the schedule that it names, and its cooldowns', async () => {
    const schedule = (await send('POST', '/v1/schedules', { payload: { ...rule, steps: n, peakLearningRate: 0.001 } })).json()
    const runId = await newRun({ scheduleId: schedule.id, totalSteps: n })
    expect(problemOf(await ask({ curves: [{ runId }] }))).toMatchObject({ type: '/problems/no-losses', status: 409 })
    await send('POST', `/v1/runs/${runId}/series`, { payload: { steps: steps.slice(0, 110), series: { loss: losses.slice(0, 110) } } })
    const branches = { fromStep: 1000, lengths: [0.2], shapes: ['linear', 'square'] }
    const answer = (await ask({ curves: [{ runId }], branches, search: {} })).json()
    expect(answer.self).toMatchObject({ curve: 0, steps: n, laws: expect.arrayContaining(['multi-power', 'bound-power']) })
    expect(answer.summary).toContain('median of 3 laws')
    expect(Math.abs(answer.self.finalLoss - losses.at(-1)!)).toBeLessThan(0.1)
    expect(answer.forecasts.map(({ name }: { name: string }) => name)).toEqual(['linear over 250', 'square over 250'])
    expect(answer.search.atPeak).toHaveLength(3)
    const { rule: name, parameters } = answer.forecasts[0].schedule
    const stored = await send('POST', '/v1/schedules', { payload: { rule: name, parameters, steps: answer.forecasts[0].steps } })
    expect(stored.statusCode).toBe(201)
  })

  it('asks for rates where a run has none', async () => {
    const runId = await newRun({})
    await send('POST', `/v1/runs/${runId}/series`, { payload: { steps, series: { loss: losses } } })
    const problem = problemOf(await ask({ curves: [{ runId }] }))
    expect(problem).toMatchObject({ type: '/problems/no-learning-rates', status: 409 })
    expect(JSON.stringify(problem)).toContain('schedule')
    const said = await ask({ curves: [{ runId, schedule: rule, peakLearningRate: 0.001, totalSteps: n }] })
    expect(said.json()).toMatchObject({ identified: true, self: { steps: n } })
  })

  it.each([
    [{}, '/curves'],
    [{ curves: [] }, '/curves'],
    [{ curves: [{}] }, '/curves/0'],
    [{ curves: [{ losses }] }, '/curves/0'],
    [{ curves: [{ ...curve, learningRates: [1] }] }, '/curves/0/learningRates'],
    [{ curves: [{ ...curve, steps: [1] }] }, '/curves/0/steps'],
    [{ curves: [{ ...curve, steps: [...steps].reverse() }] }, '/curves/0/steps/1'],
    [{ curves: [{ ...curve, learningRates: learningRates.map(() => -1) }] }, '/curves/0/learningRates/0'],
    [{ curves: [{ ...curve, learningRates: learningRates.map(() => 0) }] }, '/curves/0/learningRates'],
    [{ curves: [{ ...curve, losses: losses.map(() => 'NaN') }] }, '/curves/0'],
    [{ curves: [curve], law: 'bound' }, '/law'],
    [{ curves: [curve], candidates: [{ rule: 'cosin' }] }, '/candidates/0/rule'],
    [{ curves: [curve], candidates: [{ rule: 'refined' }] }, '/candidates/0/rule'],
    [{ curves: [curve], candidates: [{ multipliers: [0, 0] }] }, '/candidates/0/multipliers'],
    [{ curves: [curve], branches: { fromStep: 1000, lengths: [1.5], shapes: ['linear'] } }, '/branches/lengths/0'],
    [{ curves: [curve], branches: { fromStep: 1000, lengths: [0.1], shapes: ['branch'] } }, '/branches/shapes/0'],
    [{ curves: [curve], branches: { fromStep: 1000, lengths: [0.1], shapes: ['square', 'sqare'] } }, '/branches/shapes/1'],
    [{ curves: [curve], branches: { fromStep: 1901, lengths: [0.1], shapes: ['linear'] } }, '/branches/fromStep'],
    [{ curves: [{ ...curve, losses: losses.map(() => 1e300) }] }, '/curves/0'],
    [{ curves: [{ ...curve, schedule: { multipliers: [1] }, totalSteps: 10 }] }, '/curves/0/totalSteps']
  ])('refuses what cannot be forecast, and names the place %#', async (payload, pointer) => {
    const problem = problemOf(await ask(payload))
    expect(problem).toMatchObject({ type: '/problems/invalid-request', status: 400 })
    expect(problem.errors?.map((part: { pointer: string }) => part.pointer)).toContain(pointer)
  })

  it('says which run or schedule there is not', async () => {
    expect(problemOf(await ask({ curves: [{ runId: 'nobody' }] }))).toMatchObject({ status: 404, errors: [{ pointer: '/curves/0/runId' }] })
    expect(problemOf(await ask({ curves: [curve], candidates: [{ scheduleId: 'none' }] }))).toMatchObject({ status: 404 })
  })

  it('calls the schedules that it found as good as each other where the law misses the losses by more than they differ', async () => {
    const every = Array.from({ length: n }, (_, step) => step)
    // No law of a power falls so.
    const exponential = {
      losses: every.map((step) => 1 + 6 * Math.exp(-step / 150)),
      learningRates: every.map((step) => 0.1 * (1 - step / n))
    }
    const { fit, search } = (await ask({ curves: [exponential], search: {} })).json()
    expect(search.apart).toBeGreaterThan(search.seeds)
    expect(search.apart).toBeLessThan(fit.rmse)
    expect([search.isMoreThanSeeds, search.detail]).toEqual([false, expect.stringContaining('any of them is as good')])
  })

  it('branches from the end of a log, and says where a log that is longer than its branch ends', async () => {
    const branches = (fromStep: number) => ({ curves: [curve], branches: { fromStep, lengths: [100], shapes: ['linear'] } })
    expect((await ask(branches(1900))).json().forecasts).toMatchObject([{ name: 'linear over 100', steps: 2000 }])
    expect(JSON.stringify(problemOf(await ask(branches(1901))))).toContain('ends at step 1900')
    const cooled = { ...curve, learningRates: [...learningRates.slice(0, -1), 0] }
    const problem = problemOf(await ask({ ...branches(1890), curves: [cooled] }))
    expect(JSON.stringify(problem)).toContain('is 0, as it was when the run ended at step 1890')
  })

  it('says where curves are not of one law', async () => {
    const other = { ...curve, losses: losses.map((loss) => loss + 0.5), learningRates: learningRates.map((rate) => rate / 2) }
    const { warnings } = (await ask({ curves: [curve, other], candidates: [{ rule: 'linear' }] })).json()
    expect(warnings).toContainEqual({ code: 'poor-fit', detail: expect.stringContaining('other models') })
  })
})

describe('POST /v1/forecasts/chart.svg', () => {
  const draw = (payload: object, query = '') => send('POST', `/v1/forecasts/chart.svg${query}`, { payload })

  it('draws what was logged, the end of the run and other schedules', async () => {
    const begun = { steps: steps.slice(0, 110), losses: losses.slice(0, 110), schedule: rule, peakLearningRate: 0.001, totalSteps: n }
    const answer = await draw({ curves: [begun], candidates: [{ rule: 'linear' }] }, '?width=500&theme=dark')
    expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).toMatch(/^<svg[^>]* width="500"[\s\S]*forecast ends at [\d.]+; linear ends at [\d.]+[\s\S]*<\/svg>\s*$/)
  })

  it('draws a run of the service with its log, and refuses what a forecast does', async () => {
    const runId = await newRun({})
    await send('POST', `/v1/runs/${runId}/series`, { payload: { steps, series: { loss: losses, 'learning-rate': learningRates } } })
    expect((await draw({ curves: [{ runId }], candidates: [{ rule: 'linear' }] })).body).toMatch(/logged[\s\S]*linear/)
    expect(problemOf(await draw({ curves: [{ losses }] }))).toMatchObject({ status: 400, errors: [{ pointer: '/curves/0' }] })
    expect(problemOf(await draw({ curves: [curve] }, '?width=5'))).toMatchObject({ status: 400 })
  })
})
