/** A rule of the catalogue with parameters that bring it near a schedule. */
export interface FittedRule {
  readonly rule: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A fitted rule as other libraries think of it: a warm-up of some steps, then a decay. */
export interface WarmupAndDecay {
  /** Steps of the ramp; 0: none. */
  readonly warmup: number
  readonly ramp: 'linear' | 'cosine'
  readonly decay: string
  readonly final: number
  readonly power: number
  /** Steps of a cooldown at the end, for `wsd`. */
  readonly cooldown: number
  readonly cooldownShape: 'linear' | 'one-minus-sqrt'
}

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** The rule `warmup` taken apart; any other has a warm-up of no steps. */
export function warmupAndDecay({ rule, parameters }: FittedRule, steps: number): WarmupAndDecay {
  const isWarmup = rule === 'warmup'
  const of = isWarmup ? (parameters.of as FittedRule) : { rule, parameters }
  const length = isWarmup ? number(parameters.length, 0) : 0
  const warmup = length < 1 ? Math.min(Math.floor(length * steps + 0.5), steps - 1) : length
  const inner = of.parameters ?? {}
  return {
    warmup,
    ramp: parameters.shape === 'cosine' && isWarmup ? 'cosine' : 'linear',
    decay: of.rule,
    final: number(inner.final, 0),
    power: number(inner.power, 1),
    cooldown: Math.min(Math.floor(number(inner.cooldown, 0) * (steps - warmup)), steps - warmup - 1),
    cooldownShape: inner.shape === 'one-minus-sqrt' ? 'one-minus-sqrt' : 'linear'
  }
}
