import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Scalar, scalar, train, variable } from '@tensorflow/tfjs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExportCase, exportCases, hostileNames, textOf } from '../../../support/exported.ts'
import { largestDifference } from '../../../support/numbers.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const forms = ['segments', 'dense', null] as const
const all = Object.entries(exportCases).flatMap(([name, one]) => forms.map((form) => [name, form, one] as const))
/** Every step, and some that are past the end. */
const expectedOf = ({ multipliers }: ExportCase): number[] => [...multipliers, ...[0, 1, 1000].map(() => multipliers.at(-1)!)]

interface Module {
  STEPS: number
  multiplier(step: number): number
  learningRate(step: number, peak?: number): number
  setLearningRate(optimizer: unknown, step: number, peak?: number): void
}
async function imported(text: string): Promise<Module> {
  const file = join(folder, `taper-schedule-${files++}.mjs`)
  writeFileSync(file, text)
  return (await import(pathToFileURL(file).href)) as Module
}

describe('the export for TensorFlow.js', () => {
  it.each(all)('gives back %s as %s', async (_, form, one) => {
    const { STEPS, multiplier } = await imported(textOf('tfjs', one, { form }))
    expect(STEPS).toBe(one.multipliers.length)
    const steps = [...one.multipliers.keys(), STEPS, STEPS + 1, STEPS + 1000]
    expect(largestDifference(steps.map(multiplier), expectedOf(one))).toBeLessThan(form === 'dense' ? 1e-300 : 1e-6)
    expect(multiplier(-1)).toBeCloseTo(one.multipliers[0]!, 6)
  })

  it.each(['sgd', 'momentum', 'adam'] as const)('sets the rate of the %s of TensorFlow.js itself', async (name) => {
    const one = exportCases['any values'] as ExportCase
    const { setLearningRate } = await imported(textOf('tfjs', one, { peak: 0.5 }))
    const optimizer = name === 'momentum' ? train.momentum(9, 0) : name === 'adam' ? train.adam(9, 0, 0) : train.sgd(9)
    const parameter = variable(scalar(0))
    const moved: number[] = []
    for (let step = 0; step < 20; step++) {
      const before = parameter.dataSync()[0] as number
      setLearningRate(optimizer, step)
      // A gradient of 1: each of these moves by the learning rate.
      optimizer.minimize(() => parameter.mul(1) as Scalar)
      moved.push(before - (parameter.dataSync()[0] as number))
    }
    expect(
      largestDifference(
        moved,
        [...one.multipliers.subarray(0, 20)].map((m) => 0.5 * m)
      )
    ).toBeLessThan(2e-6)
  })

  it.each(hostileNames)('runs whatever the schedule is called: %j', async (name) => {
    const { multiplier } = await imported(textOf('tfjs', exportCases['three steps'] as ExportCase, { name }))
    expect(multiplier(1)).toBeCloseTo(1, 6)
  })

  it('has a name on one line, in a comment, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        for (const target of ['tfjs', 'go', 'pytorch', 'keras', 'megatron']) {
          const one = { multipliers: Float64Array.of(1, 1), fits: [{ rule: 'flat', parameters: {} }] }
          const lines = (text: string) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
          const [plain, named] = [textOf(target, one, { name: '' }), textOf(target, one, { name })].map(lines) as [string[], string[]]
          expect(named.length).toBe(plain.length)
          const differing = named.filter((line, i) => line !== plain[i])
          for (const line of differing) expect(line).toMatch(/^(#|\/\/) Name: "[^\p{C}]*"$/u)
          expect(named.slice(0, 2).join()).not.toMatch(/coding[=:]/)
        }
      })
    )
  })
})
