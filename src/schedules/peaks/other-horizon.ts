/**
 * Powers of the length by which the best peak falls: that of convex theory, and that which is measured where schedules and batch are kept.
 * @see Bu et al., Convex Dominance in Deep Learning, 2026, η ∝ T^−½. arXiv:2602.07145
 * @see HyperP, 2026, measured T^−0.32. arXiv:2603.28743
 */
const powers = [-0.5, -0.32] as const

/** What the best peak of a training becomes over another number of steps: a range, from theory to measurement. */
export function peakOver(peak: number, fromSteps: number, steps: number): { readonly low: number; readonly high: number } {
  const [a, b] = powers.map((power) => peak * (steps / fromSteps) ** power) as [number, number]
  return { low: Math.min(a, b), high: Math.max(a, b) }
}
