import { Type } from 'typebox'
import { Float, floatReference, NonFinite } from '../../domain/float.ts'

/** A float64 by reference to the schema `Float`: `"NaN"` and infinities are strings. */
export const float = (description?: string, limits: { minimum?: number } = {}) =>
  Type.Unsafe<number>(floatReference({ ...(description === undefined ? {} : { description }), ...limits }))

/** A float64 ≥ 0, which is `"Infinity"` where rates or norms are near the limits of float64. */
export const magnitude = (description: string) => float(description, { minimum: 0 })

/** The named schemas of numbers. */
export const numberSchemas = [Type.Unsafe(NonFinite), Type.Unsafe(Float)]
