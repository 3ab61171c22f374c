import { type TSchema, Type } from 'typebox'
import { float } from './float.ts'

/** A gradient norm: not negative where it is finite. */
export const normValue = float(undefined, { minimum: 0 })

/**
 * A list of as many numbers as a body can hold. They are checked one by one while they are parsed, so the check of the schema leaves
 * them alone (`x-number-list`; see `plugins/validation.ts`).
 */
export const numberList = (description: string, items: TSchema = normValue) =>
  Type.Unsafe<unknown>({ type: 'array', items, description, 'x-number-list': true })
