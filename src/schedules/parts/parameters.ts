import { Type } from 'typebox'

/** Building blocks of parameter schemas: the range, the default, one sentence. */

/** A multiplier, or a part of the steps. */
export const fraction = (value: number, description: string) => Type.Number({ minimum: 0, maximum: 1, default: value, description })

export const positive = (value: number, description: string) => Type.Number({ exclusiveMinimum: 0, default: value, description })

/** One of some shapes, the first unless given. */
export const shape = <S extends string>(shapes: readonly [S, ...S[]], description: string) =>
  Type.Enum([...shapes] as [S, ...S[]], { default: shapes[0], description })

/** Where a decay ends. */
export const final = fraction(0, 'The last multiplier.')
