import { Type } from 'typebox'
import { roundOfPart } from '../domain/parts-of-steps.ts'
import { invalid } from '../domain/problems.ts'
import { type RuleCandidate, resolveRule } from './parts/resolve-rule.ts'
import { defineSchedule, type ScheduleRule } from './parts/schedule-rule.ts'

/** k, at least one step before the branch and one in it. */
const firstStep = (from: number, n: number): number => Math.max(1, Math.min(n - 1, from < 1 ? roundOfPart(from, n) : from))

/** n − k. */
const stepsAfter = (from: number, n: number): number => Math.max(1, n - firstStep(from, n))

const ruleOf = {
  rule: Type.String({ description: 'Any rule but `branch`.' }),
  parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Its parameters.' }))
}

/**
 * Leaves a schedule at a step, from where another rule goes on at the rate that was reached: a cooldown from a checkpoint.
 *
 *     k = ⌊from·n + ½⌋ for a fraction, from itself where it is 1 or more
 *     m_j = b_j  for j < k,   m_j = b_k·a_{j−k}  for j ≥ k
 *
 * with b the schedule `before` on its own number of steps, past whose end its last value stays, and a the rule `after` on the n − k steps
 * that are left.
 * @param rules the rules that both parts can follow
 * @see Hägele, Bakouch, Kosson, Ben Allal, Von Werra, Jaggi, Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations,
 *   2024, section 3, on cooldowns from checkpoints of one run. arXiv:2405.18392
 */
export const branch = (rules: readonly ScheduleRule[]) =>
  defineSchedule({
    name: 'branch',
    title: 'Another rule from a checkpoint on',
    source: {
      authors: 'Hägele, Bakouch, Kosson, Ben Allal, Von Werra, Jaggi',
      title: 'Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations',
      year: 2024,
      arxiv: '2405.18392',
      algorithm: 'section 3'
    },
    parameters: Type.Object({
      from: Type.Number({
        exclusiveMinimum: 0,
        default: 0.8,
        description: 'The first step of the branch: below 1 a fraction of the steps, from 1 on a step, as many as are done.'
      }),
      before: Type.Object(
        {
          ...ruleOf,
          steps: Type.Optional(Type.Integer({ minimum: 1, description: 'Its number of steps, unless given that of the whole.' }))
        },
        { additionalProperties: false, default: { rule: 'flat' }, description: 'The schedule until then, on its own number of steps.' }
      ),
      after: Type.Object(ruleOf, {
        additionalProperties: false,
        default: { rule: 'linear' },
        description: 'The rule of the steps that are left, as a share of the rate that was reached.'
      })
    }),
    first: 'that of `before`',
    last: 'that of `after` on n − k steps (1 where that is one step), times b_k',
    elsewhere: { pytorch: null, transformers: null, optax: null },
    offByOne:
      'Step k has the rate that `before` would have had: a linear or cosine branch falls from the next step on, and `wsd` with a cooldown of 1 the same.',
    complete: ({ from, before, after, ...more }, n, pointer) => {
      if (from >= 1 && (!Number.isInteger(from) || from >= n)) {
        throw invalid(
          `${pointer}/from`,
          `The branch begins at step ${from}, and the schedule has ${n} steps.`,
          `Send a whole step up to ${n - 1}, or a fraction below 1.`
        )
      }
      const resolved = (candidate: RuleCandidate, steps: number, at: string) => {
        if (candidate.rule === 'branch') {
          throw invalid(`${at}/rule`, 'A branch cannot be part of a branch.', 'Name the rule that it follows there.')
        }
        return { rule: candidate.rule, parameters: resolveRule(rules, candidate, steps, at).parameters }
      }
      const { steps = n } = before
      return {
        from,
        before: { ...resolved(before, steps, `${pointer}/before`), steps },
        after: resolved(after, stepsAfter(from, n), `${pointer}/after`),
        ...more
      }
    },
    rise: (n, { from, before }) => {
      const { rule, parameters = {}, steps = n } = before
      return Math.min(firstStep(from, n), rules.find(({ name }) => name === rule)!.rise?.(steps, parameters) ?? 0)
    },
    multiplier: (n, { from, before, after }) => {
      const k = firstStep(from, n)
      const { steps = n } = before
      const multiplierOf = ({ rule, parameters = {} }: RuleCandidate, length: number) =>
        rules.find(({ name }) => name === rule)!.multiplier(length, parameters)
      const b = multiplierOf(before, steps)
      const a = multiplierOf(after, stepsAfter(from, n))
      const reached = b(Math.min(k, steps - 1))
      return (j) => (j < k ? b(Math.min(j, steps - 1)) : reached * a(j - k))
    }
  })
