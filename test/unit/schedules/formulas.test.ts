import { describe, expect, test } from 'vitest'
import { multipliersOf } from '../../../src/schedules/index.ts'

const values = (rule: string, steps: number, parameters: Record<string, unknown> = {}) => [
  ...multipliersOf({ rule, parameters }, steps).multipliers
]

/** The formulas of the contract, written out by hand, n = 11 so that p is 0, 0.1, … 1. */
const n = 11
const over = (m: (p: number, j: number) => number) => Array.from({ length: n }, (_, j) => m(j / (n - 1), j))

describe('a rule has the values of its formula', () => {
  test.each<[string, Record<string, unknown>, number[]]>([
    ['flat', {}, over(() => 1)],
    ['inverse', {}, over((_, j) => 1 / (j + 1))],
    ['inverse-sqrt', {}, over((_, j) => 1 / Math.sqrt(j + 1))],
    ['linear', {}, over((p) => 1 - p)],
    ['linear', { final: 0.1 }, over((p) => 1 - 0.9 * p)],
    ['cosine', { final: 0.1 }, over((p) => 0.1 + 0.9 * 0.5 * (1 + Math.cos(Math.PI * p)))],
    ['polynomial', {}, over((p) => 1 - p)],
    ['polynomial', { power: 2, final: 0.1 }, over((p) => 0.1 + 0.9 * (1 - p) ** 2)],
    ['exponential', {}, over((p) => 0.01 ** p)],
    ['stepwise', {}, [1, 1, 1, 1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001]],
    ['stepwise', { milestones: [0.5, 0.25, 0.5], factor: 0.5 }, [1, 1, 1, 0.5, 0.5, 0.5, 0.125, 0.125, 0.125, 0.125, 0.125]],
    ['wsd', {}, [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0]],
    [
      'wsd',
      { cooldown: 0.4, shape: 'one-minus-sqrt', final: 0.2 },
      [1, 1, 1, 1, 1, 1, 1, 0.6, 0.2 + 0.8 * (1 - Math.SQRT1_2), 0.2 + 0.8 * (1 - Math.sqrt(0.75)), 0.2]
    ],
    ['wsd', { cooldown: 1 }, over((p) => 1 - p)],
    ['wsd', { cooldown: 0.05 }, over(() => 1)],
    ['warmup', { length: 0.3, of: { rule: 'flat' } }, [1 / 3, 2 / 3, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['warmup', { length: 5, of: { rule: 'linear' } }, [0.2, 0.4, 0.6, 0.8, 1, 1, 0.8, 0.6, 0.4, 0.2, 0]],
    ['warmup', { length: 1, of: { rule: 'flat' } }, over(() => 1)],
    ['warmup', { length: 0.999, of: { rule: 'linear' } }, [...over((_, j) => (j + 1) / 10).slice(0, 10), 1]],
    ['warmup', { length: 2, shape: 'cosine', of: { rule: 'flat' } }, over((_, j) => (j === 0 ? 0.5 : 1))],
    ['warmup', { length: 0.01, of: { rule: 'linear' } }, over((p) => 1 - p)]
  ])('%s with %j has the multipliers of its formula', (rule, parameters, expected) => {
    const got = values(rule, n, parameters)
    expect(got).toHaveLength(n)
    for (const [j, value] of got.entries()) expect(value, `step ${j}`).toBeCloseTo(expected[j]!, 14)
  })
})

test('the ends are exact, not rounded', () => {
  for (const steps of [2, 3, 7, 1000, 9973]) {
    for (const final of [0.1, 0.3, 1 / 3, 0.7, 1e-300]) {
      for (const [rule, more] of [
        ['linear', {}],
        ['cosine', {}],
        ['polynomial', { power: 1.7 }],
        ['exponential', {}],
        ['wsd', { cooldown: 1 }],
        ['wsd', { cooldown: 0.9, shape: 'one-minus-sqrt' }]
      ] as const) {
        const all = values(rule, steps, { final, ...more })
        expect([all[0], all.at(-1)], `${rule} to ${final} in ${steps} steps`).toEqual([1, final])
      }
    }
  }
})
