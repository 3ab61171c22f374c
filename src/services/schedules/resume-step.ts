import { roundOfPart } from '../../domain/parts-of-steps.ts'
import type { Schedule } from '../../domain/schedule.ts'

/** The step whose checkpoint training goes on from: where a branch leaves its schedule, or a schedule was made longer or shorter; null elsewhere. */
export function resumeStep({ rule, parameters, steps }: Pick<Schedule, 'rule' | 'parameters' | 'steps'>): number | null {
  if (rule === 'horizon') return (parameters.fromStep as number) > 0 ? (parameters.fromStep as number) : null
  if (rule !== 'branch') return null
  const from = parameters.from as number
  return Math.max(1, Math.min(steps - 1, from < 1 ? roundOfPart(from, steps) : from))
}
