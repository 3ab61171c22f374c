import { type HorizonMethod, horizonMethods } from '../../domain/schedule.ts'
import type { HorizonWarning } from '../../domain/warning-codes.ts'
import { extrema } from '../../kernels/extrema.ts'
import type { RuleCandidate } from '../index.ts'
import { longerCooldown } from './longer-cooldown.ts'
import { rewarm } from './rewarm.ts'
import { type StableDecay, stableDecayOf } from './stable-decay.ts'
import { stretchRest } from './stretch-rest.ts'
import { type OptimalRate, twoStage } from './two-stage.ts'

/** A request to continue a schedule to another number of steps. */
export interface HorizonRequest {
  readonly method: HorizonMethod
  /** The rule of the old schedule, with all its parameters; its multipliers. */
  readonly candidate: RuleCandidate
  readonly old: Float64Array
  readonly fromStep: number
}

/** What the method chose. Stored as the schedule's report. */
export interface HorizonReport {
  /** The new cooldown, a fraction of the steps after the ramp. */
  readonly cooldown?: number
  /** ρ, the height of the second plateau or peak divided by the first. */
  readonly factor?: number
  /** What the multipliers were divided by, so that none is above 1; the peak learning rate is multiplied by it. */
  readonly peakFactor?: number
  /** γ\* of the new schedule, for distance 1. */
  readonly optimalRate: number
  /** γ\* of the old schedule. */
  readonly previousOptimalRate: number
  readonly warnings: readonly { readonly code: HorizonWarning; readonly detail: string }[]
}

/**
 * The methods that can continue a schedule, and the default first step that changes: the first step of its cooldown. If the new schedule
 * ends before that, it is the first step of the new cooldown. Without a cooldown it is step 0. `rewarm` goes on from the end.
 */
export function horizonChoices(
  candidate: RuleCandidate,
  n: number,
  steps: number
): { methods: readonly HorizonMethod[]; fromStep: number } {
  const rule = stableDecayOf(candidate, n)
  if (rule === null) return { methods: ['stretch', 'rewarm'], fromStep: 0 }
  const fromStep = n - rule.cooldownSteps(n)
  return {
    methods: horizonMethods,
    fromStep: fromStep < Math.min(n, steps) ? fromStep : Math.min(n, steps) - Math.max(1, rule.cooldownSteps(steps))
  }
}

/**
 * Continues a schedule to another number of steps than was planned.
 * @param out   shape `[steps]`, receives the multipliers; all 0 if no part of the curve falls on a step
 * @param rates γ\* of schedules of the old and of the new length
 * @returns the report, and the divisor of the multipliers that keeps them at most 1; multiply the peak learning rate by it
 */
export function extendHorizon(
  { method, candidate, old, fromStep }: HorizonRequest,
  out: Float64Array,
  rates: { readonly old: OptimalRate; readonly new: OptimalRate }
): { report: HorizonReport; divisor: number } {
  const previousOptimalRate = rates.old(old)
  const rule = stableDecayOf(candidate, old.length)
  const made = byMethod()
  return { ...made, report: { ...made.report, warnings: [...made.report.warnings, ...restOfZeros(out, fromStep)] } }

  function byMethod(): Extended {
    if (method === 'stretch' || method === 'rewarm') {
      if (method === 'stretch') stretchRest(old, fromStep, out)
      const found = method === 'rewarm' ? rewarm(old, fromStep, rule, out, previousOptimalRate, rates.new) : {}
      const optimalRate = extrema(out)[1] > 0 ? rates.new(out) : 0
      return { report: { ...found, optimalRate, previousOptimalRate, warnings: [] }, divisor: 1 }
    }
    return method === 'cooldown'
      ? withCooldown(old, rule!, fromStep, out, previousOptimalRate, rates.new)
      : withTwoStages(old, rule!, fromStep, out, previousOptimalRate, rates.new)
  }
}

/** A schedule that was continued, before it is judged as a whole. */
interface Extended {
  readonly report: HorizonReport
  readonly divisor: number
}

/** A warning where nothing is learned after the past steps. */
function restOfZeros(out: Float64Array, fromStep: number): HorizonReport['warnings'] {
  if (fromStep === 0 || extrema(out.subarray(fromStep))[1] > 0) return []
  const detail =
    `Every multiplier from step ${fromStep} on is 0: training does not move there. Use method rewarm, which rises again, ` +
    'or send an earlier fromStep.'
  return [{ code: 'rest-zero', detail }]
}

function withCooldown(
  old: Float64Array,
  rule: StableDecay,
  fromStep: number,
  out: Float64Array,
  previous: number,
  rate: OptimalRate
): Extended {
  out.set(old.subarray(0, Math.min(rule.L, out.length)))
  const { cooldown, N, isMet } = longerCooldown(out, rule, previous, rate)
  const start = out.length - N
  const warnings: HorizonReport['warnings'][number][] = []
  if (!isMet) {
    const detail = `No cooldown reaches the optimal rate of the old schedule; ${cooldown} comes nearest. Lower the peak, or use two-stage.`
    warnings.push({ code: 'not-met', detail })
  }
  if (start < fromStep) {
    const detail = `The new cooldown starts at step ${start}, before step ${fromStep}, where the old one started. two-stage keeps the past steps.`
    warnings.push({ code: 'already-past', detail })
  }
  return { report: { cooldown, optimalRate: rate(out), previousOptimalRate: previous, warnings }, divisor: 1 }
}

function withTwoStages(
  old: Float64Array,
  rule: StableDecay,
  fromStep: number,
  out: Float64Array,
  previous: number,
  rate: OptimalRate
): Extended {
  out.set(old.subarray(0, fromStep))
  const { factor, isMet } = twoStage(out, fromStep, rule, previous, rate)
  const divisor = Math.max(1, extrema(out)[1])
  if (divisor > 1) for (let j = 0; j < out.length; j++) out[j] = out[j]! / divisor
  const detail = `No factor reaches the optimal rate of the old schedule; ${factor} comes nearest.`
  const warnings = isMet ? [] : [{ code: 'not-met' as const, detail }]
  const peakFactor = divisor > 1 ? { peakFactor: divisor } : {}
  return { report: { factor, ...peakFactor, optimalRate: rate(out), previousOptimalRate: previous, warnings }, divisor }
}
