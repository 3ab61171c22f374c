import { type TSchema, Type } from 'typebox'

/** Building blocks of hyperparameter schemas: the range, the default of the official code, one sentence. */

/** In [0, 1): the weight of the past in an average. */
export const fraction = (value: number, description: string) =>
  Type.Number({ minimum: 0, exclusiveMaximum: 1, default: value, description })

export const nonNegative = (value: number, description: string) => Type.Number({ minimum: 0, default: value, description })

export const positive = (value: number, description: string) => Type.Number({ exclusiveMinimum: 0, default: value, description })

export const flag = (value: boolean, description: string) => Type.Boolean({ default: value, description })

/** A positive whole number. */
export const count = (value: number, description: string) => Type.Integer({ minimum: 1, default: value, description })

/** A number, or "Infinity", which JSON lacks. */
export const numberOrInfinity = (limits: { minimum?: number; exclusiveMinimum?: number }, value: number, description: string) =>
  Type.Unsafe<number>({
    anyOf: [{ type: 'number', ...limits }, { const: 'Infinity' }],
    default: value === Number.POSITIVE_INFINITY ? 'Infinity' : value,
    description
  } satisfies TSchema)

/** The three that Adam made usual. */
export const beta1 = (value: number, description = 'β₁, the weight of the past in the average of gradients.') =>
  fraction(value, description)
export const beta2 = (value: number, description = 'β₂, the weight of the past in the average of squared gradients.') =>
  fraction(value, description)
export const epsilon = (value: number, description = 'ε, added to the denominator so that it is not 0.') => positive(value, description)

/** The learning-rate-free methods start from a tiny d, which grows to the distance between x₀ and the solution. */
export const d0 = positive(1e-6, 'd₀, the first estimate of the distance to the solution: far too small does no harm, too large does.')
export const growthRate = numberOrInfinity(
  { minimum: 1 },
  Number.POSITIVE_INFINITY,
  'The most that d may grow by in one step, as a factor.'
)
