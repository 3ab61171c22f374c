import { invalid } from '../domain/problems.ts'
import { stepsLimit } from '../domain/schedule.ts'
import { stepAtPosition, stepsOfLength } from '../domain/step-units.ts'
import type { UnitQuery } from './schemas/step-units.ts'

/**
 * The length of a schedule in the unit of the query, as optimizer steps.
 * @param pointer where it stands in the request
 * @throws Problem `invalid-request`
 */
export function lengthInSteps(pointer: string, length: number, { unit = 'steps', ...size }: UnitQuery): number {
  requireWhole(pointer, length, unit)
  const steps = stepsOfLength(length, unit, size)
  if (steps >= 1 && steps <= stepsLimit) return steps
  throw invalid(pointer, `is ${steps} optimizer steps.`, `Send 1 to ${stepsLimit}.`)
}

/** A position in the unit of the query, as the optimizer step that is under way there. @throws Problem `invalid-request` */
export function positionInSteps(pointer: string, position: number, { unit = 'steps', ...size }: UnitQuery): number {
  requireWhole(pointer, position, unit)
  return stepAtPosition(position, unit, size)
}

function requireWhole(pointer: string, value: number, unit: string): void {
  if (unit !== 'steps' || Number.isInteger(value)) return
  throw invalid(pointer, 'must be a whole number of optimizer steps.', 'Round it, or name its unit in `unit`.')
}
