import type { TextTarget } from './export-target.ts'
import { type FittedRule, warmupAndDecay } from './fitted-rule.ts'
import { heading } from './heading.ts'
import { closeness, fitting, nearestSetting, type Setting } from './nearest-setting.ts'

/** A scheduler of DeepSpeed's configuration. */
interface DeepSpeedSetting extends Setting {
  readonly type: 'WarmupLR' | 'WarmupDecayLR' | 'WarmupCosineLR'
  /** Its parameters except rates, for a peak rate of 1. */
  readonly params: Readonly<Record<string, number | string>>
  /** The lowest rate as a fraction of the peak. null for the cosine, which takes its peak from the optimizer. */
  readonly floor: number | null
}

/** First step that is compared. DeepSpeed does not set the first step's rate, and without a warm-up the second step's is 0. */
const firstCompared = 2

export const deepspeed: TextTarget = {
  name: 'deepspeed',
  title: 'DeepSpeed: the `scheduler` of its JSON configuration that is nearest',
  usage: 'Merge `scheduler` into your configuration. Refused where none of DeepSpeed is within 1 %, or `tolerance`.',
  mediaType: 'application/json',
  example: {
    _comment: ['The nearest scheduler of DeepSpeed, from the third step on: off by up to 0.4 % of the peak rate.'],
    scheduler: {
      type: 'WarmupDecayLR',
      params: { warmup_min_lr: 0, warmup_max_lr: 0.001, total_num_steps: 9998, warmup_num_steps: 498, warmup_type: 'linear' }
    }
  },
  fileName: 'taper-schedule.json',
  forms: [],
  needs: 'fits',
  write({ schedule, multipliers, fits, tolerance }) {
    const { peakLearningRate: peak } = schedule
    const settings = fits.flatMap((fit) => settingsOf(fit, schedule.steps))
    const { setting, error } = fitting(nearestSetting(multipliers, settings, firstCompared), tolerance, schedule, {
      what: "the schedules of DeepSpeed's configuration",
      instead:
        'DeepSpeed takes any scheduler as an argument: deepspeed.initialize(..., lr_scheduler=make_scheduler), of the target pytorch.'
    })
    const { type, params, floor } = setting
    const rates = floor === null ? {} : { warmup_min_lr: floor * (peak ?? 1), warmup_max_lr: peak ?? 'auto' }
    const advice =
      floor === null
        ? [`The peak is the learning rate of your optimizer${peak === null ? '' : `: ${peak}`}.`]
        : peak === null
          ? [
              'The peak learning rate is not known to Taper: set warmup_max_lr ("auto" is for the Trainer of Transformers).',
              ...(floor === 0 ? [] : [`Set warmup_min_lr too: it is written for a peak of 1, and is ${floor} of yours.`])
            ]
          : []
    const comment = [
      ...heading(schedule, null),
      `The nearest scheduler of DeepSpeed, from the third step on: ${closeness(error)}.`,
      `It is for ${schedule.steps} optimizer steps: for a training of another length, export a schedule of that length.`,
      ...advice
    ]
    return `${JSON.stringify({ _comment: comment, scheduler: { type, params: { ...rates, ...params } } }, null, 2)}\n`
  }
}

/**
 * DeepSpeed's settings for a fitted rule. Optimizer step j has the rate of iteration j − 1, since DeepSpeed's schedulers step after the
 * optimizer.
 * @see DeepSpeed 0.14, `runtime/lr_schedules.py`: `WarmupLR`, `WarmupDecayLR`, `WarmupCosineLR`
 */
function settingsOf(fit: FittedRule, steps: number): DeepSpeedSetting[] {
  const { warmup, decay, final, power } = warmupAndDecay(fit, steps)
  // DeepSpeed warms up for at least two steps. A logarithmic warm-up of two has the full rate at the second.
  const ramps = warmup < 2 ? [2] : [warmup - 2, warmup - 1, warmup].filter((length) => length >= 2)
  const shape = warmup < 2 ? 'log' : 'linear'
  const isLinear = decay === 'linear' || (decay === 'polynomial' && power === 1)
  return ramps.flatMap((length): DeepSpeedSetting[] => {
    const ramp = (iteration: number) => (shape === 'log' ? Math.log(iteration + 1) / Math.log(length) : iteration / length)
    const common = { warmup_num_steps: length, warmup_type: shape }
    if (decay === 'flat') {
      return [{ type: 'WarmupLR', params: common, floor: 0, multiplier: (step) => (step <= length ? ramp(step - 1) : 1) }]
    }
    if (isLinear && steps - 2 > length) {
      const total = steps - 2
      const factor = (iteration: number) => (iteration < length ? ramp(iteration) : Math.max(0, (total - iteration) / (total - length)))
      return [
        {
          type: 'WarmupDecayLR',
          params: { total_num_steps: total, ...common },
          floor: final,
          multiplier: (step) => final + (1 - final) * factor(step - 1)
        }
      ]
    }
    if (decay === 'cosine' && steps - 1 > length) {
      const total = steps - 1
      return [
        {
          type: 'WarmupCosineLR',
          params: { total_num_steps: total, warmup_min_ratio: 0, cos_min_ratio: final, ...common },
          floor: null,
          multiplier: (step) =>
            step - 1 < length ? ramp(step - 1) : final + (1 - final) * 0.5 * (1 + Math.cos((Math.PI * (step - length)) / (total - length)))
        }
      ]
    }
    return []
  })
}
