import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()

/** Finite numbers from the smallest to the largest, next to each other. */
const magnitude = fc.oneof(
  fc.constantFrom(0, 5e-324, 1e-323, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-20, 1, 3, 1e20, 1e160, 1e300, 1.7976931348623157e308),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })
)
const positive = magnitude.filter((value) => value > 0)
const numbers = fc.array(magnitude, { minLength: 2, maxLength: 9 }).filter((values) => values.some((value) => value > 0))
const steps = fc.integer({ min: 2, max: 30 })

/** Sends what is finite, and looks for what is no number in the answer. */
async function expectNumbers(method: string, path: string, payload?: object): Promise<string> {
  const { statusCode, body } = await send(method, path, payload === undefined ? {} : { payload })
  expect([JSON.stringify(payload), statusCode, statusCode < 500, body.includes('NaN')]).toEqual([
    JSON.stringify(payload),
    statusCode,
    true,
    false
  ])
  return body
}
const holds = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
  check: (...values: Values) => Promise<void>,
  examples: NoInfer<Values>[] = []
) => fc.assert(fc.asyncProperty(...arbitraries, check), { numRuns: 150, examples })

describe('Finite numbers of any size give numbers', () => {
  it('in bounds, at the best rate and at one that is given', () =>
    holds(
      [numbers, numbers, positive, fc.option(magnitude)],
      async (values, multipliers, distance, given) => {
        const peakLearningRate = given ?? undefined
        const length = Math.min(values.length, multipliers.length)
        const candidate = { multipliers: multipliers.slice(0, length) }
        await expectNumbers('POST', '/v1/bounds', { candidate, norms: { values: values.slice(0, length) }, distance, peakLearningRate })
        await expectNumbers('POST', '/v1/bounds', { candidate: { rule: 'linear' }, norms: { values }, distance, peakLearningRate })
        await expectNumbers('POST', '/v1/bounds', { candidate: { rule: 'refined' }, norms: { values }, distance, peakLearningRate })
      },
      [
        [[1e-300, 1e-300], [5e-324, 5e-324], 5e-324, null],
        [[0, 0, 0, 0, 0, 0, 1e300, 0], [0, 0, 3.9916806190692827e292, 0, 0, 0, 3, 5e-324], 5e-324, null]
      ]
    ))

  it('in comparisons', () =>
    holds([numbers, positive, steps], async (values, distance, n) => {
      const rules = ['linear', 'cosine', 'refined', 'wsd'].map((rule) => ({ rule }))
      const numeric = { rule: 'refined', parameters: { method: 'numeric', window: 0 } }
      await expectNumbers('POST', '/v1/comparisons', { candidates: [...rules, numeric], norms: { values }, distance })
      await expectNumbers('POST', '/v1/comparisons', { candidates: rules, steps: n, norms: { constant: distance }, distance })
    }))

  it('in refinements by every preset, weighting and method', () =>
    holds(
      [
        numbers,
        steps,
        fc.constantFrom('robust', 'paper', 'reference'),
        fc.constantFrom('inverse-square', 'inverse'),
        fc.constantFrom('closed-form', 'numeric')
      ],
      async (values, n, preset, weighting, method) => {
        await expectNumbers('POST', '/v1/refinements', { values, steps: n, preset, weighting, ...(preset === 'paper' && { method }) })
      }
    ))

  it('in what is made of runs: buckets, several runs, pictures, fits, exports and horizons', () =>
    fc.assert(
      fc.asyncProperty(numbers, numbers, steps, async (one, other, n) => {
        const [run, second] = [await newRun({ totalSteps: 40, peakLearningRate: 1e-3 }), await newRun()]
        await expectNumbers('POST', `/v1/runs/${run}/gradient-norms`, { startStep: 0, values: one })
        await expectNumbers('POST', `/v1/runs/${second}/gradient-norms`, { startStep: 0, values: other })
        await expectNumbers('GET', `/v1/runs/${run}/gradient-norms?buckets=2`)
        await expectNumbers('GET', `/v1/runs/${run}/chart.svg`)
        await expectNumbers('POST', `/v1/runs/${run}/schedules`, { withRuns: [second], preset: 'reference' })
        const made = JSON.parse(await expectNumbers('POST', `/v1/runs/${run}/schedules`, { steps: n })) as { id?: string }
        if (made.id === undefined) return
        const path = `/v1/schedules/${made.id}`
        await expectNumbers('GET', `${path}/multipliers`)
        await expectNumbers('GET', `${path}/chart.svg`)
        await expectNumbers('GET', `${path}/exports/optax?tolerance=0.1`)
        await expectNumbers('POST', `${path}/fits`, {})
        await expectNumbers('POST', `${path}/horizons`, { steps: n + 5 })
        await expectNumbers('POST', `${path}/horizons`, { steps: n + 5, fromStep: n, method: 'rewarm' })
        await expectNumbers('GET', `${path}/multipliers/1?peakLearningRate=1.7e308`)
      }),
      {
        numRuns: 25,
        examples: [
          [[1.5103643363649482e308, 0, 5e-324], [0, 5e-324], 3],
          [[5e-324, 1e-323], [0, 1e160], 2]
        ]
      }
    ))
})
