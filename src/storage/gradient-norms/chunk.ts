import { bytesOfFloat64, float64OfBytes } from '../../domain/float64-bytes.ts'
import { type Points, type Steps, stepAt } from '../../domain/gradient-norm.ts'

/** The most points in one chunk: 512 KiB of values, so that a reader holds little and a writer rewrites little. */
export const chunkPointsMax = 65_536

/** What is known of a chunk without its points. A mark (`resumeFrom`) has none. */
export interface ChunkInfo {
  sequence: number
  count: number
  /** Smallest and largest step. */
  first: number
  last: number
  stride: number | null
  resumeFrom: number | null
  /** How many sequences it stands for: as many as it has points, or more where superseded ones were removed. */
  span: number
  /** When its last point was stored, in seconds since 1970. */
  storedAt: number
}

/** The columns of a ChunkInfo. Integers to 2^53 are exact as float8, which the driver gives as numbers; int8 it gives as text. */
export const infoColumns = `c.sequence::float8 as sequence, c.count, c.first_step::float8 as first, c.last_step::float8 as last,
  c.stride::float8 as stride, c.resume_from::float8 as "resumeFrom", coalesce(c.span, c.count) as span,
  extract(epoch from c.stored_at)::float8 as "storedAt"`

/** A chunk to be written: points in order of arrival, or a mark. */
export interface Chunk extends Omit<ChunkInfo, 'span' | 'storedAt'> {
  steps: Uint8Array | null
  values: Uint8Array
}

export const markOf = (sequence: number, resumeFrom: number): Chunk => ({
  sequence,
  count: 0,
  first: resumeFrom,
  last: resumeFrom,
  stride: null,
  resumeFrom,
  steps: null,
  values: new Uint8Array(0)
})

/** A chunk of points in order of arrival: steps need not increase. n ≥ 1. */
export function chunkOf(sequence: number, { steps, values }: Points): Chunk {
  const count = values.length
  const span = steps instanceof Float64Array ? extremes(steps) : { first: steps.first, last: stepAt(steps, count - 1) }
  return {
    sequence,
    count,
    ...span,
    stride: steps instanceof Float64Array ? null : steps.stride,
    resumeFrom: null,
    steps: steps instanceof Float64Array ? bytesOfFloat64(steps) : null,
    values: bytesOfFloat64(values)
  }
}

function extremes(steps: Float64Array): { first: number; last: number } {
  let first = steps[0]!
  let last = first
  for (const step of steps) {
    if (step < first) first = step
    else if (step > last) last = step
  }
  return { first, last }
}

/** The points of a chunk as they arrived, from its columns. */
export function pointsOf(info: Pick<ChunkInfo, 'first' | 'stride'>, steps: Uint8Array | null, values: Uint8Array): Points {
  return { steps: steps ? float64OfBytes(steps) : { first: info.first, stride: info.stride ?? 1 }, values: float64OfBytes(values) }
}

/** One sequence of points after another, as one. Stays a progression where the whole is one. */
export function concatenate(parts: readonly Points[]): Points {
  if (parts.length === 1) return parts[0] as Points
  let count = 0
  for (const part of parts) count += part.values.length
  const values = new Float64Array(count)
  const steps = continued(parts) ?? new Float64Array(count)
  let at = 0
  for (const part of parts) {
    values.set(part.values, at)
    if (steps instanceof Float64Array) fillSteps(steps, at, part.steps, part.values.length)
    at += part.values.length
  }
  return { steps, values }
}

/** The progression that the parts form together, or null. */
function continued(parts: readonly Points[]): { first: number; stride: number } | null {
  let first: number | undefined
  let stride: number | undefined
  let last = 0
  for (const { steps, values } of parts) {
    if (steps instanceof Float64Array) return null
    if (first === undefined) first = steps.first
    else {
      stride ??= steps.first - last
      if (steps.first - last !== stride) return null
    }
    if (values.length > 1) {
      stride ??= steps.stride
      if (steps.stride !== stride) return null
    }
    last = stepAt(steps, values.length - 1)
  }
  return first === undefined || (stride ?? 1) < 1 ? null : { first, stride: stride ?? 1 }
}

/** Writes the steps of `count` points into an array, from an index on. */
export function fillSteps(into: Float64Array, at: number, steps: Steps, count: number): void {
  if (steps instanceof Float64Array) into.set(steps.length === count ? steps : steps.subarray(0, count), at)
  else for (let i = 0; i < count; i++) into[at + i] = steps.first + i * steps.stride
}
