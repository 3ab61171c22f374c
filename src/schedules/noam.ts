import { Type } from 'typebox'
import { checkRampLength, rampLength, rampSteps } from './parts/ramp-length.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Inverse square root with a linear warm-up, divided by its peak.
 *
 *     w = ⌊length·n + ½⌋ for a fraction, at least 1,   t = j + 1
 *     m_j = min(t/w, √(w/t))
 *
 * The paper's rate is d^−½·min(t^−½, t·w^−³⁄²): its peak, (dw)^−½, is the peak learning rate here.
 * @see Vaswani et al., Attention Is All You Need, 2017, section 5.3. arXiv:1706.03762
 */
export const noam = defineSchedule({
  name: 'noam',
  title: 'Inverse square root with warm-up (Noam)',
  source: {
    authors: 'Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser, Polosukhin',
    title: 'Attention Is All You Need',
    year: 2017,
    arxiv: '1706.03762',
    algorithm: 'section 5.3',
    code: 'Transformers, inverse_sqrt'
  },
  parameters: Type.Object({ length: rampLength(0.04) }),
  first: '1/w',
  last: '√(w/n)',
  elsewhere: { pytorch: null, transformers: 'inverse_sqrt', optax: null },
  offByOne: 't counts from 1 as in the paper, so step w − 1 has 1. Transformers counts from 0, starts at 0 and is one step behind.',
  complete: (parameters, n, pointer) => {
    checkRampLength(parameters.length, n, `${pointer}/length`)
    return parameters
  },
  rise: (n, { length }) => warmupSteps(length, n) - 1,
  multiplier: (n, { length }) => {
    const w = warmupSteps(length, n)
    return (j) => {
      const t = j + 1
      return t < w ? t / w : Math.sqrt(w / t)
    }
  }
})

/** w, the number of the first step that has 1. */
const warmupSteps = (length: number, n: number): number => Math.max(1, rampSteps(length, n))
