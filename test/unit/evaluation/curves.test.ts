import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { curveFile, curveSchedules, curveSets, warmupSteps } from '../../../evaluation/forecasts/curves.ts'
import { readText } from '../../../evaluation/forecasts/training/text.ts'
import { trainCurve } from '../../../evaluation/forecasts/training/train-curve.ts'
import { multipliersOf } from '../../../src/schedules/index.ts'

const rowsOf = (file: string): number[][] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))

test.each(curveSets)('the beginning of the curves of $id comes out again as it was recorded', (set) => {
  const steps = 40
  const rates = Float64Array.from({ length: steps }, (_, j) => (set.peakLearningRate * (j + 1)) / warmupSteps)
  const losses = trainCurve(readText(), { ...set, rates, seed: 1 })
  const recorded = rowsOf(curveFile(set, curveSchedules[0]!))
  for (const block of [0, 1]) {
    const mean = losses.subarray(20 * block, 20 * block + 20).reduce((sum, loss) => sum + loss, 0) / 20
    expect(mean).toBeCloseTo(recorded[block]![2]!, 3)
  }
})

test('every curve is there, with the learning rates of its schedule', () => {
  for (const set of curveSets) {
    for (const schedule of curveSchedules) {
      const { multipliers } = multipliersOf(schedule, schedule.steps)
      const rows = rowsOf(curveFile(set, schedule))
      expect(rows).toHaveLength(schedule.steps / 20)
      for (const [step, rate, loss] of rows) {
        expect(rate).toBeCloseTo(multipliers[step!]! * set.peakLearningRate, 5)
        expect(loss! > 1 && loss! < 5).toBe(true)
      }
    }
  }
})
