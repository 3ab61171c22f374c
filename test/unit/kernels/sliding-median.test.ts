import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledFile, compileMedian } from '../../../scripts/compile-median.ts'
import { compiledMedian } from '../../../src/kernels/median/compiled-median.ts'
import { plainMedian } from '../../../src/kernels/median/plain-median.ts'
import { slidingMedian } from '../../../src/kernels/sliding-median.ts'
import { normSeries, seededRandom, trainingLikeNorms } from '../../support/norms.ts'
import { sameBits } from '../../support/numbers.ts'
import { plainSlidingMedian } from '../../support/plain-refinement.ts'

const withWidth = (values: Float64Array) => fc.integer({ min: 0, max: values.length - 1 }).map((half) => ({ values, width: 2 * half + 1 }))

test('it equals the median of a sorted window, bit for bit, for norms of every scale and widths from 1 to twice the length', () => {
  fc.assert(
    fc.property(normSeries({ maxLength: 120 }).chain(withWidth), ({ values, width }) => {
      expect(sameBits(slidingMedian(values, width), plainSlidingMedian(values, width))).toBe(true)
    }),
    { numRuns: 400 }
  )
})

const n = 500
const shapes: Record<string, (i: number) => number> = {
  constant: () => 3.5,
  rising: (i) => i + 1,
  falling: (i) => n - i,
  sawtooth: (i) => (i % 17) + 1,
  'one huge spike': (i) => (i === 170 ? 1.7e308 : 1 + (i % 5)),
  'zeros between': (i) => (i % 2 === 0 ? 0 : 1),
  'rounded to float32': (i) => Math.fround(1 + Math.sin(i) / 2)
}
test.each(Object.entries(shapes))('it is exact for a series that is %s, whatever the width', (_, value) => {
  const values = Float64Array.from({ length: n }, (_, i) => value(i))
  for (const width of [1, 3, 51, 251, 499, 501, 999]) {
    expect(sameBits(slidingMedian(values, width), plainSlidingMedian(values, width))).toBe(true)
  }
})

test('plain and compiled loops give the same bits, where a series is one piece and where it is many', () => {
  const values = trainingLikeNorms(30_000)
  // The norms of a training that went wrong in the middle.
  values.fill(1e300, 14_000, 14_100)
  for (const width of [3, 101, 1001, 2999, 20_001, 59_999]) {
    const compiled = new Float64Array(values.length)
    expect(compiledMedian(values, width, compiled)).toBe(true)
    expect(sameBits(compiled, plainMedian(values, width, new Float64Array(values.length)))).toBe(true)
  }
})

test('plain loops alone are exact too, for norms of every scale', () => {
  fc.assert(
    fc.property(
      normSeries({ minLength: 2, maxLength: 120 }).chain((values) =>
        fc.integer({ min: 1, max: values.length - 1 }).map((half) => ({ values, width: 2 * half + 1 }))
      ),
      ({ values, width }) => {
        expect(sameBits(plainMedian(values, width, new Float64Array(values.length)), plainSlidingMedian(values, width))).toBe(true)
      }
    ),
    { numRuns: 150 }
  )
})

test('long runs of nearly equal norms in falling order are left to the plain loops, and exact', () => {
  const n = 20_000
  const values = Float64Array.from({ length: n }, (_, i) => 1 + (n - i) * 2 ** -52)
  values[0] = 1e300
  expect(compiledMedian(values, 2001, new Float64Array(n))).toBe(false)
  const medians = slidingMedian(values, 2001)
  expect(medians[10_000]).toBe(values[10_000])
  expect(medians[n - 1]).toBe(values[n - 501])
})

test('the compiled loops are what their text says', () => {
  expect(readFileSync(compiledFile, 'utf8')).toBe(compileMedian())
})

test('a median of a long series is within the window: as many values are at most it as at least it', () => {
  const values = trainingLikeNorms(200_000)
  const width = 20_001
  const medians = slidingMedian(values, width)
  const random = seededRandom(3)
  for (let trial = 0; trial < 20; trial++) {
    const centre = 10_000 + Math.floor(random() * 180_000)
    const window = values.subarray(centre - 10_000, centre + 10_001)
    const median = medians[centre]!
    expect(window.filter((value) => value <= median).length).toBeGreaterThanOrEqual(10_001)
    expect(window.filter((value) => value >= median).length).toBeGreaterThanOrEqual(10_001)
  }
})

test('the values are not changed, and the result lies in the memory that was given', () => {
  const values = Float64Array.of(5, 1, 4)
  const out = new Float64Array(3)
  expect(slidingMedian(values, 3, out)).toBe(out)
  expect([...values]).toEqual([5, 1, 4])
})

test('an even width, and one that the series cannot mirror, are refused', () => {
  expect(() => slidingMedian(Float64Array.of(1, 2, 3), 2)).toThrow(RangeError)
  expect(() => slidingMedian(Float64Array.of(1, 2, 3), 7)).toThrow(RangeError)
})
