import type { ErrorObject } from 'ajv'
import type { InvalidPart } from '../domain/problems.ts'
import { invalidPlaces } from '../domain/schema-errors.ts'

/** Where in a request a schema was not met. */
export type Part = 'body' | 'query' | 'path' | 'header'

/**
 * What the errors of a schema mean for who sent the request: one entry for each place that is wrong. Places in a body are JSON Pointers;
 * the others begin with the part of the request, as `query/<name>`.
 */
export function invalidParts(part: Part, errors: readonly ErrorObject[]): InvalidPart[] {
  if (part === 'body') return invalidPlaces(errors)
  const places = invalidPlaces(errors, part === 'query' ? 'a query parameter of this path' : undefined)
  return places.map((place) => ({ ...place, pointer: part + place.pointer }))
}
