import { type Static, type TSchema, type TSchemaOptions, Type } from 'typebox'
import { text } from './text.ts'

/** A few named values, whose names have 1 … 128 characters. */
export const textRecord = <S extends TSchema>(value: S, options: TSchemaOptions) =>
  Type.Unsafe<Record<string, Static<S>>>({
    type: 'object',
    propertyNames: text(128, { minLength: 1 }),
    additionalProperties: value,
    maxProperties: 64,
    ...options
  })
