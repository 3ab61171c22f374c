import type { TObject } from 'typebox'
import { Value } from 'typebox/value'
import { Problem } from '../../domain/problems.ts'
import { invalidPlaces } from '../../domain/schema-errors.ts'
import { typeboxErrors } from '../../parameters/typebox-errors.ts'

/** What a program in another language asks for, answered in this process, with no server and no database. */
export interface Call {
  /** Its name on the wire. */
  readonly name: string
  /** @throws Problem as the same request over HTTP */
  readonly answer: (given: unknown) => object | Promise<object>
}

/** @throws Problem `invalid-request`, which names every place that is wrong */
export function checked<Given>(schema: TObject, given: unknown, of: string): Given {
  if (Value.Check(schema, given)) return given as Given
  throw new Problem('invalid-request', `What was asked does not match the schema of ${of}.`, {
    errors: invalidPlaces(typeboxErrors(schema, given))
  })
}
