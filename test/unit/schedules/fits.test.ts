import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeness, variation } from '../../../src/schedules/fits/closeness.ts'
import { fittableRules, nearestOf, nearestWarmupPolynomial } from '../../../src/schedules/fits/nearest-rules.ts'
import { multipliersOf } from '../../../src/schedules/index.ts'

const plant = (rule: string, parameters: Record<string, unknown>, n: number) => multipliersOf({ rule, parameters }, n).multipliers
const planted = (length: number, power: number, n: number) =>
  plant('warmup', { length, of: { rule: 'polynomial', parameters: { power } } }, n)
/** The largest difference between a schedule and the nearest member of a rule. */
const distance = (rule: string, multipliers: Float64Array) =>
  closeness(multipliers, variation(multipliers), multipliersOf(nearestOf(rule, multipliers), multipliers.length).multipliers).maxError

/** The same noise every time, uniform in [−1, 1]. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

describe('the nearest warm-up and polynomial', () => {
  const lengths = [0, 0.004, 0.08, 0.28, 0.8]
  const powers = [0.5, 0.9, 1, 1.234_567_8, 3]

  it.each([50, 1000, 5000])('is the planted one, of %d steps', (n) => {
    for (const [i, length] of lengths.entries()) {
      for (const [j, power] of powers.entries()) {
        // Every pair for a short schedule; every other one for 1000 steps, and the rest for 5000, where a fit takes ten times as long.
        if (n > 50 && (i + j) % 2 === Number(n > 1000)) continue
        const found = nearestWarmupPolynomial(planted(length, power, n))
        const where = `length ${length}, power ${power}`
        expect(Math.abs(found.power - power), where).toBeLessThan(1e-6)
        // A ramp of one step is none but for where the decay begins.
        expect(found.L, where).toBe(Math.floor(length * n + 0.5))
      }
    }
  })

  it('is near the planted one through noise', () => {
    // A Latin square: each two of steps, length and power meet.
    const powers = [0.8, 1, 2]
    for (const [i, n] of [500, 5000, 30_000].entries()) {
      for (const [j, length] of [0, 0.05, 0.28, 0.6].entries()) {
        const power = powers[(i + j) % powers.length]!
        const random = noise(n + 100 * length + power)
        const multipliers = planted(length, power, n).map((m) => Math.min(1, Math.max(0, m + 0.02 * random())))
        const found = nearestWarmupPolynomial(multipliers)
        const where = `${n} steps, length ${length}, power ${power}`
        expect(Math.abs(found.power - power), where).toBeLessThan(0.03)
        expect(Math.abs(found.L / n - length), where).toBeLessThan(0.01)
      }
    }
  })
})

describe('the nearest member of a rule', () => {
  const members: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
    flat: fc.constant({}),
    inverse: fc.constant({}),
    'inverse-sqrt': fc.constant({}),
    linear: fc.record({ final: fc.double({ min: 0, max: 0.9, noNaN: true }) }),
    cosine: fc.record({ final: fc.double({ min: 0, max: 0.9, noNaN: true }) }),
    polynomial: fc.record({ power: fc.double({ min: 0.3, max: 6, noNaN: true }), final: fc.double({ min: 0, max: 0.8, noNaN: true }) }),
    exponential: fc.record({ final: fc.double({ min: 1e-6, max: 0.9, noNaN: true }) }),
    stepwise: fc.record({
      milestones: fc.uniqueArray(fc.integer({ min: 1, max: 18 }), { minLength: 1, maxLength: 6 }).map((list) => list.map((k) => k / 20)),
      factor: fc.double({ min: 0.1, max: 0.8, noNaN: true })
    }),
    wsd: fc.record({
      cooldown: fc.double({ min: 0.05, max: 1, noNaN: true }),
      shape: fc.constantFrom('linear', 'one-minus-sqrt'),
      final: fc.double({ min: 0, max: 0.7, noNaN: true })
    }),
    warmup: fc.record({
      length: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      shape: fc.constantFrom('linear', 'cosine'),
      of: fc.constantFrom(
        { rule: 'cosine', parameters: { final: 0.1 } },
        { rule: 'linear', parameters: {} },
        { rule: 'wsd', parameters: { cooldown: 0.3 } },
        { rule: 'inverse-sqrt', parameters: {} },
        { rule: 'polynomial', parameters: { power: 2, final: 0.05 } }
      )
    })
  }

  it('is known for every rule that can be fitted', () => {
    expect(Object.keys(members).sort()).toEqual([...fittableRules].sort())
  })

  it.each(Object.keys(members))(
    '%s is the planted one',
    (rule) => {
      fc.assert(
        fc.property(members[rule]!, fc.constantFrom(300, 2500, 10_000), (parameters, n) => {
          const worst = distance(rule, plant(rule, parameters, n))
          expect(worst).toBeLessThan(1e-5)
        }),
        { numRuns: rule === 'warmup' ? 8 : 15 }
      )
    },
    60_000
  )

  it.each(fittableRules)('%s is found for schedules of one, two and three steps', (rule) => {
    for (const values of [[1], [1, 0], [0, 1], [1, 1], [1, 0.5, 0], [0, 1, 0]]) {
      expect(distance(rule, Float64Array.from(values))).toBeLessThanOrEqual(1)
    }
  })
})
