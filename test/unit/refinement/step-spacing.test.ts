import { expect, test } from 'vitest'
import { loggedExtent, stepSpacing } from '../../../src/refinement/step-spacing.ts'

const values = (count: number) => new Float64Array(count)

test('the spacing is the stride, or the lower median of the step differences', () => {
  expect(stepSpacing({ first: 5, stride: 7 }, 3)).toBe(7)
  expect(stepSpacing(Float64Array.of(0, 1, 3, 6, 10), 5)).toBe(2)
  expect(stepSpacing(Float64Array.of(0, 4, 5), 3)).toBe(1)
  expect(stepSpacing(Float64Array.of(9), 1)).toBe(1)
})

test('differences of any size have a median', () => {
  expect(stepSpacing(Float64Array.of(0, 1, 2 ** 52, 2 ** 53 - 1), 4)).toBe(2 ** 52 - 1)
  expect(stepSpacing(Float64Array.of(0, 100_000, 200_000, 200_001), 4)).toBe(100_000)
})

test('the logged extent is last − first + spacing, and that of bare values their number', () => {
  expect(loggedExtent({ steps: { first: 10, stride: 10 }, values: values(50_050) })).toBe(500_500)
  expect(loggedExtent({ steps: { first: 0, stride: 1 }, values: values(12) })).toBe(12)
  expect(loggedExtent({ steps: Float64Array.of(0, 1, 2, 10), values: values(4) })).toBe(11)
  expect(loggedExtent({ steps: { first: 0, stride: 1 }, values: values(0) })).toBe(0)
})

test('a log of every tenth step that has the last one too ends there', () => {
  const extent = (...steps: number[]) => loggedExtent({ steps: Float64Array.from(steps), values: values(steps.length) })
  expect(extent(0, 10, 20, 30, 34)).toBe(35)
  expect(extent(1, 11, 21, 31, 35)).toBe(35)
  expect(extent(10, 20, 30, 35)).toBe(35)
  expect(extent(9, 19, 29, 34)).toBe(35)
  expect(extent(0, 10, 20, 30)).toBe(40)
  expect(extent(9, 19, 29, 39)).toBe(40)
})
