import type { RuleCandidate } from '../index.ts'
import { decayTo } from '../parts/decay-to.ts'

/** A plateau with a cooldown: the rule `wsd`, after a ramp of L ≥ 0 steps. */
export interface StableDecay {
  readonly L: number
  readonly shape: 'linear' | 'one-minus-sqrt'
  readonly final: number
  /** Length of the cooldown in a schedule of `steps`. */
  cooldownSteps(steps: number): number
}

/** The plateau and cooldown of a rule; null if it has none. */
export function stableDecayOf({ rule, parameters = {} }: RuleCandidate, n: number): StableDecay | null {
  if (rule === 'warmup') {
    const { length, of } = parameters as { length: number; of: RuleCandidate }
    if (of.rule !== 'wsd') return null
    const L = length < 1 ? Math.min(Math.floor(length * n + 0.5), n - 1) : length
    return ofWsd(of.parameters as unknown as WsdParameters, L)
  }
  return rule === 'wsd' ? ofWsd(parameters as unknown as WsdParameters, 0) : null
}

interface WsdParameters {
  readonly cooldown: number
  readonly shape: StableDecay['shape']
  readonly final: number
}

const ofWsd = ({ cooldown, shape, final }: WsdParameters, L: number): StableDecay => ({
  L,
  shape,
  final,
  cooldownSteps: (steps) => Math.max(0, Math.min(Math.floor(cooldown * (steps - L)), steps - L - 1))
})

/** Fills in the last N steps: falls from a plateau at `height` to height·final. */
export function cooldownTo(out: Float64Array, N: number, { shape, final }: StableDecay, height: number): void {
  const start = out.length - N
  for (let k = 1; k <= N; k++) {
    // Same operations as `wsd`, so that height 1 gives the same bits.
    const p = k / N
    const left = shape === 'linear' ? (p === 1 ? final : 1 - (1 - final) * p) : decayTo(final, 1 - Math.sqrt(p))
    out[start + k - 1] = height * left
  }
}
