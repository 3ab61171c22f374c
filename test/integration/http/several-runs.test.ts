import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { send, newRun, storage } = await testApp()

async function logged(seed: number, fields: object = {}, norm = 'l2'): Promise<string> {
  const id = await newRun(fields)
  await send('POST', `/v1/runs/${id}/gradient-norms?norm=${norm}`, { payload: { values: [...trainingLikeNorms(300, seed)] } })
  return id
}
interface Made {
  id: string
  steps: number
  multipliers: number[]
  parameters: object
  report: { runs: { runId: string }[]; band: { buckets: object[] } }
}
const refine = async (payload: object) => (await send('POST', '/v1/refinements', { payload })).json<Made>()

describe('several runs', () => {
  it('are refined together, in any order; one given twice is that run alone', async () => {
    const [a, b, c] = [await logged(1), await logged(2), await logged(3, { totalSteps: 500 })]
    const together = await refine({ runIds: [a, b, c] })
    expect(together.steps).toBe(500)
    expect(together.report.runs.map(({ runId }) => runId)).toEqual([a, b, c])
    expect(together.report.band.buckets).toHaveLength(200)
    expect((await refine({ runIds: [c, a, b] })).multipliers).toEqual(together.multipliers)
    expect((await refine({ runIds: [a, a] })).multipliers).toEqual((await refine({ runId: a })).multipliers)
  })

  it('make one schedule of the first, whatever the order of the others', async () => {
    const [a, b, c] = [await logged(4, { peakLearningRate: 0.1 }), await logged(5), await logged(6)]
    const first = await send('POST', `/v1/runs/${a}/schedules`, { payload: { withRuns: [b, c] } })
    const again = await send('POST', `/v1/runs/${a}/schedules`, { payload: { withRuns: [c, b] } })
    expect([first.statusCode, again.statusCode, again.json<Made>().id]).toEqual([201, 200, first.json<Made>().id])
    expect(first.json()).toMatchObject({ runId: a, peakLearningRate: 0.1, parameters: { withRuns: [b, c], norm: 'l2' } })
    const { multipliers } = (await send('GET', `${first.headers.location}/multipliers`)).json<Made>()
    expect(multipliers).toEqual((await refine({ runIds: [a, b, c] })).multipliers)
    const alone = await send('POST', `/v1/runs/${a}/schedules`)
    expect([alone.statusCode, alone.json<Made>().id === first.json<Made>().id]).toEqual([201, false])
  })

  it('that take long together are an operation with the same result', async () => {
    const long = await testApp({}, { storage, longFrom: 500 })
    const runIds = [await logged(7), await logged(8)]
    expect((await long.send('POST', '/v1/refinements', { payload: { runId: runIds[0] } })).statusCode).toBe(200)
    expect((await long.send('POST', '/v1/refinements', { payload: { runIds } })).statusCode).toBe(202)
    const waited = await long.send('POST', '/v1/refinements', { payload: { runIds }, headers: { prefer: 'wait=30' } })
    expect(waited.json()).toEqual(await refine({ runIds }))
  })

  it('have their own decay, clip and rates, and a warning says which run it is about', async () => {
    const n = 400
    const rates = Array.from({ length: n }, (_, i) => 0.1 * (1 - i / n))
    const norms = trainingLikeNorms(n, 12).map((norm, i) => norm * (1 - i / n) ** -0.5)
    const series = (clip: number) => ({ l2: [...norms.map((norm) => Math.min(norm, clip))], 'learning-rate': rates })
    const [a, b] = [await newRun({ weightDecay: 0.5 }), await newRun({ weightDecay: 0.25, clipNorm: 2 })]
    for (const [id, clip] of [[a, Infinity] as const, [b, 2] as const]) {
      await send('POST', `/v1/runs/${id}/series`, { payload: { startStep: 0, series: series(clip) } })
    }
    const { report } = (await send('POST', '/v1/refinements', { payload: { runIds: [a, b] } })).json()
    const sum = rates.reduce((total, rate) => total + rate, 0)
    expect(report.runs).toMatchObject([
      { runId: a, weightDecay: 0.5, clipNorm: null, forgetting: expect.closeTo(0.5 * sum, 9) },
      { runId: b, weightDecay: 0.25, clipNorm: 2, forgetting: expect.closeTo(0.25 * sum, 9) }
    ])
    expect(report.forgetting).toBeCloseTo(0.5 * sum, 9)
    const warning = (code: string) => report.warnings.find((one: { code: string }) => one.code === code)?.detail
    expect(warning('clipped-norms')).toContain(`norms of run "${b}" are the largest, 2,`)
    expect(warning('rising-norms')).toContain('With weight decay 0.25 to 0.5')
    const other = await newRun({})
    await send('POST', `/v1/runs/${other}/series`, { payload: { startStep: 0, series: series(Infinity) } })
    const unsure = (await send('POST', '/v1/refinements', { payload: { runIds: [a, other] } })).json().report
    expect([unsure.forgetting, unsure.runs[1].weightDecay]).toEqual([null, null])
  })

  it('are refined by the norm that all have', async () => {
    const [a, b] = [await logged(9, {}, 'l1'), await logged(10, {}, 'l1')]
    await send('POST', `/v1/runs/${a}/gradient-norms?norm=l2`, { payload: { values: [1, 2, 3] } })
    expect((await send('POST', `/v1/runs/${a}/schedules`, { payload: { withRuns: [b] } })).json()).toMatchObject({
      parameters: { norm: 'l1' }
    })
    const none = await send('POST', '/v1/refinements', { payload: { runIds: [a, await logged(11)], norm: 'l1' } })
    expect(problemOf(none)).toMatchObject({ type: '/problems/too-few-norms', status: 409 })
  })

  it.each([
    ['/v1/refinements', { runIds: ['run-0', 'nobody'] }, 404, '/runIds/1'],
    ['/v1/runs/run-0/schedules', { withRuns: ['nobody'] }, 404, '/withRuns/0'],
    ['/v1/refinements', { runIds: ['run-0'] }, 400, '/runIds'],
    ['/v1/refinements', { runIds: Array(65).fill('run-0') }, 400, '/runIds'],
    ['/v1/refinements', { runIds: ['run-0', 'run-0'], runId: 'run-0' }, 400, ''],
    ['/v1/refinements', { runIds: ['run-0', '?'] }, 400, '/runIds/1'],
    ['/v1/runs/run-0/schedules', { withRuns: [] }, 400, '/withRuns'],
    ['/v1/runs/run-0/schedules', { withRuns: null }, 400, '/withRuns']
  ])('%s of %j is a %i at %j', async (url, payload, status, pointer) => {
    expect(problemOf(await send('POST', url, { payload }))).toMatchObject({ status, errors: [{ pointer }] })
  })
})
