import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ceilOfPart, floorOfPart, partOf, roundOfPart } from '../../../src/domain/parts-of-steps.ts'

/** c·n by the decimal text of c, as whole numbers: digits · n over a power of ten. */
function exactly(c: number, n: number): { above: bigint; below: bigint } {
  const [digits = '0', exponent = '0'] = c.toExponential().split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  return { above: BigInt(whole + decimals) * BigInt(n), below: 10n ** BigInt(decimals.length - Number(exponent)) }
}

test('a fraction of steps is that of its decimal text', () => {
  const cases = [
    [0.29, 100, 29],
    [0.57, 100, 57],
    [0.58, 100, 58],
    [0.29, 3000, 870],
    [0.07, 100, 7],
    [0.3, 11, 3]
  ] as const
  for (const [c, n, steps] of cases) expect([c, n, floorOfPart(c, n)]).toEqual([c, n, steps])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 1e8 }), (part, n) => {
      const c = part / 100_000
      const { above, below } = exactly(c, n)
      expect(floorOfPart(c, n)).toBe(Number(above / below))
      expect(ceilOfPart(c, n)).toBe(Number((above + below - 1n) / below))
      expect(roundOfPart(c, n)).toBe(Number((2n * above + below) / (2n * below)))
    })
  )
})

test('a quotient of steps is as many steps again, where its decimal text falls short', () => {
  expect(floorOfPart(1 / 3, 600)).toBe(200)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e8 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const steps = Math.floor(part * n)
      expect([floorOfPart(steps / n, n), ceilOfPart(steps / n, n), roundOfPart(steps / n, n), partOf(steps / n, n)]).toEqual([
        steps,
        steps,
        steps,
        steps
      ])
    })
  )
})
