import { type Points, type Steps, stepAt } from './gradient-norm.ts'

/** The indices [start, end) of the points with lo ≤ step ≤ hi among increasing steps. */
export function indicesBetween(steps: Steps, count: number, lo: number, hi: number): [number, number] {
  if (!(steps instanceof Float64Array)) {
    const start = Math.max(0, firstIndexFrom(steps, lo))
    const end = Math.min(count, firstIndexFrom(steps, hi + 1))
    return [start, Math.max(start, end)]
  }
  return [lowerBound(steps, lo), lowerBound(steps, hi + 1)]
}

/** The first index whose step is at least this; the quotient of two numbers near 2^53 can be off by one. */
function firstIndexFrom({ first, stride }: { first: number; stride: number }, step: number): number {
  let index = Math.ceil((step - first) / stride)
  while (first + index * stride < step) index++
  while (index > 0 && first + (index - 1) * stride >= step) index--
  return index
}

/** The first index whose step is at least this. */
export function lowerBound(steps: Float64Array, step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (steps[middle]! < step) low = middle + 1
    else high = middle
  }
  return low
}

/** A part of points, by index, `end` exclusive. Shares the memory. */
export const slice = ({ steps, values }: Points, start: number, end: number): Points => ({
  steps: steps instanceof Float64Array ? steps.subarray(start, end) : { first: stepAt(steps, start), stride: steps.stride },
  values: values.subarray(start, end)
})

/** The steps of points, one by one. */
export function stepsOf(steps: Steps, count: number): Float64Array {
  if (steps instanceof Float64Array) return steps
  const all = new Float64Array(count)
  for (let i = 0; i < count; i++) all[i] = steps.first + i * steps.stride
  return all
}
