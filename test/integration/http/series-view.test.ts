import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()

const append = (run: string, body: object) => send('POST', `/v1/runs/${run}/series`, { payload: body })
const view = async (run: string, query = '', name = 'loss') => (await send('GET', `/v1/runs/${run}/series/${name}/view${query}`)).json()

describe('a series as a chart shows it', () => {
  it('is its points themselves, where they are few', async () => {
    const run = await newRun()
    await append(run, { steps: [3, 5, 10], series: { loss: [2, 'NaN', -1] } })
    expect(await view(run)).toEqual({
      name: 'loss',
      points: 3,
      exact: true,
      steps: [3, 5, 10],
      first: [2, null, -1],
      min: [2, null, -1],
      max: [2, null, -1],
      last: [2, null, -1],
      mean: [2, null, -1],
      count: [1, 1, 1]
    })
  })

  it('keeps the first, smallest, largest and last of each column', async () => {
    const run = await newRun()
    await append(run, { startStep: 10, series: { loss: [3, 9, 'NaN', 1, 5, 4, 4, 8] } })
    expect(await view(run, '?points=2')).toEqual({
      name: 'loss',
      points: 8,
      exact: false,
      steps: [10, 14],
      first: [3, 5],
      min: [1, 4],
      max: [9, 8],
      last: [1, 8],
      mean: [13 / 3, 5.25],
      count: [4, 4]
    })
  })

  it('loses no extreme of a long series, however far it is zoomed', async () => {
    const run = await newRun()
    const values = Array.from({ length: 20_000 }, (_, i) => (i === 12_345 ? 1000 : (i * 7919) % 997))
    await append(run, { startStep: 0, series: { loss: values } })
    for (const [from, to] of [
      [0, 20_000],
      [12_000, 13_000],
      [12_345, 12_346]
    ] as const) {
      const { max, min, count, points, steps } = await view(run, `?from=${from}&to=${to}&points=100`)
      const shown = values.slice(from, to)
      expect([Math.max(...max), Math.min(...min), points]).toEqual([1000, Math.min(...shown), to - from])
      expect(count.reduce((sum: number, one: number) => sum + one, 0)).toBe(to - from)
      expect(steps.length).toBe(Math.min(100, to - from))
      expect(steps[0]).toBe(from)
    }
  })

  it('leaves out columns without points, where steps are uneven', async () => {
    const run = await newRun()
    await append(run, { steps: [0, 1, 2, 1000], series: { loss: [1, 2, 3, 4] } })
    expect(await view(run, '?points=2')).toMatchObject({ steps: [0, 1000], count: [3, 1], last: [3, 4] })
  })

  it('has the same numbers as float64, one list after the other', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { loss: [1, 'Infinity', 3] } })
    const { rawPayload } = await send('GET', `/v1/runs/${run}/series/loss/view`, { headers: { accept: 'application/octet-stream' } })
    const numbers = new Float64Array(new Uint8Array(rawPayload).buffer)
    const nan = Number.NaN
    expect(Array.from(numbers)).toEqual([0, 1, 2, ...Array.from({ length: 5 }, () => [1, nan, 3]).flat(), 1, 1, 1])
  })

  it('is tagged by what it is of: a new point, another range and another width are another tag', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { loss: [1, 2, 3] } })
    const get = (query: string, tag?: string) =>
      send('GET', `/v1/runs/${run}/series/loss/view${query}`, { headers: tag === undefined ? {} : { 'if-none-match': tag } })
    const tag = String((await get('?points=2')).headers.etag)
    expect((await get('?points=2', tag)).statusCode).toBe(304)
    expect((await get('?points=3', tag)).statusCode).toBe(200)
    expect((await get('?points=2&from=1', tag)).statusCode).toBe(200)
    await append(run, { startStep: 3, series: { loss: [4] } })
    expect((await get('?points=2', tag)).statusCode).toBe(200)
  })

  it('without points is empty; of no run, or at a width that is none, it is a problem', async () => {
    const run = await newRun()
    expect(await view(run)).toMatchObject({ points: 0, exact: true, steps: [], last: [] })
    await append(run, { startStep: 0, series: { loss: [1, 2, 3] } })
    expect(await view(run, '?from=5&to=2')).toMatchObject({ points: 0, steps: [] })
    expect(problemOf(await send('GET', '/v1/runs/no-such-run/series/l2/view')).type).toBe('/problems/run-not-found')
    for (const query of ['?points=0', '?points=20001', '?from=-1', '?width=3']) {
      expect([query, (await send('GET', `/v1/runs/${run}/series/loss/view${query}`)).statusCode]).toEqual([query, 400])
    }
  })

  it('keeps means within float64 at its ends', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { loss: [1.7e308, 1.7e308, -1.7e308, -1.7e308] } })
    const [mean] = (await view(run, '?points=1')).mean
    expect(Number.isFinite(mean)).toBe(true)
  })
})

describe('a refinement as a chart shows it', () => {
  const norms = Array.from({ length: 3000 }, (_, i) => (1 + 3 * Math.exp(-i / 300)) * (0.8 + (0.4 * ((i * 7919) % 997)) / 997))

  it('has the multipliers and the report of the whole one', async () => {
    const run = await newRun({ totalSteps: 6000 })
    await append(run, { startStep: 0, series: { l2: norms } })
    const options = { window: 0.05, preset: 'paper' }
    const whole = (await send('POST', '/v1/refinements', { payload: { runId: run, ...options } })).json()
    const preview = (await send('POST', `/v1/runs/${run}/refinements/preview?points=50`, { payload: options })).json()
    expect(preview.report).toEqual(whole.report)
    expect([preview.steps, preview.multipliers.steps[0], preview.multipliers.steps.at(-1)]).toEqual([6000, 0, 5999])
    expect(preview.multipliers.values).toEqual(preview.multipliers.steps.map((step: number) => whole.multipliers[step]))
    expect(Math.max(...preview.multipliers.values)).toBe(1)
    expect(preview.norms.steps.length).toBe(50)
    expect([preview.norms.steps[0], preview.norms.steps.at(-1)]).toEqual([0, 2999])
  })

  it('has the norms after the median filter', async () => {
    const run = await newRun()
    await append(run, { startStep: 5, series: { l2: [1, 1, 9, 1, 1, 2, 2] } })
    const { norms: filtered } = (await send('POST', `/v1/runs/${run}/refinements/preview`, { payload: { window: 0.5 } })).json()
    expect(filtered.steps).toEqual([5, 6, 7, 8, 9, 10, 11])
    expect(filtered.values[2]).toBe(1)
  })

  it('has the losses after the same filter, where they were logged, and none where the refinement reads none', async () => {
    const run = await newRun()
    const l2 = Array.from({ length: 200 }, (_, t) => 1 + 1 / (1 + t))
    const loss = Array.from({ length: 101 }, (_, i) => (i === 50 ? 90 : 5 - i / 50))
    await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 0, series: { l2 } } })
    await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 50, series: { loss } } })
    const previewOf = async (payload: object) => (await send('POST', `/v1/runs/${run}/refinements/preview`, { payload })).json()
    const { losses } = await previewOf({ window: 0.1 })
    expect([losses.steps[0], losses.steps.at(-1), losses.steps.length]).toEqual([50, 150, 101])
    // The outlier is gone, and everything else falls as before.
    expect(losses.values[40]).toBeCloseTo(5 - 40 / 50, 1)
    expect(Math.max(...losses.values)).toBeLessThanOrEqual(5)
    expect((await previewOf({ loss: 'none' })).losses).toBeNull()
  })

  it('of too few norms, or with options that are none, is a problem', async () => {
    const run = await newRun()
    const answer = await send('POST', `/v1/runs/${run}/refinements/preview`, { payload: {} })
    expect(problemOf(answer).type).toBe('/problems/too-few-norms')
    expect((await send('POST', `/v1/runs/${run}/refinements/preview`, { payload: { windows: 1 } })).statusCode).toBe(400)
  })
})
