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
    ['wsd', { cooldown: 3 }, [1, 1, 1, 1, 1, 1, 1, 1, 2 / 3, 1 / 3, 0]],
    ['wsd', { cooldown: 11 }, over((p) => 1 - p)],
    ['wsd', { cooldown: 4, shape: 'lowered-linear' }, [1, 1, 1, 1, 1, 1, 1, 0.525, 0.35, 0.175, 0]],
    ['wsd', { cooldown: 4, shape: 'square', final: 0.2 }, [1, 1, 1, 1, 1, 1, 1, 0.95, 0.8, 0.55, 0.2]],
    [
      'wsd',
      { cooldown: 4, shape: 'mirror-cosine' },
      [1, 1, 1, 1, 1, 1, 1, 1.5 - 0.5 * (1 + Math.SQRT1_2), 0.5, 0.5 - 0.5 * (1 - Math.SQRT1_2), 0]
    ],
    ['wsd', { cooldown: 1 }, over((p) => 1 - p)],
    ['wsd', { cooldown: 0.05 }, over(() => 1)],
    ['stepwise', { milestones: [4, 7], factor: 0.5 }, [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25]],
    ['trapezoid', { warmup: 2, cooldown: 4 }, [0.5, 1, 1, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25]],
    ['trapezoid', { warmup: 2, cooldown: 4, floor: 0.6 }, [0.5, 1, 1, 1, 1, 1, 1, 1, 0.75, 0.6, 0.6]],
    ['one-cycle', { warmup: 3, shape: 'linear', start: 0, final: 0 }, [0, 0.5, 1, ...Array.from({ length: 8 }, (_, k) => 1 - (k + 1) / 8)]],
    [
      'piecewise',
      {
        points: [
          { at: 0, multiplier: 0 },
          { at: 4, multiplier: 1 },
          { at: 10, multiplier: 0 }
        ],
        floor: 0.5
      },
      [0, 0.25, 0.5, 0.75, 1, 5 / 6, 4 / 6, 0.5, 0.5, 0.5, 0.5]
    ],
    ['inverse', { floor: 0.25 }, [1, 1 / 2, 1 / 3, 1 / 4, 1 / 4, 1 / 4, 1 / 4, 1 / 4, 1 / 4, 1 / 4, 1 / 4]],
    ['noam', { length: 4, floor: 0.9 }, [0.25, 0.5, 0.75, 1, ...Array.from({ length: 7 }, () => 0.9)]],
    ['cosine-restarts', { period: 4 }, over((_, j) => 0.5 * (1 + Math.cos((Math.PI * (j % 4)) / 4)))],
    ['cosine-restarts', { period: 7, growth: 0.5 }, over((_, j) => 0.5 * (1 + Math.cos(Math.PI * (j < 7 ? j / 7 : (j - 7) / 3.5))))],
    ['cosine-restarts', { cycles: 2, growth: 0.1 }, over((_, j) => (j === 10 ? 1 : 0.5 * (1 + Math.cos((Math.PI * j) / 10))))],
    ['warmup', { length: 2, floor: 0.5, of: { rule: 'linear' } }, [0.5, 1, 1, 7 / 8, 6 / 8, 5 / 8, 0.5, 0.5, 0.5, 0.5, 0.5]],
    ['warmup', { length: 0.3, of: { rule: 'flat' } }, [1 / 3, 2 / 3, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['warmup', { length: 5, of: { rule: 'linear' } }, [0.2, 0.4, 0.6, 0.8, 1, 1, 0.8, 0.6, 0.4, 0.2, 0]],
    ['warmup', { length: 1, of: { rule: 'flat' } }, over(() => 1)],
    ['warmup', { length: 0.999, of: { rule: 'linear' } }, [...over((_, j) => (j + 1) / 10).slice(0, 10), 1]],
    ['warmup', { length: 2, shape: 'cosine', of: { rule: 'flat' } }, over((_, j) => (j === 0 ? 0.5 : 1))],
    ['warmup', { length: 0.01, of: { rule: 'linear' } }, over((p) => 1 - p)],
    ['branch', { from: 6 }, [1, 1, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0]],
    ['branch', { from: 0.5, after: { rule: 'wsd', parameters: { cooldown: 1 } } }, [1, 1, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0]],
    [
      'branch',
      { from: 5, before: { rule: 'linear', steps: 21 }, after: { rule: 'linear', parameters: { final: 0.5 } } },
      [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.675, 0.6, 0.525, 0.45, 0.375]
    ],
    [
      'branch',
      { from: 9, before: { rule: 'linear', parameters: { final: 0.2 }, steps: 5 } },
      [1, 0.8, 0.6, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0]
    ],
    [
      'branch',
      { from: 10, before: { rule: 'warmup', parameters: { length: 2 }, steps: 12 } },
      [0.5, 1, ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => 1 - k / 9), 1 / 9]
    ]
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

test('fractions are those of their decimal text, to the step', () => {
  const cooled = (cooldown: number, steps: number) => values('wsd', steps, { cooldown }).filter((multiplier) => multiplier < 1).length
  expect([cooled(0.29, 100), cooled(0.57, 100), cooled(0.58, 100), cooled(0.29, 3000), cooled(1 / 3, 600)]).toEqual([29, 57, 58, 870, 200])
  expect(values('trapezoid', 100, { warmup: 0, cooldown: 0.29 }).indexOf(28 / 29)).toBe(72)
  expect(values('one-cycle', 100, { warmup: 0.29 }).indexOf(1)).toBe(28)
  const after = { length: 0.29, of: { rule: 'wsd', parameters: { cooldown: 0.29 } } }
  expect(values('warmup', 200, after).filter((multiplier) => multiplier === 1)).toHaveLength(1 + 142 - 41)
})

test('a length in steps that is no step of the schedule is refused where it stands', () => {
  const pointerOf = (rule: string, parameters: Record<string, unknown>) => {
    try {
      values(rule, n, parameters)
      return undefined
    } catch (error) {
      return (error as { errors?: { pointer: string }[] }).errors?.[0]?.pointer
    }
  }
  const refused: [string, Record<string, unknown>, string][] = [
    ['wsd', { cooldown: 12 }, '/parameters/cooldown'],
    ['wsd', { cooldown: 2.5 }, '/parameters/cooldown'],
    ['trapezoid', { warmup: 8, cooldown: 4 }, '/parameters/cooldown'],
    ['one-cycle', { warmup: 12 }, '/parameters/warmup'],
    ['stepwise', { milestones: [3, 0.5] }, '/parameters/milestones/1'],
    ['stepwise', { milestones: [3, 12] }, '/parameters/milestones/1'],
    [
      'piecewise',
      {
        points: [
          { at: 2, multiplier: 1 },
          { at: 11, multiplier: 0 }
        ]
      },
      '/parameters/points/1/at'
    ],
    ['cosine-restarts', { period: 12 }, '/parameters/period'],
    ['cosine-restarts', { period: 3, growth: 0.5 }, '/parameters/period'],
    ['cosine-restarts', { period: 3, cycles: 7 }, '/parameters/cycles'],
    ['warmup', { length: 5, of: { rule: 'wsd', parameters: { cooldown: 7 } } }, '/parameters/of/parameters/cooldown']
  ]
  for (const [rule, parameters, pointer] of refused)
    expect([rule, parameters, pointerOf(rule, parameters)]).toEqual([rule, parameters, pointer])
})
