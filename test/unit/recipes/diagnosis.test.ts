import { expect, test } from 'vitest'
import { examine, symptoms } from '../../../src/refinement/diagnosis/index.ts'
import type { FilteredNorms, Symptom } from '../../../src/refinement/diagnosis/symptom.ts'
import { unknownRun } from '../../../src/refinement/diagnosis/symptom.ts'
import { evenNorms } from '../../../src/refinement/even-grid.ts'
import { normScale } from '../../../src/refinement/norm-scale.ts'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { warningSchema } from '../../../src/refinement/report.ts'
import { missingOfSymptom } from '../../support/missing-pieces.ts'
import { openapi } from '../../support/openapi.ts'

/** Needs all that a symptom may: the filtered norms, the options and the run. */
const dummy: Symptom = {
  code: 'dummy-symptom',
  meaning: 'The largest filtered norm is above 3.',
  examine: ({ norms }) => {
    const largest = Math.max(...norms)
    return ({ options, run }) => (largest > 3 ? `${largest} over ${options.steps} steps of ${run.optimizer}.` : null)
  }
}

const options = resolveOptions({ steps: 4 }, { norm: 'l2', totalSteps: null, extent: 4 })
const norms = Float64Array.of(1, 2, 4, 2)
const { log, logs } = evenNorms({ steps: { first: 0, stride: 1 }, values: norms.slice() }, options)
const filtered: FilteredNorms = { norms, losses: null, rawLosses: null, scale: normScale(norms), options, logs }
const losses = { use: 'none' as const, received: 0, used: 0, nonFinite: 0, notPositive: 0, covered: null, detail: '' }
const facts = { log, peakFraction: 0, gain: 1, hasOutsideCause: false, extent: 4, losses }
const findings: Parameters<ReturnType<typeof examine>>[0] = { ...facts, run: { ...unknownRun, optimizer: 'SGD' }, options }

test('a symptom of the list warns, after the others, by what it measured of the filtered norms', () => {
  const judge = examine(filtered, [...symptoms, dummy])
  norms.fill(0)
  expect(judge(findings).at(-1)).toEqual({ code: 'dummy-symptom', detail: '4 over 4 steps of SGD.' })
})

test('a symptom of the list has its code and its meaning in the contract', () => {
  const { code } = warningSchema([...symptoms, dummy]).properties as unknown as { code: { enum: string[]; description: string } }
  expect(code.enum).toEqual([...symptoms.map((one) => one.code), 'dummy-symptom'])
  expect(code.description).toContain(`\`dummy-symptom\`: ${dummy.meaning}`)
  const text = JSON.stringify(openapi.components.schemas.RefinementReport)
  for (const one of symptoms) expect(text).toContain(`\`${one.code}\`: ${one.meaning}`)
})

test('every symptom has a code and a meaning, each code once, and one without is noticed', () => {
  for (const one of symptoms) expect([one.code, missingOfSymptom(one)]).toEqual([one.code, []])
  expect(new Set(symptoms.map(({ code }) => code)).size).toBe(symptoms.length)
  expect(missingOfSymptom({ ...dummy, code: 'Dummy', meaning: '' })).toEqual(['code', 'meaning'])
})
