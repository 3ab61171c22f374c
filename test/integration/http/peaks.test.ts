import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const find = (payload: object) => send('POST', '/v1/peaks', { payload })
const losses = [
  [1e-4, 3.31],
  [2e-4, 3.27],
  [4e-4, 3.26],
  [8e-4, 3.28]
] as const
const runs = losses.map(([peakLearningRate, finalLoss]) => ({ peakLearningRate, finalLoss, steps: 1000 }))

describe('POST /v1/peaks', () => {
  it('finds the best peak with an interval, and what it becomes over another length', async () => {
    const answer = (await find({ runs, steps: 4000 })).json()
    expect(answer).toMatchObject({ atEdge: null, diverged: 0, fit: { peaks: 4, runs: 4 }, horizon: { steps: 4000, fromSteps: 1000 } })
    const { peakLearningRate, interval } = answer.best
    expect(peakLearningRate).toBeGreaterThan(3e-4)
    expect(peakLearningRate).toBeLessThan(6e-4)
    expect(interval.low).toBeLessThan(peakLearningRate)
    expect(interval.high).toBeGreaterThan(peakLearningRate)
    expect(answer.horizon.low).toBeCloseTo(peakLearningRate / 2, 12)
    expect(answer.horizon.high).toBeCloseTo(peakLearningRate * 4 ** -0.32, 12)
  })

  it('says what to try at the edge, beside a run that diverged', async () => {
    const answer = (await find({ runs: [...runs.slice(0, 2), { peakLearningRate: 8e-4, finalLoss: 'NaN' }] })).json()
    expect(answer).toMatchObject({ best: null, atEdge: 'high', diverged: 1, try: [4e-4], horizon: null })
    expect(answer.runs[2].finalLoss).toBe('NaN')
  })

  it('reads peaks, lengths and final losses of runs', async () => {
    const ids: string[] = []
    for (const [peakLearningRate, loss] of losses) {
      const id = await newRun({ peakLearningRate, totalSteps: 100 })
      const series = { loss: Array.from({ length: 100 }, (_, t) => (t < 95 ? 9 : loss)) }
      await send('POST', `/v1/runs/${id}/series`, { payload: { startStep: 0, series } })
      ids.push(id)
    }
    const answer = (await find({ runs: ids.map((runId) => ({ runId })) })).json()
    expect(answer.runs).toEqual(
      losses.map(([peakLearningRate, finalLoss], k) => ({ runId: ids[k], peakLearningRate, finalLoss, steps: 100 }))
    )
    expect(answer.best.peakLearningRate).toBeCloseTo((await find({ runs })).json().best.peakLearningRate, 12)
    expect(answer.warnings).toEqual([])
    const short = await newRun({ peakLearningRate: 1e-3, totalSteps: 100 })
    await send('POST', `/v1/runs/${short}/series`, { payload: { startStep: 0, series: { loss: [1, 2] } } })
    expect((await find({ runs: [{ runId: short }] })).json().warnings).toMatchObject([{ code: 'unfinished' }])
  })

  it.each([
    [{ runs: [] }, '/runs'],
    [{ runs: [{ finalLoss: 1 }] }, '/runs/0/peakLearningRate'],
    [{ runs: [{ peakLearningRate: 1 }] }, '/runs/0/finalLoss'],
    [{ runs: [{ peakLearningRate: 0, finalLoss: 1 }] }, '/runs/0/peakLearningRate'],
    [{ runs: [{ peakLearningRate: 1, finalLoss: 'much' }] }, '/runs/0/finalLoss'],
    [{ runs: [runs[0], { ...runs[1], steps: 2000 }] }, '/runs/1/steps'],
    [{ runs: [{ peakLearningRate: 1, finalLoss: 1 }], steps: 10 }, '/steps'],
    [{ runs, noise: 0 }, '/noise'],
    [{ runs, length: 1 }, '/length']
  ])('refuses %j, and says where', async (payload, pointer) => {
    const problem = problemOf(await find(payload))
    expect([payload, problem.status, problem.errors?.[0]?.pointer]).toEqual([payload, 400, pointer])
  })

  it('of a run that is not there is a 404, and of one without losses a 400', async () => {
    expect(problemOf(await find({ runs: [{ runId: 'nobody' }] })).type).toBe('/problems/run-not-found')
    const id = await newRun({ peakLearningRate: 1 })
    expect(problemOf(await find({ runs: [{ runId: id }] })).errors?.[0]).toMatchObject({ pointer: '/runs/0/runId' })
  })
})
