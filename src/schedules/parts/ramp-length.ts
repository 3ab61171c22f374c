import { Type } from 'typebox'
import { invalid } from '../../domain/problems.ts'

/** How long a warm-up is: a part of the steps, or a number of them. */
export const rampLength = (value: number) =>
  Type.Number({
    minimum: 0,
    default: value,
    description: 'Length of the warm-up: below 1 a fraction of the steps, from 1 on a whole number of steps.'
  })

/** Steps of the ramp: a length below 1 is a fraction of all steps, one from 1 on is their number. */
export const rampSteps = (length: number, n: number): number => (length < 1 ? Math.floor(length * n + 0.5) : length)

/**
 * Refuses a number of steps that is not whole, or is more than there may be.
 * @throws Problem `invalid-request`
 */
export function checkRampLength(length: number, stepsMax: number, pointer: string): void {
  if (length < 1) return
  if (!Number.isInteger(length)) {
    throw invalid(
      pointer,
      'A length from 1 on is a number of steps, and must be whole.',
      'Send a fraction below 1, or a whole number of steps.'
    )
  }
  if (length > stepsMax) {
    throw invalid(pointer, `The warm-up has ${length} steps, and may have at most ${stepsMax}.`, 'Send a fraction below 1, or fewer steps.')
  }
}
