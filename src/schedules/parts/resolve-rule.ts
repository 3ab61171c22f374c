import type { TSchema } from 'typebox'
import { closestName } from '../../domain/closest-name.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { ScheduleRule } from './schedule-rule.ts'
import { knownNames, wrongParameters } from './wrong-parameters.ts'

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

/**
 * @param rules those that there are
 * @param pointer where the candidate stands in the request, `""` where it is the whole
 * @throws Problem `invalid-request`, which names a rule that is unknown, or every parameter that is unknown or out of its range
 */
export function resolveRule(rules: readonly ScheduleRule[], candidate: RuleCandidate, steps: number, pointer: string): ResolvedRule {
  const rule = rules.find(({ name }) => name === candidate.rule)
  if (rule === undefined) throw unknownRule(rules, candidate.rule, `${pointer}/rule`)
  const at = `${pointer}/parameters`
  const given = candidate.parameters ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw invalid(at, `The parameters of ${rule.name} must be an object.`, knownNames(Object.keys(rule.parameters.properties)))
  }
  const errors = wrongParameters(rule.parameters, given)
  if (errors.length > 0) {
    throw new Problem('invalid-request', `The parameters of ${rule.name} are not as its schema says.`, {
      errors: errors.map((error) => ({ ...error, pointer: at + error.pointer }))
    })
  }
  const parameters = Object.fromEntries(
    Object.entries(rule.parameters.properties as Record<string, TSchema & { default: unknown }>).map(([name, schema]) => [
      name,
      plain(given[name] ?? schema.default)
    ])
  )
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
  const closest = typeof name === 'string' ? closestName(name, names) : undefined
  return invalid(
    pointer,
    'There is no rule of this name.',
    closest === undefined ? `Use one of ${names.join(', ')}.` : `Did you mean ${JSON.stringify(closest)}?`
  )
}

/** A copy that shares nothing with the request or the schema, its −0 as 0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
