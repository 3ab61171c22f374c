import { type TRef, type TSchema, Type } from 'typebox'

/** Refers to a shared schema by its `$id`, so that the OpenAPI document and the clients made from it give it that name. */
export const ref = (schema: TSchema & { $id?: string }): TRef => {
  if (schema.$id === undefined) throw new Error('Only a schema with an $id can be referred to.')
  return Type.Ref(schema.$id)
}
