import { expect, it } from 'vitest'
import { findOptimum } from '../../../evaluation/training/optimum.ts'
import type { Setting } from '../../../evaluation/training/setting.ts'
import { taskOf } from '../../../evaluation/training/task.ts'
import { emptyLog, train } from '../../../evaluation/training/train.ts'
import { tunePeak } from '../../../evaluation/tuning/tune-peak.ts'

const setting: Setting = {
  data: 'iris',
  network: 'regression',
  optimizer: 'sgd',
  steps: 300,
  batch: 16,
  momentum: 0,
  ridge: 1e-2,
  weightDecay: 0,
  correctedDecay: false,
  wrongLabels: 0,
  outsideNoise: null
}
const multipliers = Float64Array.from({ length: 300 }, (_, step) => 1 - step / 299)

it('a training depends on its seed alone', () => {
  const run = { setting, multipliers, peak: 1, seed: 7, noiseUnit: 0 }
  const first = train(taskOf(setting), run)
  expect(train(taskOf(setting), run)).toEqual(first)
  expect(train(taskOf(setting), { ...run, seed: 8 })).not.toEqual(first)
})

it('no training ends below the least loss, and long ones come close to it', () => {
  const task = taskOf(setting)
  const optimum = findOptimum(task, setting)
  const { loss } = train(task, { setting, multipliers, peak: 2, seed: 1, noiseUnit: 0 })
  expect(loss).toBeGreaterThan(optimum.loss)
  expect(loss).toBeLessThan(optimum.loss + 0.01)
})

it('a rate at which training fails gives a loss of Infinity, and a log that stops there', () => {
  const failing: Setting = { ...setting, data: 'digits', network: 'perceptron', ridge: 0 }
  const log = emptyLog(300)
  expect(train(taskOf(failing), { setting: failing, multipliers, peak: 1e200, seed: 1, noiseUnit: 0 }, log).loss).toBe(Infinity)
  expect(log.loss.at(-1)).toBeNaN()
})

it('noise from outside has the size of its profile', () => {
  const noisy: Setting = { ...setting, outsideNoise: 'bump' }
  const log = emptyLog(300)
  train(taskOf(noisy), { setting: noisy, multipliers, peak: 1e-9, seed: 1, noiseUnit: 100 }, log)
  const mean = (from: number, to: number): number => log.l2.slice(from, to).reduce((sum, norm) => sum + norm, 0) / (to - from)
  expect(mean(120, 180) / mean(0, 120)).toBeGreaterThan(7)
  expect(mean(180, 300) / mean(0, 120)).toBeCloseTo(1, 0)
})

it('AdamC lets the decay of normalised weights follow the schedule; AdamW does not', () => {
  const decaying: Setting = { ...setting, data: 'iris', network: 'normalized-perceptron', optimizer: 'adam', ridge: 0, weightDecay: 0.5 }
  const last = (corrected: boolean): number => {
    const log = emptyLog(300)
    train(taskOf(decaying), { setting: { ...decaying, correctedDecay: corrected }, multipliers, peak: 0.03, seed: 1, noiseUnit: 0 }, log)
    return log.weightNorm.at(-1)!
  }
  expect(last(true)).toBeGreaterThan(last(false))
})

it.each([
  ['in a wide search', { start: -2, wide: true }],
  ['from a start nearby', { start: 4, wide: false }]
])('the best peak rate is found between the rates of the grid, %s', (_, search) => {
  const { peak, atEdge } = tunePeak((rate) => Math.exp((Math.log2(rate) - 5.3) ** 2), search)
  expect(Math.log2(peak)).toBeCloseTo(5.3, 9)
  expect(atEdge).toBe(false)
})

it('a best rate at the end of the range is said to be there, and rates that fail are passed over', () => {
  expect(tunePeak((rate) => 1 / rate, { start: 0, wide: false }).atEdge).toBe(true)
  expect(tunePeak((rate) => (rate > 1 ? Infinity : 1 / rate), { start: 0, wide: true }).peak).toBeLessThanOrEqual(1)
})
