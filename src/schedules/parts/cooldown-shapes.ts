import { decayTo } from './decay-to.ts'

/** Shapes of a cooldown, the first by default. */
export const cooldownShapes = ['linear', 'one-minus-sqrt', 'lowered-linear', 'mirror-cosine', 'square'] as const
export type CooldownShape = (typeof cooldownShapes)[number]

/** Where `lowered-linear` begins: the best of those tried by Dremov et al. */
const lowered = 0.7

/**
 * The part b(p) of the way from `final` up to 1 that is left where a share p of a cooldown is over, 0 < p ≤ 1. All are 0 at p = 1.
 *
 *     one-minus-sqrt   1 − √p
 *     lowered-linear   0.7(1 − p)
 *     mirror-cosine    2(1 − p) − ½(1 + cos πp), the cosine mirrored at the line
 *     square           1 − p²
 *
 * @see Hägele et al., Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations, 2024, on 1 − √. arXiv:2405.18392
 * @see Dremov, Hägele, Kosson, Jaggi, Training Dynamics of the Cooldown Stage in Warmup-Stable-Decay Learning Rate Scheduler, 2025, on the
 *   others. arXiv:2508.01483
 */
const left: Readonly<Record<Exclude<CooldownShape, 'linear'>, (p: number) => number>> = {
  'one-minus-sqrt': (p) => 1 - Math.sqrt(p),
  'lowered-linear': (p) => lowered * (1 - p),
  'mirror-cosine': (p) => 2 * (1 - p) - 0.5 * (1 + Math.cos(Math.PI * p)),
  square: (p) => 1 - p * p
}

/** b(p) of a shape, as above; 1 − p for the line. */
export const leftOf = (shape: CooldownShape, p: number): number => (shape === 'linear' ? 1 - p : left[shape](p))

/** The multiplier of a cooldown to `final` where a share p of it is over, 0 < p ≤ 1. Exact at p = 1. */
export const cooledDown = (shape: CooldownShape, p: number, final: number): number =>
  shape === 'linear' ? (p === 1 ? final : 1 - (1 - final) * p) : decayTo(final, Math.max(0, left[shape](p)))
