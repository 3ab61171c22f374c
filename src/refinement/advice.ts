import { type Static, Type } from 'typebox'
import { median } from '../kernels/order-statistic.ts'
import { times } from './diagnosis/amounts.ts'
import { thinned } from './diagnosis/thinned.ts'
import { type Explained, isFromOutside, rangeMin } from './explained.ts'
import { besideOther, type Filtered } from './other-preset.ts'
import { unexplainedMin } from './unexplained.ts'

/** What to train with, and why. */
export const Advice = Type.Object(
  {
    verdict: Type.Unsafe<'refined' | 'either' | 'warm-up-linear'>({
      type: 'string',
      enum: ['refined', 'either', 'warm-up-linear'],
      description:
        'Which schedule the evidence speaks for. `refined`: this one, since the norms change for another reason than convergence. `either`: this one and 5 % ' +
        'warm-up with linear decay alike. `warm-up-linear`: 5 % warm-up with linear decay.'
    }),
    detail: Type.String({ description: 'The sentence to act on; and, where the presets differ much, which evidence stands on which side.' })
  },
  { additionalProperties: false, description: 'What to train with, and why.' }
)
export type Advice = Static<typeof Advice>

/** Without losses: the first half's median over the second's, below which norms rise. Convergence makes norms fall. */
const halvesMax = 0.9

/** With one of these the log does not carry a schedule of its own. */
const tooWeak = ['loss-scale', 'concentrated', 'few-points', 'coarse-stride', 'loss-span']

/** What is known when the schedule is made. */
interface Outcome {
  readonly multipliers: Float64Array
  readonly explanation: Explained | null
  /** The factor by which the norms change that their losses do not explain; null without losses. */
  readonly unexplained: number | null
  /** Codes of the warnings, the gravest first. */
  readonly codes: readonly string[]
  /** The schedule is linear decay, but for its warm-up. */
  readonly isLinear: boolean
}

/**
 * Looks at filtered norms while they are there; what it returns advises on the finished schedule.
 *
 * With losses the schedule is advised where norms change for another reason than convergence: where a level that follows the losses moves, and for preset
 * robust also by the slope of norms on losses. Where the losses explain norms that change by more than half, preset paper is advised against: there it was
 * behind in 34 of 47 problems and ahead in 4. Without losses the schedule is advised where the norms rise: right in 95 of 100 cases, which are 38 of 100 that
 * are right. Warnings may forbid it (`docs/advice.md`).
 */
export function prepareAdvice(filtered: Filtered): (outcome: Outcome) => Advice {
  const { preset } = filtered.options
  const few = thinned(filtered.norms)
  const half = few.length >> 1
  const halves = median(few.subarray(0, half)) / median(few.subarray(half))
  const differsFrom = besideOther(filtered)
  return ({ multipliers, explanation, unexplained, codes, isLinear }) => {
    const isMoved = unexplained !== null && unexplained >= unexplainedMin
    const bySlope = preset === 'robust' && explanation !== null && isFromOutside(explanation)
    const evidence = unexplained === null ? halves < halvesMax : isMoved || bySlope
    const weak = tooWeak.filter((code) => codes.includes(code))
    const differs = preset !== 'reference' && differsFrom(multipliers) ? ` ${bothSides[preset]}` : ''
    const against = codes.find(
      (code): code is keyof typeof reasons =>
        code === 'loss-range' || code === 'overshoot' || (code === 'collapsed-norms' && preset !== 'robust' && !isMoved)
    )
    if (against !== undefined) {
      return { verdict: 'warm-up-linear', detail: `${reasons[against][preset === 'robust' && isLinear ? 'own' : 'other']}${differs}` }
    }
    if (preset === 'paper' && !isMoved && explanation !== null && explanation.range > rangeMin) {
      return { verdict: 'warm-up-linear', detail: `${asConvergence(explanation)}${differs}` }
    }
    if (evidence && weak.length === 0 && isLinear && preset === 'robust') {
      const change = explanation === null ? `rise to ${times(1 / halves)} times` : `change ${times(Math.exp(explanation.range))} times`
      return {
        verdict: 'refined',
        detail: `Train with this schedule, which is linear decay after a warm-up: the norms ${change}, too little beside their noise to move the rate.${differs}`
      }
    }
    if (evidence && weak.length === 0) {
      const cause = isMoved ? unexplainedBy(unexplained) : explanation === null ? risen(halves) : beyond(explanation)
      const doubt = codes.includes('rising-norms') ? ', unless weight decay wrote it into the norms (see `rising-norms`)' : ''
      return { verdict: 'refined', detail: `Train with this schedule: ${cause}${doubt}.${differs}` }
    }
    if (weak.length > 0) {
      const named = weak.map((code) => `\`${code}\``).join(', ')
      return {
        verdict: 'either',
        detail: `Train with 5 % warm-up and linear decay as well as with this one: the log does not show enough to prefer a schedule of its own (${named}).${differs}`
      }
    }
    const what =
      isLinear && preset === 'robust'
        ? 'Train with this schedule, which is linear decay after a warm-up: nothing in this log speaks for another one'
        : 'Train with this schedule or with 5 % warm-up and linear decay: nothing in this log speaks for one of them'
    return { verdict: 'either', detail: `${what}${unexplained === null ? '; a loss beside the norms would tell more' : ''}.${differs}` }
  }
}

const risen = (halves: number): string =>
  `the norms rise, to ${times(1 / halves)} times in the second half, and steps count less where they are larger; a loss beside the norms would tell more`

const unexplainedBy = (factor: number): string =>
  `the norms change by a factor of ${times(factor)} that the losses do not explain, so not because training converges`

const beyond = ({ slope, range }: Explained): string =>
  `the norms change ${times(Math.exp(range))} times, ${slope < 0 ? 'against' : 'more than'} the loss (to its power ${Number(slope.toPrecision(2))}), so not because training converges`

const asConvergence = ({ range }: Explained): string =>
  `Train with 5 % warm-up and linear decay: the norms change ${times(Math.exp(range))} times and the losses explain it, so training converges, and this preset takes that for gradients that became ` +
  'less noisy. On small models it was then behind more often than not.'

/** Where a warning speaks for linear decay. `own`: the schedule is it already. */
const reasons = {
  'loss-range': {
    own: 'Train with this schedule, which is linear decay after a 5 % warm-up: the losses vanish, or the run diverged, and no other can be made of this log.',
    other: 'Train with 5 % warm-up and linear decay: the losses vanish, or the run diverged, and this log shows nothing else.'
  },
  overshoot: {
    own: 'Train with this schedule, which is linear decay after a warm-up, at a lower peak: the rate of this run was too high. Its log carries no other schedule.',
    other: 'Train with 5 % warm-up and linear decay at a lower peak, and refine the log of that run: the rate of this one was too high.'
  },
  'collapsed-norms': {
    own: '',
    other:
      'Train with 5 % warm-up and linear decay: these norms fall as where training converges, and schedules refined from such norms lost to it on small networks.'
  }
} as const

/** What evidence stands on which side, where the presets differ much. */
const bothSides = {
  robust:
    'Preset `paper` makes another schedule of these norms. Its authors report that theirs did better than linear decay on most of their large models; on the small ' +
    'ones that this advice was tried on it did worse wherever training converged. Two runs tell.',
  paper:
    'Preset `robust` makes another schedule of this log. On small models, with which it was tried, it did no worse than linear decay where this one lost; for this ' +
    "one stand its authors' results on large models. Two runs tell."
} as const
