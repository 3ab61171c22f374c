import { invalid } from '../domain/problems.ts'
import { findScheduleRule, type RuleCandidate, resolveCandidate } from '../schedules/index.ts'
import { type CooldownShape, cooldownShapes } from '../schedules/parts/cooldown-shapes.ts'
import type { PlannedSchedule } from './curve-rates.ts'
import { knotBefore, type RatePath, rateAt } from './rate-path.ts'

/** Cooldowns from one step of a run. */
export interface BranchRequest {
  /** k, the first step of each branch: the steps before it are done. */
  readonly fromStep: number
  /** Below 1 the part of the whole that a cooldown is; else its steps. */
  readonly lengths: readonly number[]
  /** Rules, or shapes of a cooldown. */
  readonly shapes: readonly string[]
}

/** A branch as a schedule from step 0 on. */
export interface Branch {
  readonly name: string
  readonly steps: number
  readonly schedule: { readonly rule: string; readonly parameters: Readonly<Record<string, unknown>> }
  /** The learning rate at multiplier 1. */
  readonly peakLearningRate: number
}

/** Fewest steps of a cooldown. */
const stepsMin = 2

/**
 * Every shape over every length, each a rule `branch`: the run until step k, then a decay over N = n − k steps.
 * @param planned the schedule of the run, where it is a rule
 * @param ends `known`: the last step at which a branch can begin, as later ones are neither logged nor planned; `end`: the last step of the run
 * @throws Problem `invalid-request`
 */
export function branchesOf(
  { fromStep, lengths, shapes }: BranchRequest,
  path: RatePath,
  planned: (PlannedSchedule & { readonly peakLearningRate: number }) | null,
  { known, end }: { readonly known: number; readonly end: number },
  pointer: string
): Branch[] {
  if (fromStep > known) {
    throw invalid(
      `${pointer}/fromStep`,
      `A branch is to begin at step ${fromStep}, but what is known of the run ends at step ${known}: nothing says its learning rate later.`,
      `Send a step up to ${known}, or the \`schedule\` of the run with its length.`
    )
  }
  if (!(rateAt(path, fromStep) > 0)) {
    throw invalid(
      `${pointer}/fromStep`,
      `The learning rate at step ${fromStep} is 0${fromStep >= end ? `, as it was when the run ended at step ${end}` : ''}: nothing can be cooled down from there.`,
      'Send a step at which the rate is above 0.'
    )
  }
  const before = beforeOf(path, planned, fromStep)
  return lengths.flatMap((length, l) => {
    const steps = fromStep + stepsOf(length, fromStep, `${pointer}/lengths/${l}`)
    return shapes.map((shape, s) => {
      const after = ruleOf(shape, `${pointer}/shapes/${s}`)
      const candidate = { rule: 'branch', parameters: { from: fromStep, before: before.rule, after } }
      const { parameters } = resolveCandidate(candidate, steps, `${pointer}/shapes/${s}`)
      return { name: `${shape} over ${steps - fromStep}`, steps, schedule: { rule: 'branch', parameters }, peakLearningRate: before.peak }
    })
  })
}

/** N of a cooldown that is a part c of the whole: N = c·(k + N). */
function stepsOf(length: number, fromStep: number, pointer: string): number {
  const steps = length < 1 ? Math.round((length * fromStep) / (1 - length)) : length
  if (length >= 1 && !Number.isInteger(length)) throw invalid(pointer, `must be below 1, or a whole number of steps, but is ${length}.`)
  if (steps < stepsMin)
    throw invalid(pointer, `is ${steps === 1 ? 'one step' : `${steps} steps`} long; a cooldown has ${stepsMin} at least.`)
  return steps
}

const isShape = (name: string): name is CooldownShape => (cooldownShapes as readonly string[]).includes(name)

/** A rule by its name; a shape of a cooldown as one over all steps. Where a name is both, as `linear`, the two are the same. */
const ruleOf = (name: string, pointer: string): RuleCandidate => {
  if (name === 'refined' || name === 'branch' || (!isShape(name) && findScheduleRule(name) === undefined)) {
    throw invalid(
      pointer,
      `${name} is no shape of a cooldown.`,
      `Send a rule of GET /v1/schedule-rules, or one of ${cooldownShapes.join(', ')}.`
    )
  }
  return isShape(name) && name !== 'linear' ? { rule: 'wsd', parameters: { cooldown: 1, shape: name } } : { rule: name }
}

/** Most points of `piecewise`. */
const pointsMax = 900

function beforeOf(path: RatePath, planned: Parameters<typeof branchesOf>[2], fromStep: number) {
  if (planned?.rule != null && planned.rule.rule !== 'branch') {
    return { rule: { ...planned.rule, steps: planned.steps }, peak: planned.peakLearningRate }
  }
  const last = knotBefore(path, fromStep)
  const every = Math.ceil((last + 2) / pointsMax)
  const steps = [...path.steps.subarray(0, last + 1)].filter((_, k) => k % every === 0)
  if (steps.at(-1) !== fromStep) steps.push(fromStep)
  const points = steps.map((at) => ({ at, multiplier: Math.min(1, rateAt(path, at) / path.peak) }))
  return { rule: { rule: 'piecewise', parameters: { points, shape: 'linear' }, steps: Math.max(2, fromStep + 1) }, peak: path.peak }
}
