import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'
import { cooldownShapes } from '../../../src/schedules/parts/cooldown-shapes.ts'

type Parameters = Record<string, unknown>

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const final = unit
const power = fc.double({ min: 0, minExcluded: true, max: 1e300, noNaN: true })
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Any parameters that a rule takes, edges of their ranges included. */
const arbitraries: Record<string, fc.Arbitrary<Parameters>> = {
  flat: fc.constant({}),
  inverse: fc.constant({}),
  'inverse-sqrt': fc.constant({}),
  noam: fc.record({ length: fraction }),
  linear: fc.record({ final }),
  cosine: fc.record({ final }),
  'cosine-restarts': fc.record({ cycles: fc.integer({ min: 1, max: 100 }), growth: fc.double({ min: 0.1, max: 10, noNaN: true }), final }),
  polynomial: fc.record({ power, final }),
  exponential: fc.record({ final: fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true }) }),
  stepwise: fc.record({
    milestones: fc.array(fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true }), { maxLength: 20 }),
    factor: unit
  }),
  wsd: fc.record({ cooldown: unit, shape: fc.constantFrom(...cooldownShapes), final }),
  trapezoid: fc
    .record({ warmup: unit, cooldown: unit, final })
    .filter(({ warmup, cooldown }) => warmup + cooldown <= 1) as fc.Arbitrary<Parameters>,
  'one-cycle': fc.record({ warmup: fraction, shape: fc.constantFrom('cosine', 'linear'), start: unit, final }),
  piecewise: fc.record({
    points: fc
      .uniqueArray(fc.record({ at: unit, multiplier: unit }), { minLength: 1, maxLength: 20, selector: ({ at }) => at })
      .filter((points) => points.some(({ multiplier }) => multiplier > 0))
      .map((points) => [...points].sort((a, b) => a.at - b.at)),
    shape: fc.constantFrom('linear', 'cosine', 'constant')
  })
}
arbitraries.warmup = fc.record({
  length: fraction,
  shape: fc.constantFrom('linear', 'cosine'),
  of: fc.constantFrom(...Object.keys(arbitraries)).chain((rule) => arbitraries[rule]!.map((parameters) => ({ rule, parameters })))
})
const parts = fc.constantFrom(...Object.keys(arbitraries)).chain((rule) => arbitraries[rule]!.map((parameters) => ({ rule, parameters })))
arbitraries.branch = fc.record({ from: fraction.filter((from) => from > 0), before: parts, after: parts })

const stepsOf = fc.integer({ min: 2, max: 300 })

/** The ends as the catalogue states them, for those that are one formula of the parameters and n. */
const stated: Record<string, (n: number, parameters: Parameters) => number> = {
  '1': () => 1,
  final: (_, { final }) => final as number,
  '1/n': (n) => 1 / n,
  '1/√n': (n) => 1 / Math.sqrt(n)
}

test('every rule has its arbitrary parameters here', () => {
  expect(Object.keys(arbitraries).sort()).toEqual(scheduleRules.map(({ name }) => name).sort())
})

describe.each(scheduleRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { first, last } = rule
  const parameters = arbitraries[name]!

  test('has finite multipliers in [0, 1], as many as steps', () => {
    fc.assert(
      fc.property(stepsOf, parameters, (steps, given) => {
        const { multipliers } = multipliersOf({ rule: name, parameters: given }, steps)
        expect(multipliers.length).toBe(steps)
        expect(multipliers.filter((multiplier) => !(multiplier >= 0 && multiplier <= 1) || Object.is(multiplier, -0))).toHaveLength(0)
      })
    )
  })

  test('begins and ends exactly as its catalogue entry says', () => {
    fc.assert(
      fc.property(stepsOf, parameters, (steps, given) => {
        const made = multipliersOf({ rule: name, parameters: given }, steps)
        if (stated[first]) expect(made.multipliers[0]).toBe(stated[first](steps, made.parameters))
        if (stated[last]) expect(made.multipliers[steps - 1]).toBe(stated[last](steps, made.parameters))
      })
    )
  })

  test('falls no lower than its floor once it has reached its peak, and is the same before', () => {
    fc.assert(
      fc.property(stepsOf, parameters, unit, (steps, given, floor) => {
        const plain = multipliersOf({ rule: name, parameters: given }, steps).multipliers
        const { multipliers } = multipliersOf({ rule: name, parameters: { ...given, floor } }, steps)
        const peak = plain.indexOf(Math.max(...plain))
        for (const [j, multiplier] of multipliers.entries()) {
          expect(multiplier === plain[j] || multiplier === floor).toBe(true)
          if (j > peak) expect(multiplier).toBeGreaterThanOrEqual(floor)
        }
      })
    )
  })

  test('is [1] for one step', () => {
    fc.assert(
      fc.property(parameters, (given) => {
        expect([...multipliersOf({ rule: name, parameters: given }, 1).multipliers]).toEqual([1])
      })
    )
  })

  test('has for each step alone what it has for all', () => {
    fc.assert(
      fc.property(stepsOf, parameters, fc.nat(), (steps, given, at) => {
        const made = multipliersOf({ rule: name, parameters: given }, steps)
        const step = at % steps
        expect(rule.multiplier(steps, made.parameters)(step)).toBe(made.multipliers[step])
      })
    )
  })

  test('has the same multipliers for its defaults, left out or written', () => {
    const left = multipliersOf({ rule: name }, 40)
    const written = multipliersOf({ rule: name, parameters: left.parameters }, 40)
    expect(written).toEqual(left)
    expect([...Object.keys(left.parameters), 'floor']).toEqual(Object.keys(rule.parameters.properties))
  })

  test('shares nothing with the schema or the request', () => {
    const once = multipliersOf({ rule: name }, 40)
    const before = JSON.stringify(once.parameters)
    for (const value of Object.values(once.parameters)) if (Array.isArray(value)) value.length = 0
    expect(JSON.stringify(multipliersOf({ rule: name }, 40).parameters)).toBe(before)
  })
})

test('rules without a warm-up never rise', () => {
  const falling = ['flat', 'inverse', 'inverse-sqrt', 'linear', 'cosine', 'polynomial', 'exponential', 'stepwise', 'wsd']
  for (const rule of falling) {
    fc.assert(
      fc.property(stepsOf, arbitraries[rule]!, (steps, parameters) => {
        const { multipliers } = multipliersOf({ rule, parameters }, steps)
        expect(
          multipliers.findIndex((multiplier, j) => j > 0 && multiplier > multipliers[j - 1]! + 1e-15),
          rule
        ).toBe(-1)
      })
    )
  }
})

test('the floor of a piecewise schedule holds from its largest multiplier on, also where its peak is between two steps', () => {
  const points = [
    { at: 0, multiplier: 0.5 },
    { at: 0.7, multiplier: 1 },
    { at: 0.8, multiplier: 0.1 }
  ]
  // Steps are at 0, 1/3, 2/3 and 1: none sees the peak.
  const { multipliers } = multipliersOf({ rule: 'piecewise', parameters: { points, shape: 'constant', floor: 0.6 } }, 4)
  expect([...multipliers]).toEqual([0.6, 0.6, 0.6, 0.6])
})
