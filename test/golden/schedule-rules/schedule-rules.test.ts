import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'

interface Case {
  call: string
  rule: string
  parameters: Record<string, unknown>
  steps: number
  /** From multiplier `ours` and value `theirs` on, `count` are the same. */
  same: { ours: number; theirs: number; count: number }[]
  difference?: string
  values: number[]
}

const libraries = ['pytorch', 'transformers', 'optax'] as const
const golden = libraries.map(
  (library) =>
    JSON.parse(readFileSync(new URL(`./${library}.json`, import.meta.url), 'utf8')) as { library: string; version: string; cases: Case[] }
)

for (const { library, version, cases } of golden) {
  describe(`${library} ${version}`, () => {
    test.each(cases.map((one) => ({ ...one, name: `${one.call} is ${one.rule}${one.difference ? `. ${one.difference}` : ''}` })))(
      '$name',
      ({ rule, parameters, steps, same, values }) => {
        const { multipliers } = multipliersOf({ rule, parameters }, steps)
        for (const { ours, theirs, count } of same) {
          for (let i = 0; i < count; i++) expect(multipliers[ours + i], `step ${ours + i}`).toBeCloseTo(values[theirs + i]!, 12)
        }
        expect(same.reduce((all, { count }) => all + count, 0)).toBeGreaterThan(steps / 4)
      }
    )

    test('where a difference is named, the same steps do differ', () => {
      for (const { rule, parameters, steps, values, difference, call } of cases) {
        if (difference === undefined) continue
        // As the library is commonly called: the same number of steps, from the first on.
        const n = steps > values.length ? values.length : steps
        const { multipliers } = multipliersOf({ rule, parameters }, n)
        expect(
          [...multipliers].some((multiplier, j) => Math.abs(multiplier - values[j]!) > 1e-3),
          call
        ).toBe(true)
      }
    })
  })
}

test('every rule that a library has is compared with that library', () => {
  for (const { name, elsewhere } of scheduleRules) {
    for (const { library, cases } of golden) {
      if (elsewhere[library as keyof typeof elsewhere] === null) continue
      expect(
        cases.some(({ rule }) => rule === name),
        `${name} with ${library}`
      ).toBe(true)
    }
  }
})
