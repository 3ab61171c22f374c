import { describe, expect, it } from 'vitest'
import type { Points } from '../../../src/domain/gradient-norm.ts'
import { auditRates } from '../../../src/schedules/audits/audit.ts'
import { findingKinds } from '../../../src/schedules/audits/findings/index.ts'
import { loggedRates } from '../../../src/schedules/audits/logged-rates.ts'
import { meantBy } from '../../../src/schedules/audits/meant-by.ts'
import { nearestRule } from '../../../src/schedules/audits/nearest-rule.ts'
import { multipliersOf, type RuleCandidate, resolveCandidate } from '../../../src/schedules/index.ts'

const peak = 3e-4
const linear: RuleCandidate = { rule: 'warmup', parameters: { length: 100, of: { rule: 'linear' } } }
const cosine: RuleCandidate = { rule: 'warmup', parameters: { length: 100, of: { rule: 'cosine', parameters: { final: 0.1 } } } }
const wsd: RuleCandidate = { rule: 'warmup', parameters: { length: 50, of: { rule: 'wsd', parameters: { cooldown: 0.2 } } } }

/** A scheduler as PyTorch has it: it counts its own steps, whatever the optimizer does. */
class Scheduler {
  #multiplier: (step: number) => number
  epoch = 0
  constructor(multiplier: (step: number) => number) {
    this.#multiplier = multiplier
  }
  step(): void {
    this.epoch++
  }
  get rate(): number {
    return peak * this.#multiplier(this.epoch)
  }
}

/** Transformers' `get_linear_schedule_with_warmup`: from 0, and to 0 one step after the last. */
const transformersLinear = (warmup: number, steps: number) => (t: number) =>
  t < warmup ? t / Math.max(1, warmup) : Math.max(0, (steps - t) / Math.max(1, steps - warmup))

const own = (candidate: RuleCandidate, steps: number) => {
  const { multipliers } = multipliersOf(candidate, steps)
  return (t: number) => multipliers[Math.min(t, steps - 1)]!
}

/** What a loop logs that trains `steps` optimizer steps, at every `every`-th step, with so many digits. */
function logOf(steps: number, scheduler: Scheduler, after: (step: number) => void, { every = 1, digits = 17 } = {}): Points {
  const [at, values]: [number[], number[]] = [[], []]
  for (let t = 0; t < steps; t++) {
    if (t % every === 0) {
      at.push(t)
      values.push(Number(scheduler.rate.toPrecision(digits)))
    }
    after(t)
  }
  return { steps: Float64Array.from(at), values: Float64Array.from(values) }
}

function audit(points: Points, candidate: RuleCandidate, steps: number, meantPeak: number | null = peak) {
  const { rule, parameters } = resolveCandidate(candidate, steps)
  const rates = loggedRates(points)
  const meant = meantBy({ multipliers: null, rule: { rule: rule.name, parameters }, steps, peakLearningRate: meantPeak }, rates.largest)
  return auditRates(rates, meant)
}
const said = ({ findings }: ReturnType<typeof audit>) => findings.map(({ code, fromStep, toStep }) => [code, fromStep, toStep])

const logs = [
  ['every step', { every: 1 }],
  ['every tenth step, with four digits', { every: 10, digits: 4 }],
  ['every twenty-fifth step, with three digits', { every: 25, digits: 3 }]
] as const

describe.each(logs)('of a log of %s', (_, log) => {
  const last = (steps: number) => Math.floor((steps - 1) / log.every) * log.every

  it('a training that does what was meant follows', () => {
    for (const candidate of [linear, cosine, wsd]) {
      const scheduler = new Scheduler(own(candidate, 1000))
      const { follows, findings } = audit(
        logOf(1000, scheduler, () => scheduler.step(), log),
        candidate,
        1000
      )
      expect([candidate.rule, follows, findings]).toEqual([candidate.rule, true, []])
    }
  })

  it('a scheduler that accelerate has prepared advances by the number of processes', () => {
    for (const processes of [2, 4, 8]) {
      for (const candidate of [linear, cosine, wsd]) {
        const scheduler = new Scheduler(own(candidate, 1000))
        const step = () => {
          // accelerate, scheduler.py: AcceleratedScheduler.step, split_batches=False
          for (let process = 0; process < processes; process++) scheduler.step()
        }
        const found = audit(logOf(1000, scheduler, step, log), candidate, 1000)
        expect(said(found)[0]).toEqual(['strided', 0, last(1000)])
        expect(found.findings[0]!.factor).toBe(processes)
        expect(found.findings[0]!.fix).toMatch(/accelerate steps a prepared scheduler once a process/)
        expect(found.findings.at(-1)!.code).toBe('held')
        expect(found.follows).toBe(false)
      }
    }
  })

  it('a scheduler that is stepped with every micro-batch advances by their number', () => {
    const scheduler = new Scheduler(transformersLinear(100, 1000))
    const found = audit(
      logOf(
        1000,
        scheduler,
        () => {
          for (let batch = 0; batch < 4; batch++) scheduler.step()
        },
        log
      ),
      linear,
      1000
    )
    expect([found.findings[0]!.code, found.findings[0]!.factor]).toEqual(['strided', 4])
  })

  it('a scheduler that is stepped once in four steps advances a quarter', () => {
    const scheduler = new Scheduler(own(linear, 1000))
    const found = audit(
      logOf(
        1000,
        scheduler,
        (t) => {
          if ((t + 1) % 4 === 0) scheduler.step()
        },
        log
      ),
      linear,
      1000
    )
    expect([found.findings[0]!.code, found.findings[0]!.factor]).toEqual(['strided', 0.25])
    expect(found.findings[0]!.fix).toContain('"interval": "step"')
  })

  it('a resumption without the state of the scheduler begins it anew', () => {
    for (const candidate of [linear, cosine, wsd]) {
      let scheduler = new Scheduler(own(candidate, 1000))
      const points = logOf(
        1000,
        {
          get rate() {
            return scheduler.rate
          }
        } as Scheduler,
        (t) => {
          if (t === 499) scheduler = new Scheduler(own(candidate, 1000))
          else scheduler.step()
        },
        log
      )
      const found = audit(points, candidate, 1000)
      expect(said(found)).toEqual([['restarted', 500, last(1000)]])
      expect(Math.abs(found.findings[0]!.offset! + 500)).toBeLessThanOrEqual(1)
      expect(found.findings[0]!.fix).toMatch(/register_for_checkpointing.*resume_from_checkpoint.*ckpt_path.*--no-load-optim/s)
    }
  })

  it('a schedule that goes on after its end stays', () => {
    const scheduler = new Scheduler(own(linear, 1000))
    expect(
      said(
        audit(
          logOf(1400, scheduler, () => scheduler.step(), log),
          linear,
          1000
        )
      )
    ).toEqual([['held', 1000, last(1400)]])
  })

  it('a schedule for another number of steps is its own shape over them', () => {
    for (const [steps, candidate] of [
      [1500, linear],
      [700, cosine],
      [700, wsd]
    ] as const) {
      const scheduler = new Scheduler(own(candidate, steps))
      const [first] = audit(
        logOf(1000, scheduler, () => scheduler.step(), log),
        candidate,
        1000
      ).findings
      expect([first!.code, Math.abs(first!.factor! - steps / 1000) < 0.005]).toEqual(['other-length', true])
    }
  })

  it('another peak is a scale, also where the schedule runs eight times as fast', () => {
    const scheduler = new Scheduler((t) => 8 * own(linear, 1000)(t))
    const scaled = audit(
      logOf(1000, scheduler, () => scheduler.step(), log),
      linear,
      1000
    )
    expect([scaled.findings[0]!.code, scaled.findings[0]!.factor]).toEqual(['scaled', 8])
    const both = new Scheduler((t) => 2 * own(linear, 1000)(t))
    const step = () => {
      for (let process = 0; process < 8; process++) both.step()
    }
    const found = audit(logOf(1000, both, step, log), linear, 1000)
    expect(found.findings.map(({ code, factor }) => [code, factor])).toEqual([
      ['scaled', 2],
      ['strided', 8],
      ['held', undefined]
    ])
  })

  it('a shift is told with its steps', () => {
    for (const offset of [40, -40]) {
      const scheduler = new Scheduler((t) => own(cosine, 1000)(Math.max(0, t + offset)))
      const found = audit(
        logOf(1000, scheduler, () => scheduler.step(), log),
        cosine,
        1000
      )
      expect([found.findings[0]!.code, found.findings[0]!.offset]).toEqual(['shifted', offset])
    }
  })

  it('rates of another kind are not this', () => {
    const scheduler = new Scheduler((t) => 0.5 + 0.4 * Math.sin(t / 50))
    for (const candidate of [linear, cosine, wsd]) {
      const found = audit(
        logOf(1000, scheduler, () => scheduler.step(), log),
        candidate,
        1000
      )
      expect(found.findings.map(({ code }) => code)).toEqual(['not-this'])
    }
  })

  it('a scheduler that nobody steps holds its first rate', () => {
    const scheduler = new Scheduler(() => 1)
    const found = audit(
      logOf(1000, scheduler, () => {}, log),
      linear,
      1000
    )
    expect(said(found)).toEqual([['held', 0, last(1000)]])
    expect(found.findings[0]!.detail).toContain('never stepped')
  })
})

it.each([0, 30])(
  'a schedule of Transformers, whose rise of %d steps begins at 0 and which ends a step after the last, follows ours',
  (warmup) => {
    const scheduler = new Scheduler(transformersLinear(warmup, 300))
    const points = logOf(300, scheduler, () => scheduler.step(), { every: warmup === 0 ? 5 : 1 })
    const meant = warmup === 0 ? { rule: 'linear' } : { rule: 'warmup', parameters: { length: warmup } }
    const { follows, findings } = audit(points, meant, 300)
    expect(follows).toBe(true)
    for (const { fix } of findings) expect(fix).toContain('Nothing has to be mended')
  }
)

it('a peak that nobody has said is that of the log, and no scale is found', () => {
  const scheduler = new Scheduler((t) => 2 * own(linear, 1000)(t))
  const { follows, findings } = audit(
    logOf(1000, scheduler, () => scheduler.step()),
    linear,
    1000,
    null
  )
  expect([follows, findings]).toEqual([true, []])
})

it('a run that is resumed twice, with another number of processes, has its pieces told apart', () => {
  let t = 0
  const value = own(linear, 1000)
  const rates = Float64Array.from({ length: 900 }, () => {
    const rate = peak * value(t < 300 ? t : t < 600 ? t - 300 : t - 600)
    t++
    return rate
  })
  const found = audit({ steps: { first: 0, stride: 1 }, values: rates }, linear, 1000)
  expect(said(found)).toEqual([
    ['restarted', 300, 599],
    ['restarted', 600, 899]
  ])
})

it('rates of 0 alone are held, whether the peak is known or not', () => {
  for (const meantPeak of [peak, null]) {
    const found = audit({ steps: { first: 0, stride: 1 }, values: new Float64Array(100) }, linear, 1000, meantPeak)
    expect([found.follows, said(found)]).toEqual([false, [['held', 0, 99]]])
  }
})

it('rates that are no numbers are left out', () => {
  const scheduler = new Scheduler(own(linear, 1000))
  const points = logOf(1000, scheduler, () => scheduler.step())
  points.values[3] = Number.NaN
  points.values[500] = Number.POSITIVE_INFINITY
  expect(audit(points, linear, 1000)).toEqual({ follows: true, findings: [] })
})

it('every kind of finding has a code and a meaning of its own', () => {
  expect(new Set(findingKinds.map(({ code }) => code)).size).toBe(findingKinds.length)
  expect(findingKinds.map(({ code }) => code).sort()).toEqual(
    ['scaled', 'shifted', 'strided', 'restarted', 'other-length', 'held', 'not-this'].sort()
  )
})

describe('the nearest rule', () => {
  const near = (candidate: RuleCandidate, steps: number, every: number) => {
    const { multipliers } = multipliersOf(candidate, steps)
    const at = Float64Array.from({ length: Math.ceil(steps / every) }, (_, k) => k * every)
    return nearestRule(loggedRates({ steps: at, values: at.map((t) => peak * multipliers[t]!) }))
  }

  it('is the rule itself, to the step, for a log of every step', () => {
    for (const candidate of [linear, cosine, wsd, { rule: 'cosine' }, { rule: 'stepwise' }, { rule: 'inverse-sqrt' }]) {
      const { parameters } = multipliersOf(candidate, 1000)
      const found = near(candidate, 1000, 1)!
      expect([found.rule, found.r2 > 1 - 1e-9, found.peakLearningRate]).toEqual([candidate.rule, true, peak])
      if (candidate.rule === 'warmup') expect(found.parameters.length).toBeCloseTo((parameters.length as number) / 1000, 10)
    }
  })

  it('is near for a log of every tenth step, and for a long one', () => {
    for (const [steps, every] of [
      [1000, 10],
      [200_000, 1]
    ] as const) {
      const found = near({ rule: 'warmup', parameters: { length: 0.1, of: { rule: 'cosine' } } }, steps, every)!
      expect([found.rule, (found.parameters.of as RuleCandidate).rule, found.r2 > 0.999]).toEqual(['warmup', 'cosine', true])
    }
  })

  it('is none where every rate is 0', () => {
    expect(nearestRule(loggedRates({ steps: { first: 0, stride: 1 }, values: new Float64Array(10) }))).toBeNull()
  })
})
