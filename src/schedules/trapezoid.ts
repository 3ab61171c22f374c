import { Type } from 'typebox'
import { floorOfPart, roundOfPart } from '../domain/parts-of-steps.ts'
import { invalid } from '../domain/problems.ts'
import { decayTo } from './parts/decay-to.ts'
import { final } from './parts/parameters.ts'
import { checkPartLength, partLength } from './parts/ramp-length.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Rises along a line, stays, falls along a line.
 *
 *     L = ⌊warmup·n + ½⌋,   N = ⌊cooldown·n⌋  for fractions
 *     m_j = (j + 1)/L for j < L,  1 for j < n − N,  then f + (1 − f)(n − j)/N
 *
 * @see Xing, Arpit, Tsirigotis, Bengio, A Walk with SGD, 2018, section 5. arXiv:1802.08770
 */
export const trapezoid = defineSchedule({
  name: 'trapezoid',
  title: 'Trapezoid',
  source: {
    authors: 'Xing, Arpit, Tsirigotis, Bengio',
    title: 'A Walk with SGD',
    year: 2018,
    arxiv: '1802.08770',
    code: 'Transformers, warmup_stable_decay with decay_type="linear"'
  },
  parameters: Type.Object({
    warmup: partLength(0.05, 'Length of the rise'),
    cooldown: partLength(0.2, 'Length of the fall'),
    final: { ...final, description: 'The value that the last line would reach one step after the last.' }
  }),
  first: '1/L (1 where warmup·n < ½)',
  last: 'final + (1 − final)/N (1 where cooldown·n < 1)',
  elsewhere: { pytorch: null, transformers: 'warmup_stable_decay', optax: null },
  offByOne:
    'As in Transformers, the first step of the cooldown still has 1 and `final` comes one step after the last; `wsd` has `final` on the last. The warm-up goes from 1/L to 1; Transformers starts at 0 and is one step behind.',
  complete: (parameters, n, pointer) => {
    const { warmup, cooldown } = parameters
    checkPartLength(warmup, n, `${pointer}/warmup`, 'warm-up')
    checkPartLength(cooldown, n, `${pointer}/cooldown`, 'cooldown')
    const isLong = warmup <= 1 && cooldown <= 1 ? warmup + cooldown > 1 : riseSteps(warmup, n) + fallSteps(cooldown, n) > n
    if (isLong) throw invalid(`${pointer}/cooldown`, 'warmup and cooldown are longer than the schedule.', 'Make one of them shorter.')
    return parameters
  },
  rise: (n, { warmup }) => riseSteps(warmup, n),
  multiplier: (n, { warmup, cooldown, final: f }) => {
    const L = riseSteps(warmup, n)
    const N = Math.min(n - L, fallSteps(cooldown, n))
    return (j) => {
      if (j < L) return (j + 1) / L
      return j < n - N ? 1 : decayTo(f, (n - j) / N)
    }
  }
})

const riseSteps = (warmup: number, n: number): number => Math.min(n, warmup > 1 ? warmup : roundOfPart(warmup, n))
const fallSteps = (cooldown: number, n: number): number => (cooldown > 1 ? cooldown : floorOfPart(cooldown, n))
