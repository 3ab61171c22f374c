import { type FittedRule, type WarmupAndDecay, warmupAndDecay } from './fitted-rule.ts'
import type { Setting } from './nearest-setting.ts'

/** Arguments for `TrainingArguments`. `lrEnd` is `lr_end` of the kwargs as a fraction of the peak rate. */
export interface TransformersSetting extends Setting {
  readonly type: string
  readonly kwargs: Readonly<Record<string, number | string>>
  readonly lrEnd?: number
  readonly warmupSteps: number
}

/** The factor after the warm-up. `done` is the fraction of the decay that is over: 0 at its first step, 1 one step after the last. */
type Decay = Omit<TransformersSetting, 'multiplier' | 'warmupSteps'> & { factor(done: number, step: number): number }

/**
 * Transformers' settings for a fitted rule. Its warm-up starts at 0 and its decay ends one step after the last, so the best number of
 * warm-up steps may be off by one.
 * @see transformers 5, `optimization.py`: `get_scheduler`
 */
export function transformersSettings(fit: FittedRule, steps: number): TransformersSetting[] {
  const shape = warmupAndDecay(fit, steps)
  const warmups = shape.warmup === 0 ? [0] : [shape.warmup - 1, shape.warmup, shape.warmup + 1]
  return warmups
    .filter((warmup) => warmup >= 0 && warmup < steps)
    .flatMap((warmup) => decaysOf(shape, steps, warmup).map((decay) => settingOf(decay, shape, steps, warmup)))
}

function settingOf({ factor, ...named }: Decay, { final }: WarmupAndDecay, steps: number, warmup: number): TransformersSetting {
  const floor = named.type === 'warmup_stable_decay' ? final : 0
  return {
    ...named,
    warmupSteps: warmup,
    multiplier: (step) =>
      step < warmup ? floor + (1 - floor) * (step / warmup) : Math.max(0, factor((step - warmup) / Math.max(1, steps - warmup), step))
  }
}

function decaysOf({ decay, final, power, cooldown, cooldownShape }: WarmupAndDecay, steps: number, warmup: number): Decay[] {
  const cosine = (done: number) => 0.5 * (1 + Math.cos(Math.PI * done))
  switch (decay) {
    case 'flat':
      return [{ type: warmup === 0 ? 'constant' : 'constant_with_warmup', kwargs: {}, factor: () => 1 }]
    case 'linear':
      if (final === 0) return [{ type: 'linear', kwargs: {}, factor: (done) => 1 - done }]
      return [{ type: 'polynomial', kwargs: { power: 1 }, lrEnd: final, factor: (done) => final + (1 - final) * (1 - done) }]
    case 'cosine':
      if (final === 0) return [{ type: 'cosine', kwargs: {}, factor: cosine }]
      return [{ type: 'cosine_with_min_lr', kwargs: { min_lr_rate: final }, factor: (done) => final + (1 - final) * cosine(done) }]
    case 'polynomial':
      if (final === 1) return []
      return [{ type: 'polynomial', kwargs: { power }, lrEnd: final, factor: (done) => final + (1 - final) * (1 - done) ** power }]
    case 'wsd':
      if (cooldownShape === 'other') return []
      return [cooldown, cooldown + 1]
        .filter((decaySteps) => decaySteps >= 1 && decaySteps <= steps - warmup)
        .map((decaySteps) => ({
          type: 'warmup_stable_decay',
          kwargs: {
            num_decay_steps: decaySteps,
            decay_type: cooldownShape === 'linear' ? 'linear' : '1-sqrt',
            min_lr_ratio: final
          },
          factor: (_done, step) => {
            const done = Math.max(0, (step - (steps - decaySteps)) / decaySteps)
            return final + (1 - final) * (cooldownShape === 'linear' ? 1 - done : 1 - Math.sqrt(done))
          }
        }))
    default:
      return []
  }
}
