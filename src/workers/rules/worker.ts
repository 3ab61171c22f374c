import { resolveCandidate } from '../../schedules/index.ts'
import type { RuleTask } from './task.ts'

/** Computes one schedule. A worker thread of the rule pool runs this. */
export default function runTask({ candidate, multipliers }: RuleTask): object {
  const { rule, parameters } = resolveCandidate(candidate, multipliers.length)
  rule.fill(multipliers, parameters)
  return {}
}
