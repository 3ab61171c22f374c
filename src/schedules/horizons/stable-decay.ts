import { cooldownSteps } from '../../domain/cooldown-steps.ts'
import type { RuleCandidate } from '../index.ts'
import { type CooldownShape, cooledDown } from '../parts/cooldown-shapes.ts'
import { rampSteps } from '../parts/ramp-length.ts'

/** A plateau with a cooldown: the rule `wsd`, after a ramp of L ≥ 0 steps. */
export interface StableDecay {
  readonly L: number
  readonly shape: CooldownShape
  readonly final: number
  /** No multiplier of the cooldown is lower. */
  readonly floor: number
  /** Length of the cooldown in a schedule of `steps`. */
  cooldownSteps(steps: number): number
}

/** The plateau and cooldown of a rule; null if it has none. */
export function stableDecayOf({ rule, parameters = {} }: RuleCandidate, n: number): StableDecay | null {
  if (rule === 'warmup') {
    const { length, of, floor = 0 } = parameters as { length: number; of: RuleCandidate; floor?: number }
    if (of.rule !== 'wsd') return null
    return ofWsd(of.parameters as unknown as WsdParameters, Math.min(rampSteps(length, n), n - 1), floor)
  }
  return rule === 'wsd' ? ofWsd(parameters as unknown as WsdParameters, 0) : null
}

interface WsdParameters {
  readonly cooldown: number
  readonly shape: CooldownShape
  readonly final: number
  readonly floor?: number
}

const ofWsd = ({ cooldown, shape, final, floor = 0 }: WsdParameters, L: number, least = 0): StableDecay => ({
  L,
  shape,
  final,
  floor: Math.max(floor, least),
  cooldownSteps: (steps) => cooldownSteps(cooldown, steps - L)
})

/** Fills in the last N steps: falls from a plateau at `height` to height·final, no lower than the floor. */
export function cooldownTo(out: Float64Array, N: number, { shape, final, floor }: StableDecay, height: number): void {
  const start = out.length - N
  for (let k = 1; k <= N; k++) {
    // Same operations as `wsd`, so that height 1 gives the same bits.
    out[start + k - 1] = Math.max(floor, height * cooledDown(shape, k / N, final))
  }
}
