/** The gradient norms that a series can hold: ‖g‖₂, ‖g‖₁, ‖g‖∞, each over all parameters. */
export const normNames = ['l2', 'l1', 'linf'] as const
export type NormName = (typeof normNames)[number]

/** What becomes of a step that is stored with another value: the later value stands, or nothing is stored. */
export const conflictAnswers = ['replace', 'reject'] as const

/** The largest step: 2^53 − 1, the last integer that JSON and float64 hold exactly. */
export const stepMax = Number.MAX_SAFE_INTEGER

/**
 * The optimizer steps of points, 0-based and strictly increasing: an arithmetic progression if possible, else one number per point. Most
 * series are progressions, which take no memory.
 */
export type Steps = { readonly first: number; readonly stride: number } | Float64Array

/** Gradient norms at steps. `values` has shape `[n]`, and so has `steps` if it is an array. */
export interface Points {
  readonly steps: Steps
  readonly values: Float64Array
}

/** The step of the point at an index, 0 ≤ index < n. */
export const stepAt = (steps: Steps, index: number): number =>
  steps instanceof Float64Array ? steps[index]! : steps.first + index * steps.stride

/** Turns steps into a progression if they are one and have at least two points. Differences must be exactly equal. */
export function asProgression(steps: Steps, count: number): Steps {
  if (!(steps instanceof Float64Array) || count < 2) return steps
  const first = steps[0]!
  const stride = steps[1]! - first
  for (let i = 2; i < count; i++) if (steps[i] !== first + i * stride) return steps
  return { first, stride }
}

/** Whether two float64 are the same value: all NaN are equal, and −0 differs from 0. */
export const sameValue = (a: number, b: number): boolean => Object.is(a, b)
