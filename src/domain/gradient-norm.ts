/** The norms of a gradient that a series can hold: ‖g‖₂, ‖g‖₁, ‖g‖∞, each over all parameters together. */
export const normNames = ['l2', 'l1', 'linf'] as const
export type NormName = (typeof normNames)[number]

/** What becomes of a step that is stored with another value: the later value stands, or nothing is stored. */
export const conflictAnswers = ['replace', 'reject'] as const

/** The largest step that can be named: 2^53 − 1, the last integer that JSON and float64 carry exactly. */
export const stepMax = Number.MAX_SAFE_INTEGER

/**
 * The optimizer steps of some points, 0-based and strictly increasing: an arithmetic progression where they are one, else one
 * number a point. Most series are progressions, and a progression takes no memory.
 */
export type Steps = { readonly first: number; readonly stride: number } | Float64Array

/** Gradient norms at steps. `values` has shape `[n]`; `steps`, where it is an array, the same. */
export interface Points {
  readonly steps: Steps
  readonly values: Float64Array
}

/** The step of the point at an index, 0 ≤ index < n. */
export const stepAt = (steps: Steps, index: number): number =>
  steps instanceof Float64Array ? steps[index]! : steps.first + index * steps.stride

/** The same steps as a progression where they are one (two points at least), else as they are. Equality of differences is exact. */
export function asProgression(steps: Steps, count: number): Steps {
  if (!(steps instanceof Float64Array) || count < 2) return steps
  const first = steps[0]!
  const stride = steps[1]! - first
  for (let i = 2; i < count; i++) if (steps[i] !== first + i * stride) return steps
  return { first, stride }
}

/** One float64 is the same as another if its bits are; every NaN counts as one, and −0 is not 0. */
export const sameValue = (a: number, b: number): boolean => Object.is(a, b)
