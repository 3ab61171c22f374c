import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const { send } = await testApp()
const distances = Array.from({ length: 400 }, (_, t) => 3e-4 * (1 - Math.exp(-(t + 0.1) / 30)))

describe('a probe', () => {
  it('reads the peak from the d and the rates that a run has logged', async () => {
    await send('PUT', '/v1/runs/probe', { payload: { optimizer: 'Prodigy' } })
    const series = { distance: distances, 'learning-rate': distances.map(() => 0.5), l2: distances.map(() => 1) }
    expect((await send('POST', '/v1/runs/probe/series', { payload: { startStep: 0, series } })).statusCode).toBe(200)
    const found = (await send('POST', '/v1/probes', { payload: { runId: 'probe' } })).json<{
      isSettled: boolean
      peakLearningRate: number
    }>()
    expect(found.isSettled).toBe(true)
    expect(found.peakLearningRate).toBeCloseTo(1.5e-4, 6)
  })

  it('says what is missing', async () => {
    await send('PUT', '/v1/runs/bare', { payload: {} })
    const bare = await send('POST', '/v1/probes', { payload: { runId: 'bare' } })
    expect([bare.statusCode, bare.body]).toEqual([400, expect.stringContaining('distance')])
    await send('PUT', '/v1/runs/sgd', { payload: { optimizer: 'DAdaptSGD' } })
    expect((await send('POST', '/v1/probes', { payload: { runId: 'sgd' } })).body).toContain('no rate of Adam')
    expect((await send('POST', '/v1/probes', { payload: { runId: 'none' } })).statusCode).toBe(404)
  })
})
