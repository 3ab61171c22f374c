import type { RuleCandidate } from '../index.ts'
import { decayTo } from '../parts/decay-to.ts'

/** What a plateau with a cooldown is made of: `wsd`, maybe after a ramp of L steps. */
export interface StableDecay {
  readonly L: number
  readonly shape: 'linear' | 'one-minus-sqrt'
  readonly final: number
  /** Steps of the cooldown in a schedule of so many. */
  cooldownSteps(steps: number): number
}

/** The plateau and cooldown of a schedule by rule; null where it has none. */
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

/** Fills in the last N steps: from a plateau at `height` down to height·final. */
export function cooldownTo(out: Float64Array, N: number, { shape, final }: StableDecay, height: number): void {
  const start = out.length - N
  for (let k = 1; k <= N; k++) {
    // As `wsd` computes it, so that at height 1 it is `wsd`.
    const p = k / N
    const left = shape === 'linear' ? (p === 1 ? final : 1 - (1 - final) * p) : decayTo(final, 1 - Math.sqrt(p))
    out[start + k - 1] = height * left
  }
}
