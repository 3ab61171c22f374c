import { describe, expect, test } from 'vitest'
import { optimizers } from '../../../src/optimizers/index.ts'
import { testApp } from '../../support/app.ts'

const { send } = await testApp()
const get = async (path: string) => (await send('GET', `/v1/optimizers/${path}`)).json()

test('a page has the update in text, in LaTeX and in MathML, and what each step reports', async () => {
  const { update, diagnostics, name } = await get('prodigy')
  expect(name).toBe('prodigy')
  expect(update.text).toContain('d̂ = dCoef · r/‖s‖₁')
  expect(update.latex).toContain('\\hat{d} = \\mathrm{dCoef} \\cdot r/\\|s\\|_{1}')
  expect(update.mathml).toContain('<mover accent="true"><mi>d</mi><mo>^</mo></mover><mo>=</mo><mi>dCoef</mi>')
  expect(diagnostics).toEqual(expect.arrayContaining(['d', 'dHat', 'dNumerator', 'dDenominator', 'gradientNorm']))
})

interface Golden {
  note: string | null
  runs: { origin: string; official: string; request: object; expected: { trajectory: Record<string, { values: number[] }>[] } }[]
}

describe('golden runs', () => {
  test('are the requests of replays, whose answers are what is expected', async () => {
    for (const name of ['gpa-adamw', 'schedule-free-plus', 'taps']) {
      const { runs }: Golden = await get(`${name}/golden`)
      expect(runs.length).toBeGreaterThan(0)
      for (const { request, expected, origin, official } of runs) {
        expect([origin, official].every((text) => text.length > 3)).toBe(true)
        const answer = (await send('POST', `/v1/optimizers/${name}/replay`, { payload: request })).json()
        const largest = expected.trajectory.flatMap((tensors, step) =>
          Object.entries(tensors).flatMap(([tensor, { values }]) => {
            const scale = Math.max(...values.map(Math.abs))
            return values.map((value, i) => Math.abs(value - answer.trajectory[step][tensor].values[i]) / scale)
          })
        )
        expect(Math.max(...largest)).toBeLessThan(1e-11)
      }
    }
  })

  test('are there for every optimizer that follows official code, and say where they are from; others say why there are none', async () => {
    for (const { name, source } of optimizers) {
      const { runs, note }: Golden = await get(`${name}/golden`)
      expect([name, runs.length > 0]).toEqual([name, source.code !== undefined && name !== 'stochastic-polyak'])
      expect(note === null).toBe(runs.length > 0)
    }
  })

  test('of an optimizer that does not exist are a 404', async () => {
    expect((await send('GET', '/v1/optimizers/none/golden')).statusCode).toBe(404)
  })
})
