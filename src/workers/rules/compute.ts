import { resolveCandidate } from '../../schedules/index.ts'
import { answering } from '../threads/answering.ts'
import type { RuleTask } from './task.ts'

export default answering(fill, ({ multipliers }) => multipliers.byteLength)

/** Computes the multipliers of one schedule into the memory of the task. */
function fill({ candidate, multipliers }: RuleTask): object {
  const { rule, parameters } = resolveCandidate(candidate, multipliers.length)
  rule.fill(multipliers, parameters)
  return {}
}
