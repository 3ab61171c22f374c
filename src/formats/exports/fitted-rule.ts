import { cooldownSteps } from '../../domain/cooldown-steps.ts'
import { roundOfPart } from '../../domain/parts-of-steps.ts'

/** A rule of the catalogue with parameters fitted to a schedule. */
export interface FittedRule {
  readonly rule: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A fitted rule in other libraries' terms: a warm-up, then a decay. */
export interface WarmupAndDecay {
  /** Steps of the ramp; 0 means none. */
  readonly warmup: number
  readonly ramp: 'linear' | 'cosine'
  readonly decay: string
  readonly final: number
  readonly power: number
  /** Steps of a cooldown at the end, for `wsd`. */
  readonly cooldown: number
  readonly cooldownShape: 'linear' | 'one-minus-sqrt' | 'other'
}

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** Splits the rule `warmup` into its parts. Any other rule has a warm-up of 0 steps. */
export function warmupAndDecay({ rule, parameters }: FittedRule, steps: number): WarmupAndDecay {
  const isWarmup = rule === 'warmup'
  const of = isWarmup ? (parameters.of as FittedRule) : { rule, parameters }
  const length = isWarmup ? number(parameters.length, 0) : 0
  const warmup = length < 1 ? Math.min(roundOfPart(length, steps), steps - 1) : length
  const inner = of.parameters ?? {}
  return {
    warmup,
    ramp: parameters.shape === 'cosine' && isWarmup ? 'cosine' : 'linear',
    decay: of.rule,
    final: number(inner.final, 0),
    power: number(inner.power, 1),
    cooldown: cooldownSteps(number(inner.cooldown, 0), steps - warmup),
    cooldownShape: inner.shape === 'one-minus-sqrt' || inner.shape === 'linear' ? inner.shape : 'other'
  }
}
