import { median } from '../kernels/order-statistic.ts'

/**
 * Raises filtered norms to a share of their median: a stretch where the norm is next to nothing, as where no data came, would take
 * nearly all of the rate.
 * @param norms ĝ, finite and ≥ 0, shape `[n]`; overwritten
 * @param share 0 to 2
 * @returns how many were raised
 */
export function raiseNorms(norms: Float64Array, share: number): number {
  if (share === 0) return 0
  const floor = Math.min(share * median(norms), Number.MAX_VALUE)
  let raised = 0
  for (let t = 0; t < norms.length; t++) {
    if (norms[t]! >= floor) continue
    norms[t] = floor
    raised++
  }
  return raised
}
