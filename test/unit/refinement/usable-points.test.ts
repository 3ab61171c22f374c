import { expect, test } from 'vitest'
import { usablePoints } from '../../../src/refinement/usable-points.ts'

const untrimmed = { start: 0, end: 0 }
const bad = [Number.NaN, 1, 0, 2, Number.POSITIVE_INFINITY, 3, -0, 4, Number.NEGATIVE_INFINITY]
const points = (values: number[]) => ({ steps: { first: 10, stride: 10 }, values: Float64Array.from(values) })

test('preset paper drops what is not finite, and zeros of either sign, and keeps the steps of the rest', () => {
  const { values, steps, counts } = usablePoints(points(bad), { preset: 'paper', trim: untrimmed })
  expect([...values]).toEqual([1, 2, 3, 4])
  expect(steps).toEqual({ first: 20, stride: 20 })
  expect(counts).toEqual({ received: 9, used: 4, nonFinite: 3, zero: 2, trimmed: 0 })
})

test('preset reference keeps zeros, as +0, and counts what is left as consecutive', () => {
  const { values, steps, counts } = usablePoints(points(bad), { preset: 'reference', trim: untrimmed })
  expect([...values]).toEqual([1, 0, 2, 3, 0, 4])
  expect(steps).toEqual({ first: 0, stride: 1 })
  expect(counts).toEqual({ received: 9, used: 6, nonFinite: 3, zero: 0, trimmed: 0 })
})

test('trimming counts usable points only, and moves the first step', () => {
  const { values, steps, counts } = usablePoints(points([Number.NaN, 1, 2, 3, 4, 5]), { preset: 'paper', trim: { start: 1, end: 2 } })
  expect([...values]).toEqual([2, 3])
  expect(steps).toEqual({ first: 30, stride: 10 })
  expect(counts).toEqual({ received: 6, used: 2, nonFinite: 1, zero: 0, trimmed: 3 })
})

test('where a point in the middle is dropped, the steps of the others are spelt out', () => {
  const { steps } = usablePoints(points([1, 2, Number.NaN, 4]), { preset: 'paper', trim: untrimmed })
  expect(steps).toEqual(Float64Array.of(10, 20, 40))
})

test('where nothing is dropped, the values are those received, without a copy', () => {
  const given = points([1, 2, 3])
  expect(usablePoints(given, { preset: 'paper', trim: untrimmed }).values.buffer).toBe(given.values.buffer)
})

test('trimming everything leaves too few norms, and the problem says what became of the points', () => {
  expect(() => usablePoints(points([1, 2, 0]), { preset: 'paper', trim: { start: 5, end: 5 } })).toThrow(
    expect.objectContaining({ type: 'too-few-norms', detail: expect.stringContaining('1 zero, 2 trimmed') })
  )
})
