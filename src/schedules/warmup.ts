import { Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { shape } from './parameters.ts'
import { resolveRule } from './resolve-rule.ts'
import { defineSchedule, type ScheduleRule } from './schedule-rule.ts'

/** Steps of the ramp: a length below 1 is a fraction of all steps, one from 1 on is their number. At least one step is left to the rule. */
const rampSteps = (length: number, n: number): number => (length < 1 ? Math.min(Math.floor(length * n + 0.5), n - 1) : length)

/**
 * A ramp from almost 0 to 1, then another rule on the steps that are left.
 *
 *     L = ⌊length·n + ½⌋ for a fraction, at most n − 1,   q = (j + 1)/L
 *     m_j = q  or  ½(1 − cos πq)  for j < L, then `of` on n − L steps
 *
 * @param rules those that can follow the ramp
 * @see Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, 2017, section 2.2. arXiv:1706.02677
 */
export const warmup = (rules: readonly ScheduleRule[]) =>
  defineSchedule({
    name: 'warmup',
    title: 'Warm-up, then another rule',
    source: {
      authors: 'Goyal, Dollár, Girshick, Noordhuis, Wesolowski, Kyrola, Tulloch, Jia, He',
      title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
      year: 2017,
      arxiv: '1706.02677',
      algorithm: 'section 2.2'
    },
    parameters: Type.Object({
      length: Type.Number({
        minimum: 0,
        default: 0.05,
        description: 'Length of the ramp: below 1 a fraction of the steps, from 1 on a whole number of steps, fewer than there are.'
      }),
      shape: shape(['linear', 'cosine'], 'How the rate rises.'),
      of: Type.Object(
        {
          rule: Type.String({ description: 'Any rule but `warmup`.' }),
          parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Its parameters.' }))
        },
        { additionalProperties: false, default: { rule: 'linear' }, description: 'The rule on the steps after the ramp.' }
      )
    }),
    first: '1/L, or ½(1 − cos(π/L)); that of `of` where L = 0',
    last: 'that of `of` on n − L steps (1 where that is one step)',
    elsewhere: {
      pytorch: 'SequentialLR of LinearLR and another',
      transformers: 'num_warmup_steps',
      optax: 'join_schedules of linear_schedule and another'
    },
    offByOne:
      'The first step has 1/L, so that none is lost, and the last of the ramp 1, which the first of the rule repeats; Transformers and optax start at 0 and are one step behind.',
    complete: (parameters, n, pointer) => {
      const { length, of } = parameters
      if (length >= 1 && !Number.isInteger(length)) {
        throw invalid(
          `${pointer}/length`,
          'A length from 1 on is a number of steps, and must be whole.',
          'Send a fraction below 1, or a whole number of steps.'
        )
      }
      if (length >= 1 && length >= n) {
        throw invalid(
          `${pointer}/length`,
          `The ramp would have ${length} of ${n} steps, and none is left for the rule.`,
          'Send a fraction below 1, or fewer steps.'
        )
      }
      if (of.rule === 'warmup') {
        throw invalid(`${pointer}/of/rule`, 'A warm-up does not follow a warm-up.', 'Name the rule that follows the ramp.')
      }
      const followed = resolveRule(rules, of, n - rampSteps(length, n), `${pointer}/of`)
      return { ...parameters, of: { rule: of.rule, parameters: followed.parameters } }
    },
    multiplier: (n, { length, shape: form, of }) => {
      const L = rampSteps(length, n)
      const { multiplier } = rules.find(({ name }) => name === of.rule)!
      const after = multiplier(n - L, of.parameters ?? {})
      return (j) => {
        if (j >= L) return after(j - L)
        const q = (j + 1) / L
        return form === 'cosine' ? 0.5 * (1 - Math.cos(Math.PI * q)) : q
      }
    }
  })
