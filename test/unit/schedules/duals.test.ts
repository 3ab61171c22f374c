import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchRamp, largestFactor } from '../../../src/schedules/duals/batch-ramp.ts'
import { mergeWeights } from '../../../src/schedules/duals/merge-weights.ts'
import { multipliersOf } from '../../../src/schedules/index.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const cosine = (steps: number, length = 0) =>
  multipliersOf({ rule: 'warmup', parameters: { length, of: { rule: 'cosine' } } }, steps).multipliers

describe('a batch ramp', () => {
  test('halves nothing: where the schedule halves, the rate falls by √2 and the batch doubles', () => {
    const halving = Float64Array.from({ length: 64 }, (_, j) => 2 ** -Math.floor(j / 16))
    const { stages, multipliers } = batchRamp(halving, 64)
    expect(stages).toEqual([
      { step: 0, scheduleStep: 0, factor: 1 },
      { step: 16, scheduleStep: 16, factor: 2 },
      { step: 24, scheduleStep: 32, factor: 4 },
      { step: 28, scheduleStep: 48, factor: 8 }
    ])
    for (const { step, factor } of stages) expect(multipliers[step]).toBeCloseTo(1 / Math.sqrt(factor), 14)
    expect(multipliers).toHaveLength(30)
  })

  test('takes about 2/π of the steps of a quarter of a cosine, as the paper finds', () => {
    const quarter = Float64Array.from({ length: 20_000 }, (_, j) => Math.cos((Math.PI * j) / 40_000))
    const { multipliers } = batchRamp(quarter, 2 ** 20)
    // Batches are powers of two below what a ramp without thresholds would have, so that it saves a little less.
    expect(multipliers.length / 20_000).toBeGreaterThan(2 / Math.PI)
    expect(multipliers.length / 20_000).toBeLessThan(0.82)
  })

  test('sees every sample of the schedule once, with batches that never pass the maximum or m_ref/m', () => {
    fc.assert(
      fc.property(fc.array(number(0, 1), { minLength: 1, maxLength: 200 }), number(1, 300), (values, most) => {
        const multipliers = Float64Array.from(values)
        const { stages, multipliers: ramp } = batchRamp(multipliers, most)
        const largest = Math.max(...values)
        const peak = values.indexOf(largest)
        let samples = 0
        for (const [i, { step, scheduleStep, factor }] of stages.entries()) {
          expect(scheduleStep).toBe(samples)
          expect(Number.isInteger(Math.log2(factor)) && factor <= most).toBe(true)
          if (scheduleStep <= peak) expect(factor).toBe(1)
          const count = (stages[i + 1]?.step ?? ramp.length) - step
          for (let k = 0; k < count; k++) {
            const at = samples + k * factor
            if (at > peak && factor > 1) expect(factor * multipliers[at]!).toBeLessThanOrEqual(largest * (1 + 1e-12))
            if (factor === 1) expect(ramp[step + k]).toBe(multipliers[at])
          }
          samples += count * factor
        }
        expect(samples).toBe(values.length)
      })
    )
  })

  test('is the schedule itself where the batch may not grow, and in the warm-up', () => {
    const multipliers = cosine(1000, 100)
    expect(batchRamp(multipliers, 1).multipliers).toEqual(multipliers)
    expect(batchRamp(multipliers, 1.9).stages).toHaveLength(1)
    expect(batchRamp(multipliers, 8).multipliers.subarray(0, 100)).toEqual(multipliers.subarray(0, 100))
  })

  test('is refused where the batch size would go up and down all the time, or the largest is below the first', () => {
    const jitter = Float64Array.from({ length: 10_000 }, (_, j) => (j === 0 ? 1 : j % 4 < 2 ? 0.6 : 0.4))
    expect(() => batchRamp(jitter, 8)).toThrow(/more than 1000 times/)
    expect(() => largestFactor(512, 256)).toThrow(/below the batch size, 512/)
    expect(largestFactor(512, 2048)).toBe(4)
  })
})

/** θ after every step of plain SGD at given rates, where the gradients are the same whatever θ is. */
function iterates(gradients: readonly number[], rate: (step: number) => number): number[] {
  const points = [1]
  for (const [step, gradient] of gradients.entries()) points.push(points[step]! - rate(step) * gradient)
  return points
}

describe('weights of a merge', () => {
  const descending = fc.array(number(0, 1), { minLength: 2, maxLength: 40 }).map((values) => [...values].sort((a, b) => b - a))

  test('give the end of the decayed run exactly, where gradients do not depend on the weights', () => {
    fc.assert(
      fc.property(
        descending,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20 }),
        fc.infiniteStream(number(-1, 1)),
        (levels, width, plateau, stream) => {
          // A plateau, then a schedule that is level between checkpoints that many steps apart.
          const decay = levels.flatMap((level) => new Array<number>(width).fill(level))
          const multipliers = Float64Array.from([...new Array<number>(plateau).fill(1), ...decay])
          const checkpoints = Array.from({ length: levels.length + 1 }, (_, k) => plateau + k * width)
          const gradients = [...stream.take(multipliers.length)]
          const held = iterates(gradients, () => 0.1)
          const decayed = iterates(gradients, (step) => 0.1 * multipliers[step]!)
          const merged = mergeWeights(multipliers, checkpoints).reduce((sum, { step, weight }) => sum + weight * held[step]!, 0)
          expect(merged).toBeCloseTo(decayed.at(-1)!, 12)
        }
      )
    )
  })

  test('imitate a decay from any rate that the schedule had reached, by holding that rate', () => {
    const multipliers = cosine(200)
    const checkpoints = Array.from({ length: 101 }, (_, k) => 100 + k)
    const gradients = Array.from({ length: 200 }, (_, j) => Math.sin(j * j))
    const held = iterates(gradients, (step) => 0.1 * multipliers[Math.min(step, 99)]!)
    const decayed = iterates(gradients, (step) => 0.1 * multipliers[step]!)
    const merged = mergeWeights(multipliers, checkpoints).reduce((sum, { step, weight }) => sum + weight * held[step]!, 0)
    expect(merged).toBeCloseTo(decayed.at(-1)!, 12)
  })

  test('are none below 0 and sum to 1; those of a line are equal', () => {
    fc.assert(
      fc.property(descending, fc.nat(4), (levels, skip) => {
        const multipliers = Float64Array.from([1, ...levels])
        const checkpoints = Array.from({ length: levels.length + 1 }, (_, k) => k + 1).filter((_, k) => k % (skip + 1) === 0)
        fc.pre(checkpoints.length > 1)
        const weights = mergeWeights(multipliers, checkpoints).map(({ weight }) => weight)
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      })
    )
    const line = multipliersOf({ rule: 'wsd', parameters: { cooldown: 100 } }, 1000).multipliers
    const [first, ...rest] = mergeWeights(line, [900, 920, 940, 960, 980, 1000]).map(({ weight }) => weight)
    expect(first).toBeCloseTo(0.105, 12)
    expect(rest.slice(0, 4).every((weight) => Math.abs(weight - 0.2) < 1e-12)).toBe(true)
  })

  test.each<[string, Float64Array, number[], RegExp]>([
    ['a schedule that rises', Float64Array.of(1, 0.5, 0.7, 0), [1, 2, 3, 4], /checkpoint 2 would have the weight -0\.2/],
    ['a warm-up', cosine(100, 50), [10, 40, 100], /negative weights/],
    ['a rate of 0', Float64Array.of(1, 0, 0), [2, 3], /rate is 0/],
    ['one checkpoint', Float64Array.of(1, 0), [1], /at least two/],
    ['steps that do not ascend', Float64Array.of(1, 0, 0), [2, 2], /ascend/],
    ['a step past the end', Float64Array.of(1, 0), [1, 3], /2 steps/]
  ])('are refused for %s', (_, multipliers, checkpoints, message) => {
    expect(() => mergeWeights(multipliers, checkpoints)).toThrow(message)
  })
})
