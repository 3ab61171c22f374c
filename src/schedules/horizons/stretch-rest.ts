import { interpolateEven } from '../../kernels/interpolate.ts'

/** Keeps the steps before `fromStep` bit for bit and stretches the rest of the curve over the remaining steps. */
export function stretchRest(old: Float64Array, fromStep: number, out: Float64Array): void {
  out.set(old.subarray(0, fromStep))
  interpolateEven(old.subarray(fromStep), out.subarray(fromStep))
}
