import { didYouMean } from '../../domain/closest-name.ts'
import { invalid, type Problem } from '../../domain/problems.ts'
import { resolveParameters } from '../../parameters/resolve-parameters.ts'
import type { ScheduleRule } from './schedule-rule.ts'

/** A rule by its name, with the parameters that differ from their defaults. */
export interface RuleCandidate {
  readonly rule: string
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
}

/** A rule with all its parameters: names in the order of the schema, defaults filled in. */
export interface ResolvedRule {
  readonly rule: ScheduleRule
  readonly parameters: Record<string, unknown>
}

/** What belongs to the schedule, and is often looked for among the parameters of its rule. */
const elsewhere = {
  steps: 'Leave it out, and set the length of the schedule by `steps`.',
  peakLearningRate: 'Leave it out, and set the learning rate at multiplier 1 by `peakLearningRate`.'
}

/**
 * @param rules those that there are
 * @param pointer where the candidate stands in the request, `""` where it is the whole
 * @throws Problem `invalid-request`, which names a rule that is unknown, or every parameter that is unknown or out of its range
 */
export function resolveRule(rules: readonly ScheduleRule[], candidate: RuleCandidate, steps: number, pointer: string): ResolvedRule {
  const rule = rules.find(({ name }) => name === candidate.rule)
  if (rule === undefined) throw unknownRule(rules, candidate.rule, `${pointer}/rule`)
  const at = `${pointer}/parameters`
  const parameters = resolveParameters(rule.parameters, candidate.parameters ?? {}, at, { of: rule.name, noun: 'parameter', elsewhere })
  return { rule, parameters: (rule.complete?.(parameters, steps, at) ?? parameters) as Record<string, unknown> }
}

function unknownRule(rules: readonly ScheduleRule[], name: unknown, pointer: string): Problem {
  if (name === 'refined') {
    return invalid(
      pointer,
      'refined is no formula: such a schedule is made from gradient norms.',
      'POST norms to /v1/refinements, or make a schedule of a run with POST /v1/runs/{runId}/schedules.'
    )
  }
  const names = rules.map((rule) => rule.name)
  const fix = typeof name === 'string' ? didYouMean(name, names) : undefined
  return invalid(pointer, 'There is no rule of this name.', fix ?? `Use one of ${names.join(', ')}.`)
}
