import type { HorizonWarning } from '../../domain/warning-codes.ts'
import { extrema } from '../../kernels/extrema.ts'
import type { RuleCandidate } from '../index.ts'
import { longerCooldown } from './longer-cooldown.ts'
import { type StableDecay, stableDecayOf } from './stable-decay.ts'
import { stretchRest } from './stretch-rest.ts'
import { type OptimalRate, twoStage } from './two-stage.ts'

export const horizonMethods = ['cooldown', 'two-stage', 'stretch'] as const
export type HorizonMethod = (typeof horizonMethods)[number]

/** A schedule for another number of steps. */
export interface HorizonRequest {
  readonly method: HorizonMethod
  /** The rule of the old schedule, with all its parameters; its multipliers. */
  readonly candidate: RuleCandidate
  readonly old: Float64Array
  readonly fromStep: number
}

/** What came out. Stays a report as it is. */
export interface HorizonReport {
  /** The new cooldown, a fraction of the steps after the ramp. */
  readonly cooldown?: number
  /** ρ, the height of the second plateau in terms of the first. */
  readonly factor?: number
  /** γ\* of the new schedule as it is answered, for distance 1. */
  readonly optimalRate: number
  /** γ\* of the old one. */
  readonly previousOptimalRate: number
  readonly warnings: readonly { readonly code: HorizonWarning; readonly detail: string }[]
}

/**
 * The methods that a schedule can go on by, and where it begins to unless told: at the first step of its cooldown, or that of the new
 * one where it is to end before; without a cooldown at once.
 */
export function horizonChoices(
  candidate: RuleCandidate,
  n: number,
  steps: number
): { methods: readonly HorizonMethod[]; fromStep: number } {
  const rule = stableDecayOf(candidate, n)
  if (rule === null) return { methods: ['stretch'], fromStep: 0 }
  const fromStep = n - rule.cooldownSteps(n)
  return {
    methods: horizonMethods,
    fromStep: fromStep < Math.min(n, steps) ? fromStep : Math.min(n, steps) - Math.max(1, rule.cooldownSteps(steps))
  }
}

/**
 * The schedule of a run that is to have another number of steps than was planned.
 * @param out shape `[steps]`, receives the multipliers; all are 0 where nothing of the curve falls on a step
 * @param rates γ\* of schedules of the old length and of the new
 * @returns the report, and by how much the multipliers were divided so that none is above 1: the peak learning rate is to be multiplied by it
 */
export function extendHorizon(
  { method, candidate, old, fromStep }: HorizonRequest,
  out: Float64Array,
  rates: { readonly old: OptimalRate; readonly new: OptimalRate }
): { report: HorizonReport; divisor: number } {
  const previousOptimalRate = rates.old(old)
  if (method === 'stretch') {
    stretchRest(old, fromStep, out)
    const optimalRate = extrema(out)[1] > 0 ? rates.new(out) : 0
    return { report: { optimalRate, previousOptimalRate, warnings: [] }, divisor: 1 }
  }
  const rule = stableDecayOf(candidate, old.length) as StableDecay
  return method === 'cooldown'
    ? withCooldown(old, rule, fromStep, out, previousOptimalRate, rates.new)
    : withTwoStages(old, rule, fromStep, out, previousOptimalRate, rates.new)
}

function withCooldown(old: Float64Array, rule: StableDecay, fromStep: number, out: Float64Array, previous: number, rate: OptimalRate) {
  out.set(old.subarray(0, Math.min(rule.L, out.length)))
  const { cooldown, N, isMet } = longerCooldown(out, rule, previous, rate)
  const start = out.length - N
  const warnings: HorizonReport['warnings'][number][] = []
  if (!isMet) {
    const detail = `No cooldown gives the optimal rate of the old schedule; ${cooldown} comes nearest. Lower the peak, or take two-stage.`
    warnings.push({ code: 'not-met', detail })
  }
  if (start < fromStep) {
    const detail = `The cooldown would have begun at step ${start}, before ${fromStep}, where the old one began. two-stage keeps what is past.`
    warnings.push({ code: 'already-past', detail })
  }
  return { report: { cooldown, optimalRate: rate(out), previousOptimalRate: previous, warnings }, divisor: 1 }
}

function withTwoStages(old: Float64Array, rule: StableDecay, fromStep: number, out: Float64Array, previous: number, rate: OptimalRate) {
  out.set(old.subarray(0, fromStep))
  const { factor, isMet } = twoStage(out, fromStep, rule, previous, rate)
  const divisor = Math.max(1, extrema(out)[1])
  if (divisor > 1) for (let j = 0; j < out.length; j++) out[j] = out[j]! / divisor
  const detail = `No factor gives the optimal rate of the old schedule; ${factor} comes nearest.`
  const warnings = isMet ? [] : [{ code: 'not-met' as const, detail }]
  return { report: { factor, optimalRate: rate(out), previousOptimalRate: previous, warnings }, divisor }
}
