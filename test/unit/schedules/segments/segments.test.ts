import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segments } from '../../../../src/schedules/segments/segments.ts'
import { fewestPieces } from '../../../support/fewest-pieces.ts'

const largestError = (multipliers: Float64Array, knots: { step: number; multiplier: number }[]): number => {
  let largest = 0
  for (let k = 0; k + 1 < knots.length; k++) {
    const [a, b] = [knots[k]!, knots[k + 1]!]
    for (let j = a.step; j <= b.step; j++) {
      const value = a.multiplier + ((b.multiplier - a.multiplier) * (j - a.step)) / (b.step - a.step)
      largest = Math.max(largest, Math.abs(value - multipliers[j]!))
    }
  }
  return largest
}

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const curve = (n: number, f: (p: number) => number) => Float64Array.from({ length: n }, (_, j) => f(j / (n - 1)))
/** Walks of small steps: many ways to go. */
const walk = (maxLength: number) =>
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength }).map((moves) => {
    let at = 0.5
    return Float64Array.from(moves, (move) => (at = Math.min(1, Math.max(0, at + move / 40))))
  })

describe('segments', () => {
  it('begin and end with the schedule, at whole steps, in [0, 1], and stay within the tolerance', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          walk(300),
          fc.array(unit, { minLength: 2, maxLength: 60 }).map((values) => Float64Array.from(values))
        ),
        fc.constantFrom(1e-12, 1e-6, 0.01, 0.03, 0.2, 1),
        (multipliers, tolerance) => {
          const knots = segments(multipliers, tolerance)
          expect(knots[0]?.step).toBe(0)
          expect(knots.at(-1)?.step).toBe(multipliers.length - 1)
          for (const [k, { step, multiplier }] of knots.entries()) {
            expect(Number.isInteger(step) && (k === 0 || step > knots[k - 1]!.step)).toBe(true)
            expect(multiplier >= 0 && multiplier <= 1).toBe(true)
          }
          expect(largestError(multipliers, knots)).toBeLessThanOrEqual(tolerance)
        }
      ),
      { numRuns: 150, examples: [[Float64Array.from([0, 0, 0, 0, 0.01333333332, 0.056666666610000006]), 0.01]] }
    )
  })

  it('are as few as a search through all sets of knots finds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          walk(14),
          fc.array(unit, { minLength: 2, maxLength: 12 }).map((values) => Float64Array.from(values))
        ),
        fc.constantFrom(0.01, 0.026, 0.05, 0.1, 0.2),
        (multipliers, tolerance) => {
          expect(segments(multipliers, tolerance).length - 1).toBe(fewestPieces(multipliers, tolerance * (1 - 1e-9)))
        }
      ),
      { numRuns: 250 }
    )
  })

  it('of a curve with long pieces are as few as a search through all sets of knots finds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.constantFrom(0.01, 0.02, 0.05),
        fc.integer({ min: 40, max: 50 }),
        (power, tolerance, n) => {
          const multipliers = curve(n, (p) => (p < 0.2 ? p / 0.2 : (1 - (p - 0.2) / 0.8) ** power))
          expect(segments(multipliers, tolerance).length - 1).toBe(fewestPieces(multipliers, tolerance * (1 - 1e-9)))
        }
      ),
      { numRuns: 6 }
    )
  })

  it('of a piecewise linear schedule are its own pieces', () => {
    const multipliers = curve(1001, (p) => Math.min(1, p / 0.1, (1 - p) / 0.5))
    const knots = segments(multipliers, 1e-9)
    expect(knots.map(({ step }) => step)).toEqual([0, 100, 500, 1000])
    for (const [k, multiplier] of [0, 1, 1, 0].entries()) expect(knots[k]?.multiplier).toBeCloseTo(multiplier, 8)
  })

  it('of one step or two are those', () => {
    expect(segments(Float64Array.of(1), 0.01)).toEqual([{ step: 0, multiplier: 1 }])
    expect(segments(Float64Array.of(1, 0), 0.01)).toEqual([
      { step: 0, multiplier: 1 },
      { step: 1, multiplier: 0 }
    ])
  })

  it('are refused where they would be more than the caller takes', () => {
    const zigzag = Float64Array.from({ length: 5001 }, (_, j) => j % 2)
    expect(segments(zigzag, 0.01, 5000)).toHaveLength(5001)
    expect(() => segments(zigzag, 0.01, 4999)).toThrow(/invalid-request.*4999/)
  })
})
