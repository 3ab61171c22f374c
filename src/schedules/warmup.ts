import { Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { shape } from './parts/parameters.ts'
import { checkRampLength, rampLength, rampSteps } from './parts/ramp-length.ts'
import { resolveRule } from './parts/resolve-rule.ts'
import { defineSchedule, type ScheduleRule } from './parts/schedule-rule.ts'

/** L. Leaves at least one step to the rule. */
const steps = (length: number, n: number): number => Math.min(rampSteps(length, n), n - 1)

/**
 * Ramps from almost 0 to 1, then follows another rule on the remaining steps.
 *
 *     L = ⌊length·n + ½⌋ for a fraction, at most n − 1,   q = (j + 1)/L
 *     m_j = q  or  ½(1 − cos πq)  for j < L, then `of` on n − L steps
 *
 * @param rules the rules that can follow the ramp
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
      length: rampLength(0.05),
      shape: shape(['linear', 'cosine'], 'Shape of the ramp.'),
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
      'The ramp goes from 1/L to 1, so no step is lost; the first step of the rule has 1 again. Transformers and optax start at 0 and are one step behind.',
    complete: (parameters, n, pointer) => {
      const { length, of } = parameters
      checkRampLength(length, n - 1, `${pointer}/length`)
      if (of.rule === 'warmup') {
        throw invalid(`${pointer}/of/rule`, 'A warm-up cannot follow a warm-up.', 'Name the rule that follows the ramp.')
      }
      const followed = resolveRule(rules, of, n - steps(length, n), `${pointer}/of`)
      return { ...parameters, of: { rule: of.rule, parameters: followed.parameters } }
    },
    rise: (n, { length }) => steps(length, n),
    multiplier: (n, { length, shape: form, of }) => {
      const L = steps(length, n)
      const { multiplier } = rules.find(({ name }) => name === of.rule)!
      const after = multiplier(n - L, of.parameters ?? {})
      return (j) => {
        if (j >= L) return after(j - L)
        const q = (j + 1) / L
        return form === 'cosine' ? 0.5 * (1 - Math.cos(Math.PI * q)) : q
      }
    }
  })
