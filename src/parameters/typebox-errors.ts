import type { TSchema } from 'typebox'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { pointerTo, valueAt } from '../domain/json-pointer.ts'
import type { SchemaError } from '../domain/schema-errors.ts'

// A choice of many names fails once for each before it fails as a whole, which is what is told: 8, the default, would end before.
Settings.Set({ maxErrors: 256 })

/** TypeBox's complaints about a value in the form of Ajv's: one for each name that is missing or unknown, with the value and the schema. */
export const typeboxErrors = (schema: TSchema, value: unknown): SchemaError[] =>
  Value.Errors(schema, value).flatMap(({ keyword, instancePath, schemaPath, message, params }): SchemaError[] => {
    // `false` as the schema of what is unknown; `additionalProperties` names it.
    if (keyword === 'boolean') return []
    const parentSchema = valueAt(schema, schemaPath.slice(1)) as NonNullable<SchemaError['parentSchema']>
    const error = { keyword, instancePath, message, parentSchema, data: valueAt(value, instancePath) }
    const { requiredProperties, additionalProperties } = params as { requiredProperties?: string[]; additionalProperties?: string[] }
    if (requiredProperties !== undefined) {
      return requiredProperties.map((missingProperty) => ({ ...error, params: { missingProperty } }))
    }
    if (additionalProperties !== undefined) {
      return additionalProperties.map((additionalProperty) => ({ ...error, params: { additionalProperty } }))
    }
    return [{ ...error, params: { ...params } }]
  })

/** The same for one part of a value. */
export const typeboxErrorsAt = (name: string, schema: TSchema, value: unknown): SchemaError[] =>
  typeboxErrors(schema, value).map((error) => ({ ...error, instancePath: pointerTo('', name) + error.instancePath }))
