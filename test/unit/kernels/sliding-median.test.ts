import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slidingMedian } from '../../../src/kernels/sliding-median.ts'
import { normSeries, seededRandom, trainingLikeNorms } from '../../support/norms.ts'
import { plainSlidingMedian } from '../../support/plain-refinement.ts'

const withWidth = (values: Float64Array) => fc.integer({ min: 0, max: values.length - 1 }).map((half) => ({ values, width: 2 * half + 1 }))

test('it equals the median of a sorted window, bit for bit, for norms of every scale and widths from 1 to twice the length', () => {
  fc.assert(
    fc.property(normSeries({ maxLength: 120 }).chain(withWidth), ({ values, width }) => {
      expect([...slidingMedian(values, width)]).toEqual(plainSlidingMedian([...values], width))
    }),
    { numRuns: 1000 }
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
    expect([...slidingMedian(values, width)]).toEqual(plainSlidingMedian([...values], width))
  }
})

test('a median of a long series is within the window: as many values are at most it as at least it', () => {
  const values = trainingLikeNorms(200_000)
  const width = 20_001
  const medians = slidingMedian(values, width)
  const random = seededRandom(3)
  for (let trial = 0; trial < 50; trial++) {
    const centre = 10_000 + Math.floor(random() * 180_000)
    const window = values.subarray(centre - 10_000, centre + 10_001)
    const median = medians[centre] as number
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
