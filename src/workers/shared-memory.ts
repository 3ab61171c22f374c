import type { Points } from '../domain/gradient-norm.ts'

/** Zeros on memory that threads share. Shape `[length]`. */
export const sharedFloat64 = (length: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))

/** The same values on shared memory; copied only where they are not on it. */
export const shared = (values: Float64Array): Float64Array => {
  if (values.buffer instanceof SharedArrayBuffer) return values
  const copy = sharedFloat64(values.length)
  copy.set(values)
  return copy
}

/** The same points on shared memory; copied only where they are not on it. */
export const onSharedMemory = ({ steps, values }: Points): Points => ({
  steps: steps instanceof Float64Array ? shared(steps) : steps,
  values: shared(values)
})
