import { interpolateEven } from '../../kernels/interpolate.ts'

/** Fills in the same curve over another number of steps: what is past as it was, bit for bit, the rest over the steps that are left. */
export function stretchRest(old: Float64Array, fromStep: number, out: Float64Array): void {
  out.set(old.subarray(0, fromStep))
  interpolateEven(old.subarray(fromStep), out.subarray(fromStep))
}
