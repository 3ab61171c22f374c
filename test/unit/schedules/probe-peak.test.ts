import { describe, expect, it } from 'vitest'
import { probePeak } from '../../../src/schedules/peaks/probe-peak.ts'

const steps = Array.from({ length: 600 }, (_, t) => t)
/** d as Prodigy grows it: fast, then to a limit. */
const settling = steps.map((t) => 3e-4 * (1 - Math.exp(-(t + 0.1) / 60)))

describe('d of a short run of Prodigy', () => {
  it('that has settled is the peak, times the largest rate of the probe', () => {
    const found = probePeak(steps, settling, 1)
    expect(found.isSettled).toBe(true)
    expect(found.peakLearningRate).toBeCloseTo(3e-4, 5)
    expect([found.fromStep, found.toStep]).toEqual([400, 599])
    expect(probePeak(steps, settling, 0.5).peakLearningRate).toBeCloseTo(1.5e-4, 5)
  })

  it.for([
    ['that grows on', steps.map((t) => 1e-6 * 1.0002 ** t * (t + 1)), 'has not settled'],
    ['that never moved', steps.map(() => 1e-6), 'where it began'],
    ['of a run of a few steps', settling.slice(0, 100), 'too short'],
    ['that is not there', steps.map(() => Number.NaN), 'no values of d']
  ] as [string, number[], string][])('%s is no peak, and why is said', ([, distances, why]) => {
    const found = probePeak(steps, distances, 1)
    expect([found.isSettled, found.peakLearningRate]).toEqual([false, null])
    expect(found.detail).toContain(why)
  })

  it('may begin where it stays, if it was set there', () => {
    expect(
      probePeak(
        steps,
        steps.map(() => 2e-4),
        1
      ).peakLearningRate
    ).toBe(2e-4)
  })
})
