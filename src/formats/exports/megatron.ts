import type { TextTarget } from './export-target.ts'
import { type FittedRule, warmupAndDecay } from './fitted-rule.ts'
import { heading } from './heading.ts'
import { closeness, fitting, nearestSetting, type Setting } from './nearest-setting.ts'
import { resumeLines } from './resume-lines.ts'

/** Flags of Megatron-LM's training scripts. Rates are in `shares`, as fractions of the peak rate. */
interface MegatronSetting extends Setting {
  readonly flags: readonly (readonly [name: string, value: string | number])[]
  readonly shares: { readonly 'min-lr': number; readonly 'lr-warmup-init': number }
}

export const megatron: TextTarget = {
  name: 'megatron',
  title: 'Megatron-LM: flags of the nearest schedule that it has',
  usage:
    'Source it in the launch script and pass the array LEARNING_RATE_ARGS. Refused where no schedule of Megatron is within 1 %, or `tolerance`.',
  mediaType: 'text/x-shellscript',
  example: 'LEARNING_RATE_ARGS=(\n  --lr 0.001\n  --min-lr 0\n  --lr-decay-style linear\n  …\n)\n',
  fileName: 'taper-schedule.sh',
  forms: [],
  needs: 'fits',
  write({ schedule, multipliers, fits, tolerance }) {
    const { steps, peakLearningRate: peak } = schedule
    const settings = fits.flatMap((fit) => settingsOf(fit, steps))
    const { setting, error } = fitting(nearestSetting(multipliers, settings), tolerance, schedule, {
      what: "the schedules that Megatron's flags can name",
      instead: 'Megatron takes no others: the target pytorch has this one as a function, for a scheduler of your own.'
    })
    const rate = (share: number) =>
      share === 0 ? '0' : peak === null ? `$(awk "BEGIN { print ${share} * $PEAK_LEARNING_RATE }")` : String(share * peak)
    const flags = [
      ['lr', peak === null ? '"$PEAK_LEARNING_RATE"' : String(peak)],
      ...Object.entries(setting.shares).map(([name, share]) => [name, rate(share)]),
      ...setting.flags
    ]
    return [
      '#!/usr/bin/env bash',
      ...heading(schedule, null).map((line) => `# ${line}`),
      `# The nearest schedule that Megatron has: ${closeness(error)}.`,
      `# The schedule is for ${steps} steps: it sets --train-iters, so pass no other after it.`,
      `# Source this file; then: torchrun pretrain_gpt.py "$${'{LEARNING_RATE_ARGS[@]}'}" ...`,
      ...resumeLines(schedule, (step) => [
        `    torchrun pretrain_gpt.py "$${'{LEARNING_RATE_ARGS[@]}'}" --load "$CHECKPOINTS" --ckpt-step ${step} --override-opt_param-scheduler ...`,
        'Without the last flag Megatron compares these flags with the schedule of the checkpoint, and stops where they differ.'
      ]).map((line) => `# ${line}`.trimEnd()),
      ...(peak === null ? [`: "$${'{PEAK_LEARNING_RATE:?is not known to Taper: set it to yours}'}"`] : []),
      'LEARNING_RATE_ARGS=(',
      ...flags.map(([name, value]) => `  --${name} ${value}`),
      ')',
      ''
    ].join('\n')
  }
}

/** Decay factors by Megatron's names; `done` is the fraction of the decay that is over. */
const decayFactors: Readonly<Record<string, (done: number) => number>> = {
  linear: (done) => 1 - done,
  cosine: (done) => 0.5 * (Math.cos(Math.PI * done) + 1),
  minus_sqrt: (done) => 1 - Math.sqrt(done)
}

/**
 * Megatron's settings for a fitted rule. At step j its ramp runs from `lr-warmup-init` at 0 to the peak at `lr-warmup-iters`; the decay ends
 * at `lr-decay-iters`.
 * @see megatron-core 0.16, `optimizer_param_scheduler.py`: `OptimizerParamScheduler.get_lr`
 */
function settingsOf(fit: FittedRule, steps: number): MegatronSetting[] {
  const { warmup, decay, final, cooldown, cooldownShape } = warmupAndDecay(fit, steps)
  const ramps =
    warmup === 0
      ? [{ iterations: 0, init: 0 }]
      : [
          { iterations: warmup - 1, init: 1 / warmup },
          { iterations: warmup, init: 1 / warmup },
          { iterations: warmup, init: 0 }
        ]
  const decaySteps = Math.max(1, steps - 1)
  return ramps
    .filter(({ iterations }) => iterations < decaySteps)
    .flatMap(({ iterations, init }) => {
      const made = (style: string, floor: number, more: MegatronSetting['flags'], factor: (step: number) => number): MegatronSetting => ({
        flags: [
          ['train-iters', steps],
          ['lr-decay-style', style],
          ['lr-decay-iters', decaySteps],
          ['lr-warmup-iters', iterations],
          ...more
        ],
        shares: { 'min-lr': floor, 'lr-warmup-init': iterations === 0 ? 0 : init },
        multiplier: (step) => (iterations > 0 && step <= iterations ? init + (1 - init) * (step / iterations) : factor(step))
      })
      const decaying = (style: string) => (step: number) =>
        step > decaySteps ? final : final + (1 - final) * decayFactors[style]!((step - iterations) / (decaySteps - iterations))
      if (decay === 'flat') return [made('constant', 0, [], () => 1)]
      if (decay === 'linear' || decay === 'cosine') return [made(decay, final, [], decaying(decay))]
      if (decay !== 'wsd' || cooldownShape === 'other') return []
      const style = cooldownShape === 'linear' ? 'linear' : 'minus_sqrt'
      return [cooldown, cooldown + 1]
        .filter((length) => length >= 1 && length <= decaySteps - iterations)
        .map((length) =>
          made(
            'WSD',
            final,
            [
              ['lr-wsd-decay-style', style],
              ['lr-wsd-decay-iters', length]
            ],
            (step) => {
              const done = (step - (decaySteps - length)) / length
              return done <= 0 ? 1 : step > decaySteps ? final : final + (1 - final) * decayFactors[style]!(done)
            }
          )
        )
    })
}
