import { Type } from 'typebox'
import { partOf } from '../domain/parts-of-steps.ts'
import { invalid } from '../domain/problems.ts'
import { fraction, shape } from './parts/parameters.ts'
import { checkRampLength, rampLength } from './parts/ramp-length.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Rises to the peak, then falls far below the first multiplier.
 *
 *     w = warmup·n − 1  for a fraction, warmup − 1 for a number of steps
 *     m_j from start to 1 over j = 0 … w, then from 1 to final over j = w … n − 1, along half a cosine or a line
 *
 * @see Smith, Topin, Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates, 2017. arXiv:1708.07120
 */
export const oneCycle = defineSchedule({
  name: 'one-cycle',
  title: 'One cycle',
  source: {
    authors: 'Smith, Topin',
    title: 'Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates',
    year: 2017,
    arxiv: '1708.07120',
    code: 'PyTorch, OneCycleLR with three_phase=False'
  },
  parameters: Type.Object({
    warmup: {
      ...rampLength(0.3),
      description: 'Length of the rise: below 1 a fraction of the steps, pct_start of PyTorch; from 2 on a whole number of steps.'
    },
    shape: shape(['cosine', 'linear'], 'Shape of the rise and the fall: anneal_strategy of PyTorch.'),
    start: fraction(0.04, 'The first multiplier: 1/div_factor of PyTorch.'),
    final: fraction(0.000004, 'The last multiplier: 1/(div_factor·final_div_factor) of PyTorch.')
  }),
  first: 'start (1 where warmup·n = 1, almost 1 where it is less)',
  last: 'final',
  elsewhere: { pytorch: 'OneCycleLR', transformers: null, optax: 'cosine_onecycle_schedule' },
  offByOne:
    'As in PyTorch, the peak is at step warmup·n − 1, between two steps if that is not whole, and the last step has `final`. optax has the peak one step later and `final` one step after the last.',
  complete: (parameters, n, pointer) => {
    if (parameters.warmup === 1)
      throw invalid(`${pointer}/warmup`, 'would be all steps, or one.', 'Send a fraction below 1, or 2 steps or more.')
    checkRampLength(parameters.warmup, n, `${pointer}/warmup`)
    return parameters
  },
  rise: (n, { warmup }) => Math.max(0, Math.ceil(peakOf(warmup, n))),
  multiplier: (n, { warmup, shape: form, start, final }) => {
    const w = peakOf(warmup, n)
    const between = form === 'cosine' ? betweenAlongCosine : betweenAlongLine
    return (j) => (j <= w && w > 0 ? between(start, 1, j / w) : between(1, final, (j - w) / (n - 1 - w)))
  }
})

/** w, the position of the peak. */
const peakOf = (warmup: number, n: number): number => (warmup < 1 ? partOf(warmup, n) : warmup) - 1

/** From `from` at x = 0 to `to` at x = 1, both exact. */
function betweenAlongCosine(from: number, to: number, x: number): number {
  return x === 0 ? from : to + ((from - to) / 2) * (1 + Math.cos(Math.PI * x))
}

function betweenAlongLine(from: number, to: number, x: number): number {
  return x === 1 ? to : from + (to - from) * x
}
