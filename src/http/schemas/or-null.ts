import { type TNull, type TSchema, type TUnion, Type } from 'typebox'

/** A value, or null where it is not known. Written as a choice, which OpenAPI 3.1 and the generators of clients agree on. */
export const orNull = <S extends TSchema>(schema: S): TUnion<[S, TNull]> => Type.Union([schema, Type.Null()])
