import { Type } from 'typebox'
import { roundOfPart } from '../../domain/parts-of-steps.ts'
import { invalid } from '../../domain/problems.ts'

/** How long a warm-up is: a part of the steps, or a number of them. */
export const rampLength = (value: number) =>
  Type.Number({
    minimum: 0,
    default: value,
    description: 'Length of the warm-up: below 1 a fraction of the steps, from 1 on a whole number of steps.'
  })

/** Steps of the ramp: a length below 1 is a fraction of all steps, one from 1 on is their number. */
export const rampSteps = (length: number, n: number): number => (length < 1 ? roundOfPart(length, n) : length)

/**
 * Refuses a number of steps that is not whole, or is more than there may be.
 * @throws Problem `invalid-request`
 */
export function checkRampLength(length: number, stepsMax: number, pointer: string, what = 'warm-up'): void {
  if (length >= 1) checkSteps(length, stepsMax, pointer, what)
}

/** How long a part of a schedule is that may be all of it: a fraction up to 1, or a number of steps. One step is the fraction 1/n. */
export const partLength = (value: number, description: string) =>
  Type.Number({
    minimum: 0,
    default: value,
    description: `${description}: up to 1 a fraction of the steps (1 is all of them), above 1 a whole number of steps.`
  })

/**
 * Refuses a number of steps that is not whole, or is more than there are.
 * @throws Problem `invalid-request`
 */
export function checkPartLength(length: number, stepsMax: number, pointer: string, what: string): void {
  if (length > 1) checkSteps(length, stepsMax, pointer, what)
}

function checkSteps(length: number, stepsMax: number, pointer: string, what: string): void {
  if (!Number.isInteger(length)) {
    throw invalid(
      pointer,
      'A length from 1 on is a number of steps, and must be whole.',
      'Send a fraction below 1, or a whole number of steps.'
    )
  }
  if (length > stepsMax) {
    throw invalid(pointer, `The ${what} has ${length} steps, and may have at most ${stepsMax}.`, 'Send a fraction below 1, or fewer steps.')
  }
}
