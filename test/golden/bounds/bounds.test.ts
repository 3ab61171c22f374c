import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { largestDifference } from '../../support/numbers.ts'

interface Case {
  name: string
  n: number
  seed: number
  weighting: 'inverse-square' | 'inverse'
  terms: [number, number, number]
  boundLinear: number
  boundClosedForm: number
  bound: number
  multipliers: number[]
}
const { cases } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as { cases: Case[] }

/** The generator of `generate.py`; seed 0 is constant. */
function norms({ n, seed }: Case): Float64Array {
  let state = seed
  return Float64Array.from({ length: n }, (_, i) => {
    state = (state * 48271) % 2147483647
    return seed === 0 ? 1 : (0.5 + state / 2147483647) * (1 + 8 / (1 + (40 * i) / n) + i / n)
  })
}
const expectClose = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual - expected)).toBeLessThan(relative * expected)

describe.each(cases)('$name', (golden) => {
  const { n, weighting, terms, multipliers: expected } = golden
  const values = norms(golden)

  test('the terms of linear decay are those of NumPy to 1e-12', () => {
    const squareRoots = weighting === 'inverse' ? values.map(Math.sqrt) : values
    const { terms: found } = generalBound(
      Float64Array.from({ length: n }, (_, j) => (n - j) / n),
      squareRoots
    ).at(0.1)
    expectClose(found.distance, terms[0], 1e-12)
    expectClose(found.steps, terms[1], 1e-12)
    expectClose(found.lastIterate, terms[2], 1e-12)
  })

  test('numeric refinement has the bound that L-BFGS-B finds, or one lower by what that leaves, and its schedule to 1e-5', () => {
    const options = resolveOptions(
      { preset: 'paper', window: 0, method: 'numeric', weighting },
      { norm: 'l2', totalSteps: null, extent: n }
    )
    const { multipliers, report } = refine({ steps: { first: 0, stride: 1 }, values: values.slice() }, options)
    const { bound, boundClosedForm, boundLinear } = report.numeric as NonNullable<typeof report.numeric>
    expectClose(bound, golden.bound, 1e-10)
    expect(bound).toBeLessThan(golden.bound * (1 + 1e-13))
    expectClose(boundClosedForm, golden.boundClosedForm, 1e-12)
    expectClose(boundLinear, golden.boundLinear, 1e-12)
    expect(largestDifference(multipliers, expected)).toBeLessThan(1e-5)
  })
})
