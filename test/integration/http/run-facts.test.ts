import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { seededRandom } from '../../support/norms.ts'

const { send, newRun } = await testApp()
const n = 400
const random = seededRandom(3)
const noisy = (at: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => at(i) * (0.7 + 0.6 * random()))

interface Report {
  forgetting: number | null
  advice: { verdict: string; detail: string }
  warnings: { code: string }[]
}

/** A refinement of a run with these fields, that has logged these series. */
async function reportOf(fields: object, series: Record<string, number[]>): Promise<Report> {
  const run = await newRun(fields)
  const stored = await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 0, series } })
  expect(stored.statusCode).toBe(200)
  return (await send('POST', '/v1/refinements', { payload: { runId: run, preset: 'paper' } })).json<{ report: Report }>().report
}
const codes = ({ warnings }: Report): string[] => warnings.map(({ code }) => code)

describe('a refinement of a run', () => {
  it('sees the clipping of its l1 norms in its l2 norms, and that raw ones pass the clip', async () => {
    const fields = { optimizer: 'adamw', clipNorm: 1 }
    const l1 = noisy(() => 30)
    const raw = noisy(() => 1)
    expect(codes(await reportOf(fields, { l1, l2: raw.map((norm) => Math.min(norm, 1)) }))).toContain('clipped-norms')
    expect(codes(await reportOf(fields, { l1, l2: raw }))).not.toContain('clipped-norms')
  })

  it('says how much weight decay made it forget, from the rates that it logged', async () => {
    const rates = Array.from({ length: n }, (_, i) => 0.1 * (1 - i / n))
    const sum = rates.reduce((total, rate) => total + rate, 0)
    const report = await reportOf({ weightDecay: 0.5 }, { l2: noisy((i) => (1 - i / n) ** -0.5), 'learning-rate': rates })
    expect(report.forgetting).toBeCloseTo(0.5 * sum, 9)
    expect(codes(report)).toContain('rising-norms')
    expect((await reportOf({}, { l2: noisy(() => 1), 'learning-rate': rates })).forgetting).toBeNull()
  })

  it('and from its schedule and peak where it logged none', async () => {
    const made = await send('POST', '/v1/schedules', { payload: { rule: 'flat', steps: n } })
    const { id: scheduleId } = made.json<{ id: string }>()
    const report = await reportOf({ weightDecay: 0.5, scheduleId, peakLearningRate: 0.01 }, { l2: noisy(() => 1) })
    expect(report.forgetting).toBeCloseTo(0.5 * 0.01 * n, 9)
    expect(report.advice.verdict).toBe('either')
  })
})
