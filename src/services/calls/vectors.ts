import { Type } from 'typebox'
import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'

/** Numbers of a call, which came beside its JSON: the schema lets them pass, and `vectorAt` looks at them. */
export const Vector = Type.Unsafe<Float64Array>({})

/** @throws Problem `invalid-request` where something else stands there */
export function vectorAt(value: unknown, pointer: string): Float64Array {
  if (value instanceof Float64Array) return value
  throw invalid(pointer, 'must be a vector of numbers.')
}

/** Norms: NaN and infinities are values that a skipped step has, and are left out later. @throws Problem `invalid-request` at the first below 0 */
export function normsAt(value: unknown, pointer: string): Float64Array {
  const norms = vectorAt(value, pointer)
  const wrong = norms.findIndex((norm) => norm < 0)
  if (wrong < 0) return norms
  throw invalid(pointerTo(pointer, wrong), `must be ≥ 0, but is ${norms[wrong]}.`, 'Send norms, not gradients or their logarithms.')
}
