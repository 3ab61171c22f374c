import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CurveTask, type ForecastTask, forecast } from '../../../src/forecasts/forecast.ts'
import { forecaster } from '../../../src/forecasts/forecaster.ts'
import { lossLaws } from '../../../src/forecasts/laws/index.ts'
import { schedulePath, sumTo } from '../../../src/forecasts/rate-path.ts'
import { multipliersOf, resolveCandidate } from '../../../src/schedules/index.ts'

const n = 4000
const peak = 1e-3

/** The rule with all parameters, after a warm-up of 100 steps. */
const ruleOf = (rule: string, parameters: Record<string, unknown> = {}, steps = n) => {
  const candidate = { rule: 'warmup', parameters: { length: 100, of: { rule, parameters } } }
  return { rule: 'warmup', parameters: resolveCandidate(candidate, steps).parameters }
}

/** Losses by a law with known parameters, logged at every 10th step. */
function lossesBy(law: (typeof lossLaws)[number], rule: ReturnType<typeof ruleOf>, until = n, noise: (i: number) => number = () => 0) {
  const { multipliers } = multipliersOf(rule, n)
  const path = schedulePath((step) => multipliers[step]!, n, peak)
  const steps = Float64Array.from({ length: Math.floor(until / 10) }, (_, i) => 10 * i)
  const units = { sum: sumTo(path, n - 1), rate: peak, steps: n }
  const own = Float64Array.from(law.parameters.slice(2), ({ prior }) => prior.median)
  const annealed = law.annealed(path, steps, own, units)
  const losses = steps.map((step, i) => 2 + 0.3 * ((sumTo(path, step) / units.sum) ** -0.5 - 0.4 * annealed[i]!) + noise(i))
  return { steps, losses, path, end: losses.at(-1)! }
}

const task = (more: Partial<ForecastTask>, curves: readonly CurveTask[]): ForecastTask => ({
  curves,
  candidates: [],
  branches: null,
  search: null,
  law: 'auto',
  points: 0,
  ...more
})

const curveOf = (losses: Float64Array, steps: Float64Array, rule = ruleOf('cosine', { final: 0.1 })): CurveTask => ({
  losses: { steps, values: losses },
  logged: null,
  planned: { steps: n, rule, multipliers: null, peakLearningRate: peak },
  pointer: '/curves/0/schedule',
  totalSteps: n,
  place: '/curves/0'
})

const candidate = (rule: string, parameters: Record<string, unknown> = {}) => ({
  name: rule,
  steps: n,
  rule: ruleOf(rule, parameters),
  multipliers: null,
  peakLearningRate: null,
  schedule: null
})

describe.each(lossLaws)('$name', (law) => {
  it('recovers the losses of another schedule from curves that follow it', () => {
    const cosine = lossesBy(law, ruleOf('cosine', { final: 0.1 }))
    const stable = lossesBy(law, ruleOf('wsd', { cooldown: 0.2 }))
    const found = forecaster([cosine, stable], law.name)
    const linear = lossesBy(law, ruleOf('linear'))
    expect(Math.abs(found.at(linear.path, linear.steps.at(-1)!).loss - linear.end)).toBeLessThan(0.01)
    expect(found.identified).toBe(true)
    expect(Math.abs(found.parameters.alpha! - 0.5)).toBeLessThan(0.1)
  })

  it('gives finite losses within finite intervals for any losses and rates', () => {
    const loss = fc.oneof(fc.double(), fc.double({ min: -1, max: 10, noNaN: true }), fc.constant(3))
    const rates = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-30, max: 1e6, noNaN: true })), { minLength: 12, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(loss, { minLength: 12, maxLength: 40 }), rates, (values, used) => {
        const count = Math.min(values.length, used.length)
        const points = { steps: { first: 0, stride: 7 }, values: Float64Array.from(values.slice(0, count)) }
        const logged = { ...points, values: Float64Array.from(used.slice(0, count)) }
        const curve = { losses: points, logged, planned: null, pointer: '/curves/0/learningRates', totalSteps: null, place: '/curves/0' }
        try {
          const { forecasts } = forecast(task({ law: law.name, candidates: [candidate('linear')] }, [curve]))
          for (const { finalLoss, interval } of forecasts)
            expect([finalLoss, interval.low, interval.high].every((x) => !Number.isNaN(x))).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ type: 'invalid-request' })
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe('a forecast', () => {
  const law = lossLaws[1]
  const half = lossesBy(law, ruleOf('cosine', { final: 0.1 }), 0.6 * n)
  const truth = lossesBy(law, ruleOf('cosine', { final: 0.1 })).end

  it('is of the end of a run by its own schedule', () => {
    const { self } = forecast(task({}, [curveOf(half.losses, half.steps)]))
    expect(self).toMatchObject({ steps: n, curve: 0 })
    expect(Math.abs(self!.finalLoss - truth)).toBeLessThan(0.03)
    expect(self!.interval.low).toBeLessThan(truth)
    expect(self!.interval.high).toBeGreaterThan(truth)
  })

  it('of a run that goes on is by the laws that it names: one up to half of it, three once its own course is known', () => {
    const end = (part: number) => {
      const { losses, steps } = lossesBy(law, ruleOf('cosine', { final: 0.1 }), part * n)
      return forecast(task({}, [curveOf(losses, steps)])).self!
    }
    expect(end(0.45).laws).toEqual(['multi-power'])
    expect(end(0.7).laws).toEqual(lossLaws.map(({ name }) => name))
    for (const part of [0.45, 0.55, 0.7]) expect(Math.abs(end(part).finalLoss - truth)).toBeLessThan(0.03)
  })

  it('is hardly moved by spikes, and by losses that are not finite, which it counts', () => {
    const spoilt = half.losses.slice()
    for (let i = 20; i < spoilt.length; i += 17) spoilt[i] = 50
    for (let i = 21; i < spoilt.length; i += 31) spoilt[i] = Number.NaN
    const plain = forecast(task({}, [curveOf(half.losses, half.steps)]))
    const result = forecast(task({}, [curveOf(spoilt, half.steps)]))
    expect(Math.abs(result.self!.finalLoss - plain.self!.finalLoss)).toBeLessThan(0.01)
    expect(result.fit.curves[0]!.nonFinite).toBe(spoilt.filter(Number.isNaN).length)
    expect(result.warnings.map(({ code }) => code)).toContain('non-finite')
  })

  it('says where no decay was seen, and is then wider', () => {
    const constant = lossesBy(law, ruleOf('flat'))
    const stable = lossesBy(law, ruleOf('wsd', { cooldown: 0.3 }))
    const ask = { candidates: [candidate('linear')] }
    const blind = forecast(task(ask, [curveOf(constant.losses, constant.steps, ruleOf('flat'))]))
    const seeing = forecast(task(ask, [curveOf(stable.losses, stable.steps, ruleOf('wsd', { cooldown: 0.3 }))]))
    const width = ({ forecasts }: typeof blind) => forecasts[0]!.interval.high - forecasts[0]!.interval.low
    expect([blind.identified, seeing.identified]).toEqual([false, true])
    expect(blind.warnings.map(({ code }) => code)).toContain('no-decay')
    expect(width(blind)).toBeGreaterThan(1.5 * width(seeing))
  })

  it('of a schedule that leaves what was seen is called an extrapolation', () => {
    const { warnings } = forecast(
      task({ candidates: [{ ...candidate('linear'), peakLearningRate: 2 * peak }] }, [curveOf(half.losses, half.steps)])
    )
    expect(warnings.find(({ code, detail }) => code === 'extrapolation' && detail.startsWith('linear'))?.detail).toMatch(/peak.*falls to 0/)
  })

  it('of a decay to 0 is none where a decay to nearly 0 was logged', () => {
    const deep = ruleOf('cosine', { final: 1e-9 })
    const curve = lossesBy(law, deep)
    const { warnings } = forecast(task({ candidates: [candidate('linear')] }, [curveOf(curve.losses, curve.steps, deep)]))
    expect(warnings.filter(({ code }) => code === 'extrapolation')).toEqual([])
  })

  it('is wider the farther it goes beyond the sums of rates that were seen, and the deeper a decay that was not', () => {
    const cosine = lossesBy(law, ruleOf('cosine', { final: 0.1 }))
    const found = forecaster([lossesBy(law, ruleOf('flat'))])
    const widthAt = (path: typeof cosine.path, step: number, by = found) => {
      const { interval } = by.at(path, step)
      return interval.high - interval.low
    }
    expect(widthAt(cosine.path, n - 1)).toBeGreaterThan(1.5 * widthAt(cosine.path, n / 2))
    const seeing = forecaster([cosine])
    const long = schedulePath(() => 1, 4 * n, peak)
    expect(widthAt(long, 4 * n - 1, seeing)).toBeGreaterThan(1.5 * widthAt(long, n / 2, seeing))
  })

  it('has cooldowns from a step as schedules of the rule branch', () => {
    const branches = { fromStep: 2000, lengths: [0.2, 300], shapes: ['linear', 'one-minus-sqrt'] }
    const { forecasts } = forecast(task({ branches }, [curveOf(half.losses, half.steps)]))
    expect(forecasts.map(({ name, steps }) => [name, steps])).toEqual([
      ['linear over 500', 2500],
      ['one-minus-sqrt over 500', 2500],
      ['linear over 300', 2300],
      ['one-minus-sqrt over 300', 2300]
    ])
    const { multipliers } = multipliersOf(forecasts[0]!.schedule as { rule: string; parameters: Record<string, unknown> }, 2500)
    const whole = multipliersOf(ruleOf('cosine', { final: 0.1 }), n).multipliers
    expect([...multipliers.slice(0, 2001)]).toEqual([...whole.slice(0, 2001)])
    expect(multipliers.at(-1)).toBe(0)
  })

  it('finds the three best shapes at the peak, and ranks by the bound apart from them', () => {
    const { search } = forecast(task({ search: {} }, [curveOf(half.losses, half.steps)]))
    const losses = search!.atPeak.map((one) => one.forecast.loss)
    expect(losses).toHaveLength(3)
    expect(losses).toEqual([...losses].sort((a, b) => a - b))
    expect(search!.atOwnPeak[0]).toMatchObject({ ratio: 1 })
    expect(search).toMatchObject({ steps: n, peakLearningRate: peak })
  })

  it('is refused where there is too little to fit', () => {
    const few = curveOf(Float64Array.of(3, 2, 1), Float64Array.of(200, 300, 400))
    expect(() => forecast(task({}, [few]))).toThrow(/Only 3 losses/)
    const warm = curveOf(half.losses.slice(0, 9), half.steps.slice(0, 9))
    expect(() => forecast(task({}, [warm]))).toThrow(/No loss can/)
  })
})
