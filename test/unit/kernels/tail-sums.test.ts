import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyCarry, tailSums } from '../../../src/kernels/tail-sums.ts'
import { seededRandom, trainingLikeNorms, usualNorm } from '../../support/norms.ts'

test('each sum is of the values after it, the last is 0, and the carry is the total', () => {
  const values = Float64Array.of(1, 2, 3, 4)
  const out = new Float64Array(4)
  const carry = emptyCarry()
  tailSums(values, out, carry)
  expect(carry[0]! + carry[1]!).toBe(10)
  expect([...out]).toEqual([9, 7, 4, 0])
  expect([...values]).toEqual([1, 2, 3, 4])
})

test('the result may lie in the memory of the values', () => {
  fc.assert(
    fc.property(fc.array(usualNorm(), { maxLength: 600 }), (list) => {
      const apart = tailSums(Float64Array.from(list), new Float64Array(list.length))
      const values = Float64Array.from(list)
      expect([...tailSums(values, values)]).toEqual([...apart])
    })
  )
})

test('a series taken in parts, the last first, has the sums of the whole', () => {
  const values = trainingLikeNorms(10_000)
  const whole = tailSums(values, new Float64Array(10_000))
  const parts = new Float64Array(10_000)
  const carry = emptyCarry()
  for (const [from, to] of [
    [7000, 10_000],
    [6999, 7000],
    [0, 6999]
  ] as const) {
    tailSums(values.subarray(from, to), parts.subarray(from, to), carry)
  }
  parts.forEach((sum, t) => {
    expect(Math.abs(sum - whole[t]!)).toBeLessThanOrEqual(1e-15 * sum)
  })
})

test('over three million weights that span six orders of magnitude the relative error stays below 2e-15, less than that of a plain sum', () => {
  const n = 3_000_000
  const random = seededRandom(11)
  // Multiples of 2⁻²⁰ up to 1, so that whole numbers add them exactly: a thousand in float64, all in a BigInt.
  const values = Float64Array.from({ length: n }, () => Math.ceil(2 ** (20 * random())) * 2 ** -20)
  const out = new Float64Array(n)
  // A third of each has all its bits set, so that every addition rounds.
  const scaled = values.map((value) => value / 3)
  tailSums(scaled, out)
  let exact = 0n
  let pending = 0
  let plain = 0
  let worst = 0
  let worstPlain = 0
  for (let t = n - 1; t >= 0; t--) {
    if (t % 1000 === 999 && t < n - 1) {
      exact += BigInt(pending * 2 ** 20)
      pending = 0
      const reference = (Number(exact) * 2 ** -20) / 3
      worst = Math.max(worst, Math.abs(out[t]! - reference) / reference)
      worstPlain = Math.max(worstPlain, Math.abs(plain - reference) / reference)
    }
    pending += values[t]!
    plain += scaled[t]!
  }
  expect(worst).toBeLessThan(2e-15)
  expect(worst).toBeLessThan(worstPlain)
})

test('equal weights have sums without any error', () => {
  const out = new Float64Array(100_000)
  tailSums(new Float64Array(100_000).fill(1), out)
  expect(out.every((sum, t) => sum === 99_999 - t)).toBe(true)
})

test('no values have no sums', () => {
  expect(tailSums(new Float64Array(0), new Float64Array(0)).length).toBe(0)
})
