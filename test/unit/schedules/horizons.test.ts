import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HorizonMethod } from '../../../src/domain/schedule.ts'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { extendHorizon, horizonChoices } from '../../../src/schedules/horizons/horizon.ts'
import { multipliersOf, type RuleCandidate } from '../../../src/schedules/index.ts'
import { cooldownShapes } from '../../../src/schedules/parts/cooldown-shapes.ts'

const rate = (multipliers: Float64Array) => generalBound(multipliers, new Float64Array(multipliers.length).fill(1)).optimalRate

function extend(rule: RuleCandidate, n: number, steps: number, method: HorizonMethod, from?: number) {
  const { multipliers: old, parameters } = multipliersOf(rule, n)
  const candidate = { rule: rule.rule, parameters }
  const fromStep = from ?? horizonChoices(candidate, n, steps).fromStep
  const out = new Float64Array(steps)
  return { out, old, fromStep, ...extendHorizon({ method, candidate, old, fromStep }, out, { old: rate, new: rate }) }
}

describe('a longer horizon', () => {
  // Schaipp et al. (arXiv:2501.18965), section 5.1, for 4000 steps and a cooldown of a fifth.
  it.each([
    [1.5, 0.64],
    [2, 0.53],
    [4, 0.38]
  ])('of %d times the steps has the factor of the paper in two stages', (times, factor) => {
    const { report } = extend({ rule: 'wsd' }, 4001, 4000 * times + 1, 'two-stage')
    expect(report.factor).toBeCloseTo(factor, 2)
    expect(report.optimalRate / report.previousOptimalRate).toBeCloseTo(1, 9)
  })

  it.each([
    [1.5, 0.45],
    [2, 0.63]
  ])('of %d times the steps has the cooldown of the paper', (times, cooldown) => {
    const { report } = extend({ rule: 'wsd' }, 4001, 4000 * times + 1, 'cooldown')
    expect(report.cooldown).toBeCloseTo(cooldown, 2)
    expect(report.optimalRate / report.previousOptimalRate).toBeCloseTo(1, 3)
  })

  it('of four times the steps cools down over all of them', () => {
    const { report, out } = extend({ rule: 'wsd' }, 4001, 16_001, 'cooldown')
    expect(report.cooldown).toBeGreaterThan(0.99)
    expect(out.at(-1)).toBe(0)
  })

  it('of many times the steps cools down over all of them, and says that it is not enough', () => {
    const { report } = extend({ rule: 'wsd' }, 401, 8001, 'cooldown')
    expect(report.cooldown).toBe(1)
    expect(report.warnings.map(({ code }) => code)).toContain('not-met')
  })
})

describe('two stages', () => {
  it('keep what is past up to a common factor, hold, cool down from the factor, and keep the optimal rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 400 }),
        fc.double({ min: 0.7, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.constantFrom(...cooldownShapes),
        fc.constantFrom(0, 0.1),
        (n, times, cooldown, shape, final) => {
          const steps = Math.max(Math.ceil(n * (1 - cooldown)) + 5, Math.round(n * times))
          const { out, fromStep, report, divisor } = extend({ rule: 'wsd', parameters: { cooldown, shape, final } }, n, steps, 'two-stage')
          const factor = report.factor as number
          expect(Math.max(...out)).toBeLessThanOrEqual(1)
          // Where the cooldown takes all that is left, no step stands at the factor.
          const hasPlateau = Math.floor(cooldown * steps) < steps - fromStep
          expect(Math.max(...out)).toBeCloseTo(divisor > 1 || fromStep > 0 ? 1 : factor, 12)
          if (hasPlateau) expect(divisor).toBe(Math.max(1, factor))
          else expect(divisor).toBeLessThanOrEqual(Math.max(1, factor))
          expect(out.subarray(0, fromStep).every((m) => m === 1 / divisor)).toBe(true)
          const N = Math.min(Math.floor(cooldown * steps), steps - fromStep)
          expect(out.subarray(fromStep, steps - N).every((m) => Math.abs(m - factor / divisor) < 5e-13)).toBe(true)
          expect(out.at(-1)).toBeCloseTo((factor * final) / divisor, 12)
          if (report.warnings.length === 0) expect((report.optimalRate * 1) / divisor / report.previousOptimalRate).toBeCloseTo(1, 8)
        }
      )
    )
  })

  it('keep the ramp of a warm-up', () => {
    const rule = { rule: 'warmup', parameters: { length: 20, of: { rule: 'wsd', parameters: { cooldown: 0.2 } } } }
    const { out, old, fromStep } = extend(rule, 200, 400, 'two-stage')
    expect(fromStep).toBe(200 - 36)
    expect([...out.subarray(0, fromStep)]).toEqual([...old.subarray(0, fromStep)])
  })
})

describe('a stretched schedule', () => {
  it('keeps what is past bit for bit, joins it without a jump and ends as it did', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.integer({ min: 2, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, steps, part) => {
          const from = Math.floor(part * (Math.min(n, steps) - 1))
          const { out, old } = extend({ rule: 'cosine' }, n, steps, 'stretch', from)
          expect([...out.subarray(0, from + 1)]).toEqual([...old.subarray(0, from + 1)])
          if (from < steps - 1) expect(out.at(-1)).toBe(old.at(-1))
        }
      )
    )
  })

  it('is the rule itself on the new steps where the curve is straight', () => {
    const { out } = extend({ rule: 'linear' }, 101, 251, 'stretch')
    const whole = multipliersOf({ rule: 'linear' }, 251).multipliers
    for (const [j, m] of out.entries()) expect(m).toBeCloseTo(whole[j]!, 14)
  })
})

describe('a schedule that goes on after its end', () => {
  it.each([
    ['wsd', { cooldown: 0.2 }],
    ['linear', {}],
    ['cosine', { final: 0.1 }]
  ])('of %s rises from its last multiplier to a lower peak, and ends as it did', (rule, parameters) => {
    const { out, old, report } = extend({ rule, parameters }, 1000, 2000, 'rewarm', 1000)
    expect([...out.subarray(0, 1000)]).toEqual([...old])
    const factor = report.factor as number
    // γ* falls as one over the root of the length.
    expect(Math.abs(factor - Math.SQRT1_2)).toBeLessThan(0.02)
    expect(Math.max(...out.subarray(1000))).toBe(factor)
    expect(out[1049]).toBe(factor)
    expect(out[1000]).toBeCloseTo(old.at(-1)! + (factor - old.at(-1)!) / 50, 12)
    expect(out.at(-1)).toBeCloseTo(rule === 'cosine' ? 0.1 : 0, 12)
    expect(report.warnings).toEqual([])
  })

  it('has at least one step of ramp, and goes on from any step', () => {
    expect([...extend({ rule: 'linear' }, 3, 4, 'rewarm', 3).out.subarray(0, 3)]).toEqual([1, 0.5, 0])
    const { out } = extend({ rule: 'linear' }, 101, 201, 'rewarm', 51)
    expect(out[51]).toBeGreaterThan(0.5)
  })
})

it('says that nothing is learned where what is left is 0', () => {
  const { report } = extend({ rule: 'linear' }, 101, 201, 'stretch', 100)
  expect(report.warnings.map(({ code }) => code)).toEqual(['rest-zero'])
  expect(extend({ rule: 'linear' }, 101, 201, 'stretch', 99).report.warnings).toEqual([])
})
