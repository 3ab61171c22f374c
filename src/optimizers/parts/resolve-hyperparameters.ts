import type { Static, TObject } from 'typebox'
import { Problem } from '../../domain/problems.ts'
import { resolveParameters } from '../../parameters/resolve-parameters.ts'
import type { Optimizer } from './optimizer.ts'

/** What belongs to a step or a request, and is often looked for among the hyperparameters. */
const elsewhere = {
  learningRate: 'Leave it out. The learning rate is an argument of the step: send `learningRate` beside `gradients`.',
  precision: 'Leave it out. Send `precision` beside `hyperparameters`.'
}

/** Those of requests that give none: most do, and step after step. */
const defaults = new WeakMap<object, unknown>()

/**
 * The hyperparameters of an optimizer: those given, defaults for the rest, and whether they go together.
 * @param given   names and values as on the wire; see `resolveParameters`
 * @param pointer where they stand in the request
 * @throws Problem `invalid-request`, which names every one that is unknown, missing or out of its range
 */
export function resolveHyperparameters<H extends TObject>(
  optimizer: Pick<Optimizer<H>, 'name' | 'hyperparameters' | 'check'>,
  given: Readonly<Record<string, unknown>> = {},
  pointer = '/hyperparameters'
): Static<H> {
  const { name, hyperparameters } = optimizer
  const isDefault = isEmptyObject(given)
  const known = isDefault ? (defaults.get(optimizer) as Static<H> | undefined) : undefined
  if (known !== undefined) return known
  const values = resolveParameters(hyperparameters, given, pointer, { of: name, noun: 'hyperparameter', elsewhere })
  const conflict = optimizer.check?.(values)
  if (conflict === undefined) {
    if (isDefault) defaults.set(optimizer, deeplyFrozen(values))
    return values
  }
  throw new Problem('invalid-request', `The hyperparameters of ${name} do not go together.`, {
    errors: [{ ...conflict, pointer: pointer + conflict.pointer }]
  })
}

const isEmptyObject = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && Object.keys(given).length === 0

function deeplyFrozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) deeplyFrozen(part)
  return value
}
