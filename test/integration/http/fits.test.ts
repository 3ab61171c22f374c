import { describe, expect, it } from 'vitest'
import { fittableRules } from '../../../src/schedules/fits/nearest-rules.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const make = async (payload: object) => (await send('POST', '/v1/schedules', { payload })).json<{ id: string }>().id
const fitsOf = (id: string, payload?: object) => send('POST', `/v1/schedules/${id}/fits`, payload === undefined ? {} : { payload })

const planted = (length: number, power: number, steps: number, runId?: string) =>
  make({ rule: 'warmup', parameters: { length, of: { rule: 'polynomial', parameters: { power } } }, steps, runId })

describe('POST /v1/schedules/{id}/fits', () => {
  it('finds the warm-up and the power that a schedule was made with', async () => {
    const { warmupPolynomial } = (await fitsOf(await planted(0.28, 1.7, 5000), {})).json()
    expect(warmupPolynomial.warmup).toBe(0.28)
    expect(warmupPolynomial.power).toBeCloseTo(1.7, 6)
    expect(warmupPolynomial.r2).toBeCloseTo(1, 12)
    expect(warmupPolynomial.maxError).toBeLessThan(1e-9)
  })

  it('fits every rule that can be, best first, each with parameters that make a schedule again', async () => {
    const id = await make({ rule: 'cosine', parameters: { final: 0.1 }, steps: 800 })
    const { fits } = (await fitsOf(id)).json()
    expect(fits.map(({ rule }: { rule: string }) => rule).sort()).toEqual([...fittableRules].sort())
    const r2 = fits.map((each: { r2: number }) => each.r2)
    expect(r2).toEqual([...r2].sort((a, b) => b - a))
    expect(fits[0].r2).toBeCloseTo(1, 12)
    const cosine = fits.find(({ rule }: { rule: string }) => rule === 'cosine')
    expect(cosine.parameters.final).toBeCloseTo(0.1, 12)
    expect(cosine.boundRatio).toBeCloseTo(1, 12)
    for (const { rule, parameters, maxError } of fits) {
      const again = await make({ rule, parameters, steps: 800 })
      const read = async (of: string) =>
        (await send('GET', `/v1/schedules/${of}/multipliers`)).json<{ multipliers: number[] }>().multipliers
      const [a, b] = [await read(again), await read(id)]
      expect(Math.max(...a.map((m, j) => Math.abs(m - b[j]!)))).toBe(maxError)
    }
  })

  it('says what a fit loses on the norms of the run, and on constant ones without a run', async () => {
    const runId = await newRun({ optimizer: 'sgd' })
    const norms = Array.from({ length: 600 }, (_, t) => (t < 300 ? 4 : 1))
    await send('POST', `/v1/runs/${runId}/gradient-norms`, { payload: { values: norms } })
    const schedule = { rule: 'cosine', steps: 600 }
    const ratioOf = async (id: string) => (await fitsOf(id, { rules: ['linear'] })).json().fits[0].boundRatio
    const [onRun, onConstant] = [await ratioOf(await make({ ...schedule, runId })), await ratioOf(await make(schedule))]
    for (const ratio of [onRun, onConstant]) expect(Math.abs(ratio - 1)).toBeLessThan(0.2)
    expect(onRun).not.toBeCloseTo(onConstant, 3)
    await send('DELETE', `/v1/runs/${runId}`)
  })

  it('fits a long schedule as it fits a short one', async () => {
    const id = await planted(0.1, 2, 200_000)
    const { warmupPolynomial, fits, segments } = (await fitsOf(id, { rules: ['cosine', 'warmup', 'flat'] })).json()
    expect(warmupPolynomial).toMatchObject({ warmup: 0.1, power: expect.closeTo(2, 6) })
    expect(fits.map(({ rule }: { rule: string }) => rule)).toEqual(['warmup', 'cosine', 'flat'])
    expect(fits[0].maxError).toBeLessThan(1e-6)
    expect(segments.at(-1).step).toBe(199_999)
  })

  it('gives segments within the tolerance, from the first step to the last', async () => {
    const id = await make({ rule: 'cosine', steps: 1000 })
    const knotsOf = async (tolerance?: number) =>
      (await fitsOf(id, { rules: ['flat'], tolerance })).json().segments as { step: number; multiplier: number }[]
    const multipliers = (await send('GET', `/v1/schedules/${id}/multipliers`)).json<{ multipliers: number[] }>().multipliers
    for (const tolerance of [undefined, 0.1, 0.001]) {
      const knots = await knotsOf(tolerance)
      expect([knots[0]?.step, knots.at(-1)?.step]).toEqual([0, 999])
      for (let k = 0; k + 1 < knots.length; k++) {
        const [a, b] = [knots[k]!, knots[k + 1]!]
        for (let j = a.step; j <= b.step; j++) {
          const at = a.multiplier + ((b.multiplier - a.multiplier) * (j - a.step)) / (b.step - a.step)
          expect(Math.abs(at - multipliers[j]!)).toBeLessThanOrEqual(tolerance ?? 0.01)
        }
      }
    }
    expect((await knotsOf(0.1)).length).toBeLessThan((await knotsOf(0.001)).length)
  })

  it('of a constant schedule, of one step and of two has numbers throughout', async () => {
    for (const [rule, steps] of [
      ['flat', 100],
      ['flat', 1],
      ['linear', 2],
      ['linear', 1]
    ] as const) {
      const body = (await fitsOf(await make({ rule, steps }))).json()
      expect(JSON.stringify(body)).not.toContain('null')
      expect(body.fits[0].r2).toBe(1)
      expect(body.warmupPolynomial.r2).toBeGreaterThanOrEqual(0)
      expect(body.segments.at(-1).step).toBe(steps - 1)
    }
  })

  it.each([
    [{ rules: ['cosin'] }, '/rules/0', 'Did you mean "cosine"?'],
    [{ rules: ['cosine', 'refined'] }, '/rules/1', undefined],
    [{ rules: [] }, '/rules', undefined],
    [{ rules: ['constructor'] }, '/rules/0', undefined],
    [{ rules: 'cosine' }, '/rules', undefined],
    [{ tolerance: 0 }, '/tolerance', undefined],
    [{ tolerance: 2 }, '/tolerance', undefined],
    [{ tolerance: -1 }, '/tolerance', undefined],
    [{ tolerance: '0.1' }, '/tolerance', undefined],
    [{ tolerence: 0.1 }, '/tolerence', 'Did you mean "tolerance"?']
  ])('refuses %j, and says where', async (payload, pointer, fix) => {
    const answer = await fitsOf(await make({ rule: 'linear', steps: 10 }), payload)
    expect(answer.statusCode).toBe(400)
    expect(problemOf(answer).errors?.[0]).toMatchObject({ pointer, ...(fix === undefined ? {} : { fix }) })
  })

  it('of a schedule that is not there is a 404', async () => {
    expect(problemOf(await fitsOf('nothing', {})).type).toBe('/problems/schedule-not-found')
  })
})
