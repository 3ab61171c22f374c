import { describe, expect, it } from 'vitest'
import { MemoryBudget } from '../../../src/domain/memory-budget.ts'
import { readSeries } from '../../../src/services/series/read-series.ts'
import { RecentSeries } from '../../../src/services/series/recent-series.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun, storage, memory } = await testApp()

const append = (run: string, body: object, query = '') => send('POST', `/v1/runs/${run}/series${query}`, { payload: body })
const preview = async (run: string, payload: object = { window: 0.05 }) =>
  (await send('POST', `/v1/runs/${run}/refinements/preview?points=40`, { payload })).json()
const view = async (run: string, query = '') => (await send('GET', `/v1/runs/${run}/series/l2/view?points=500${query}`)).json()
const falling = (n: number, from = 0) => Array.from({ length: n }, (_, i) => 1 + 3 / (1 + (from + i) / 50))

describe('who asks again is answered from memory, and of the points as they are now', () => {
  it('a preview, a view and a part of it see the points that were appended since', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(1000), loss: falling(1000) } })
    expect([(await preview(run)).steps, (await view(run)).points, (await view(run, '&from=990')).points]).toEqual([1000, 1000, 10])
    await append(run, { startStep: 1000, series: { l2: falling(500, 1000), loss: falling(500, 1000) } })
    expect([(await preview(run)).steps, (await view(run)).points, (await view(run, '&from=990')).points]).toEqual([1500, 1500, 510])
  })

  it('they see that training went back, and what was logged for the same steps after that', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(1000) } })
    const before = [await view(run), await view(run, '&from=500&to=520')]
    await append(run, { startStep: 510, series: { l2: Array.from({ length: 490 }, () => 7) } }, '?resumeFrom=510')
    const [whole, part] = [await view(run), await view(run, '&from=500&to=520')]
    expect([whole.points, part.points]).toEqual([1000, 20])
    expect(part.mean).toEqual([...before[1].mean.slice(0, 10), ...Array.from({ length: 10 }, () => 7)])
    expect((await preview(run)).report).not.toEqual((await preview(await newRun())).report)
  })

  it('a preview is the refinement of the same points, however often it is asked for with other options in between', async () => {
    const run = await newRun({ optimizer: 'adamw', weightDecay: 0.1 })
    const rates = falling(3000).map((norm) => norm / 1000)
    await append(run, { startStep: 0, series: { l1: falling(3000), l2: falling(3000), loss: falling(3000), 'learning-rate': rates } })
    for (const options of [{}, { window: 0.3 }, { preset: 'paper', steps: 700 }, { steps: 3000, final: 0.1 }, {}]) {
      const whole = (await send('POST', '/v1/refinements', { payload: { runId: run, ...options } })).json()
      const drawn = await preview(run, options)
      expect(drawn.report).toEqual(whole.report)
      expect(drawn.multipliers.values).toEqual(drawn.multipliers.steps.map((step: number) => whole.multipliers[step]))
    }
  })

  it('a part of a series with uneven steps is what the store says that it is', async () => {
    const run = await newRun()
    const steps = Array.from({ length: 400 }, (_, i) => i * i)
    await append(run, { steps, series: { l2: falling(400) } })
    const part = await view(run, '&from=90&to=10000')
    await view(run)
    expect(await view(run, '&from=90&to=10000')).toEqual(part)
    expect(part.steps).toEqual(steps.filter((step) => step >= 90 && step < 10_000))
    expect((await view(run, '&from=90&to=91')).points).toBe(0)
  })

  it('another project has a run of the same name, and gets its own points', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(600) } })
    await preview(run)
    await view(run)
    const others = storage.of('others')
    expect(await others.series.heads(run)).toEqual(new Map())
    const recent = new RecentSeries(memory)
    const name = 'l2'
    const own = storage.of('default')
    const countOf = (of: typeof own) => recent.during(of, async (open) => (await open(run, name)).count)
    expect([await countOf(own), await countOf(others), await countOf(own)]).toEqual([600, 0, 600])
    recent.forget()
  })

  it('a run that was deleted is gone, and a new one of its name begins anew', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(600) } })
    await preview(run)
    await send('DELETE', `/v1/runs/${run}`)
    const answer = await send('POST', `/v1/runs/${run}/refinements/preview`, { payload: {} })
    expect(problemOf(answer).type).toBe('/problems/run-not-found')
    await send('PUT', `/v1/runs/${run}`, { payload: {} })
    await append(run, { startStep: 0, series: { l2: falling(50) } })
    expect([(await preview(run)).steps, (await view(run)).points]).toEqual([50, 50])
  })

  it('options that are none are refused as before, whatever is in memory', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(600) } })
    await preview(run)
    for (const payload of [
      { window: 1e9 },
      { window: -1 },
      { window: 'NaN' },
      { steps: 0 },
      { steps: 1e300 },
      { steps: 1.5 },
      { preset: 'x' }
    ]) {
      const answer = await send('POST', `/v1/runs/${run}/refinements/preview`, { payload })
      expect([answer.statusCode, problemOf(answer).type]).toEqual([400, '/problems/invalid-request'])
    }
    const long = await send('POST', `/v1/runs/${run}/refinements/preview`, { payload: { steps: 20_000_000 } })
    expect(problemOf(long).type).toBe('/problems/series-too-long')
  })
})

describe('what is kept is bounded', () => {
  const own = storage.of('default')
  const mebibyte = 2 ** 20

  it('it is counted, given up for work that needs the room, and not while it is in use', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(20_000), loss: falling(20_000) } })
    const budget = new MemoryBudget({ max: 16 * mebibyte })
    const recent = new RecentSeries(budget)
    const open = (name: 'l2' | 'loss') => recent.during(own, async (opened) => (await opened(run, name)).whole)
    const [first, again] = [await open('l2'), await open('l2')]
    expect(again).toBe(first)
    expect(budget.inUse).toBe(160_000)
    await open('loss')
    expect(budget.inUse).toBe(320_000)
    const work = budget.open()
    await recent.during(own, async (opened) => {
      await opened(run, 'loss')
      // The norms are given up, the losses are in use.
      work.take(14 * mebibyte - 160_000, '')
      expect(budget.inUse).toBe(14 * mebibyte)
    })
    expect(budget.inUse).toBe(14 * mebibyte - 160_000)
    const reading = await recent.during(own, async (opened) => await opened(run, 'l2'))
    expect(reading.count).toBe(20_000)
    work.release()
    recent.forget()
    expect(budget.inUse).toBe(0)
  })

  it('without room nothing is kept, and everything is read as it is stored', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(20_000) } })
    const budget = new MemoryBudget({ max: mebibyte })
    const recent = new RecentSeries(budget)
    const held = budget.open()
    const points = await recent.during(own, async (opened) => await readSeries(await opened(run, 'l2'), held, ''))
    expect([points.values.length, budget.inUse]).toEqual([20_000, 160_000])
    held.release()
    expect(budget.inUse).toBe(0)
  })

  it('of more series than there is room for, those that were asked for last are kept', async () => {
    const runs: string[] = []
    const steps = Array.from({ length: 10_000 }, (_, i) => i * i)
    for (let i = 0; i < 5; i++) {
      const run = await newRun()
      await append(run, { steps, series: { l2: falling(10_000) } })
      runs.push(run)
    }
    const budget = new MemoryBudget({ max: 64 * mebibyte })
    const recent = new RecentSeries(budget, { bytesMax: 640_000 })
    const open = (run: string) => recent.during(own, async (opened) => (await opened(run, 'l2')).whole)
    const points = []
    for (const run of runs) points.push(await open(run))
    expect(budget.inUse).toBe(4 * 160_000)
    expect(await open(runs[4] as string)).toBe(points[4])
    expect(await open(runs[1] as string)).toBe(points[1])
    expect(await open(runs[0] as string)).not.toBe(points[0])
    expect(budget.inUse).toBe(4 * 160_000)
    recent.forget()
    expect(budget.inUse).toBe(0)
  })

  it('what nobody asks for any more is given up by itself', async () => {
    const run = await newRun()
    await append(run, { startStep: 0, series: { l2: falling(1000) } })
    const budget = new MemoryBudget({ max: 16 * mebibyte })
    const recent = new RecentSeries(budget, { idleMs: 40 })
    await recent.during(own, async (opened) => await opened(run, 'l2'))
    expect(budget.inUse).toBe(8000)
    await expect.poll(() => budget.inUse).toBe(0)
  })
})
