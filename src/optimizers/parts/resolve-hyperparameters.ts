import type { Static, TObject } from 'typebox'
import { Value } from 'typebox/value'
import { type InvalidPart, Problem } from '../../domain/problems.ts'
import type { Optimizer } from './optimizer.ts'

/**
 * The hyperparameters of an optimizer: those given, and the schema's defaults for the rest.
 * @param given     names and values as on the wire, where `"Infinity"` stands for the number that JSON lacks.
 * @param pointer   where they stand in the request.
 * @throws Problem `invalid-request`, which names every one that is unknown, missing or out of its range.
 */
export function resolveHyperparameters<H extends TObject>(
  optimizer: Pick<Optimizer<H>, 'name' | 'hyperparameters' | 'check'>,
  given: Readonly<Record<string, unknown>> = {},
  pointer = '/hyperparameters'
): Static<H> {
  const schema = optimizer.hyperparameters
  const onWire = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === Number.POSITIVE_INFINITY ? 'Infinity' : value])
  )
  const complete = Value.Default(schema, onWire) as Record<string, unknown>
  const errors = [...unknownOnes(optimizer, complete), ...wrongOnes(schema, complete)]
  if (errors.length === 0) {
    const values = Object.fromEntries(
      Object.entries(complete).map(([name, value]) => [name, value === 'Infinity' ? Number.POSITIVE_INFINITY : value])
    )
    const conflict = optimizer.check?.(values as Static<H>)
    if (conflict === undefined) return values as Static<H>
    errors.push(conflict)
  }
  throw new Problem('invalid-request', `The hyperparameters of ${optimizer.name} are not as its schema says.`, {
    errors: errors.map((error) => ({ ...error, pointer: pointer + error.pointer }))
  })
}

function unknownOnes(
  { name, hyperparameters }: Pick<Optimizer, 'name' | 'hyperparameters'>,
  given: Readonly<Record<string, unknown>>
): InvalidPart[] {
  const known = Object.keys(hyperparameters.properties)
  const fix = known.length === 0 ? 'Leave it out.' : `Use one of ${known.join(', ')}.`
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => ({ pointer: `/${key}`, detail: `${name} has no hyperparameter ${key}.`, fix }))
}

function wrongOnes(schema: TObject, given: Readonly<Record<string, unknown>>): InvalidPart[] {
  return Object.entries(schema.properties).flatMap(([key, property]) => {
    if (given[key] === undefined) return (schema.required ?? []).includes(key) ? [{ pointer: `/${key}`, detail: `${key} is missing.` }] : []
    if (Value.Check(property, given[key])) return []
    const errors = Value.Errors(property, given[key]).filter(({ keyword }) => keyword !== 'anyOf')
    const place = errors[0]?.instancePath ?? ''
    const reasons = [...new Set(errors.filter(({ instancePath }) => instancePath === place).map(reasonOf))]
    return [{ pointer: `/${key}${place}`, detail: `${key}${place} ${reasons.join(' or ').replaceAll(' or must be ', ' or ')}.` }]
  })
}

const reasonOf = ({ keyword, message, params }: ReturnType<typeof Value.Errors>[number]): string =>
  keyword === 'const' ? `must be ${JSON.stringify((params as { allowedValue: unknown }).allowedValue)}` : message
