import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestPeak } from '../../../src/schedules/peaks/best-peak.ts'
import { peakOver } from '../../../src/schedules/peaks/other-horizon.ts'
import { fitQuadratic, minimumInterval, studentQuantile } from '../../../src/schedules/peaks/quadratic.ts'

const parabola =
  (best: number, least = 3, curvature = 0.05) =>
  (peak: number) =>
    least + curvature * Math.log(peak / best) ** 2
const runsAt = (peaks: readonly number[], loss: (peak: number) => number) =>
  peaks.map((peak) => ({ peakLearningRate: peak, finalLoss: loss(peak) }))

describe('the best peak', () => {
  it('is the minimum of the parabola in ln γ, wherever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1, noNaN: true }), fc.double({ min: 0.51, max: 1.9, noNaN: true }), (peak, off) => {
        const best = peak * off
        const found = bestPeak(runsAt([peak / 4, peak / 2, peak, peak * 2, peak * 4], parabola(best)))
        expect(found.best!.peakLearningRate / best).toBeCloseTo(1, 8)
        expect(found.best!.finalLoss).toBeCloseTo(3, 9)
        expect([found.atEdge, found.fit!.peaks]).toEqual([null, 5])
      })
    )
  })

  it('has an interval that holds it in about 90 of 100 cases', () => {
    let state = 7
    const uniform = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state + 0.5) / 2 ** 32
    }
    const noise = () => 0.004 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    let [held, known, bracketed] = [0, 0, 0]
    for (let k = 0; k < 500; k++) {
      const runs = runsAt([1e-4, 2e-4, 4e-4, 8e-4, 16e-4, 1e-4, 2e-4, 4e-4, 8e-4, 16e-4], (peak) => parabola(3.7e-4)(peak) + noise())
      const [own, given] = [bestPeak(runs).best!.interval, bestPeak(runs, 0.004).best!.interval]
      bracketed++
      if (own !== null && own.low <= 3.7e-4 && 3.7e-4 <= own.high) held++
      if (given !== null && given.low <= 3.7e-4 && 3.7e-4 <= given.high) known++
    }
    for (const count of [held, known]) expect(Math.abs(count / bracketed - 0.9)).toBeLessThan(0.05)
  })

  it('of three runs has no interval unless the noise is said', () => {
    const runs = runsAt([1e-4, 3e-4, 1e-3], parabola(3.3e-4))
    expect(bestPeak(runs)).toMatchObject({
      best: { interval: null },
      fit: { noise: null },
      detail: expect.stringContaining('add a fourth')
    })
    const { interval } = bestPeak(runs, 0.002).best!
    expect(interval!.low).toBeLessThan(3.3e-4)
    expect(interval!.high).toBeGreaterThan(3.3e-4)
    expect(bestPeak(runs, 10).best!.interval).toBeNull()
  })

  it('at the edge of what was tried is not there, and what to try next is said', () => {
    expect(bestPeak(runsAt([1e-4, 2e-4, 4e-4], parabola(1e-3)))).toMatchObject({
      best: null,
      atEdge: 'high',
      try: [8e-4, 16e-4],
      detail: expect.stringMatching(/^At the edge.*Try 0.0008/)
    })
    expect(bestPeak(runsAt([1e-4, 2e-4, 4e-4], parabola(2e-5)))).toMatchObject({ best: null, atEdge: 'low', try: [5e-5, 2.5e-5] })
    const diverged = [...runsAt([1e-4, 2e-4, 4e-4], parabola(1e-3)), { peakLearningRate: 6.25e-4, finalLoss: Number.NaN }]
    expect(bestPeak(diverged)).toMatchObject({
      best: null,
      atEdge: 'high',
      diverged: 1,
      try: [5e-4],
      detail: expect.stringContaining('0.000625 diverged')
    })
  })

  it('is not made from runs that tell nothing', () => {
    expect(bestPeak([{ peakLearningRate: 1, finalLoss: Number.POSITIVE_INFINITY }])).toMatchObject({ best: null, try: [0.25, 0.0625] })
    expect(bestPeak([{ peakLearningRate: 1, finalLoss: 2 }])).toMatchObject({ best: null, atEdge: null, try: [2, 0.5] })
  })

  it('does not look at peaks far off, where losses are no parabola', () => {
    const runs = [...runsAt([1e-4, 2e-4, 4e-4, 8e-4], parabola(3e-4)), { peakLearningRate: 0.1, finalLoss: 900 }]
    expect(bestPeak(runs).best!.peakLearningRate / 3e-4).toBeCloseTo(1, 8)
  })
})

it('over four times the steps is between a half, by theory, and four to the −0.32, as measured', () => {
  const { low, high } = peakOver(1, 1000, 4000)
  expect([low, high]).toEqual([0.5, 4 ** -0.32])
  expect(peakOver(1, 4000, 1000)).toEqual({ low: 0.25 ** -0.32, high: 2 })
})

it('a parabola through its points has no residual, and quantiles are those of the tables', () => {
  const x = [-1, 0, 0.5, 2]
  const { coefficients, squares } = fitQuadratic(
    x,
    x.map((at) => 1 - 2 * at + 3 * at * at)
  )!
  for (const [k, c] of [1, -2, 3].entries()) expect(coefficients[k]).toBeCloseTo(c, 10)
  expect(squares).toBeLessThan(1e-20)
  expect(fitQuadratic([1, 1, 1], [1, 2, 3])).toBeNull()
  expect(minimumInterval({ coefficients: [0, 0, 1], covariance: { c1: 1, c2: 100, both: 0 }, squares: 0 }, 1)).toBeNull()
  expect(studentQuantile(1)).toBeCloseTo(6.314, 3)
  expect(studentQuantile(12)).toBeCloseTo(1.7823, 2)
  expect(studentQuantile(30)).toBeCloseTo(1.6973, 2)
})
