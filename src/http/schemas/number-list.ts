import { Type } from 'typebox'

/** A gradient norm as JSON writes it: a number, not negative, or the word for one that JSON lacks. */
export const normValue = Type.Unsafe<number | 'NaN' | 'Infinity' | '-Infinity'>({
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', enum: ['NaN', 'Infinity', '-Infinity'] }
  ]
})

/**
 * A list of as many numbers as a body can hold. They are checked one by one while they are parsed, so the check of the schema leaves
 * them alone (`x-number-list`; see `plugins/validation.ts`).
 */
export const numberList = (description: string) =>
  Type.Unsafe<unknown>({ type: 'array', items: normValue, description, 'x-number-list': true })
