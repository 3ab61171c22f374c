import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { magnitude } from './float.ts'
import { numberList } from './number-list.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'
import { text } from './text.ts'

export const NormsSource = Type.Object(
  {
    constant: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'The same norm at every step.' })),
    values: Type.Optional(numberList('Norms of successive steps, finite, one at least above 0.')),
    runId: Type.Optional(RunId),
    norm: Type.Optional(
      Type.Union([Type.Literal('l2'), Type.Literal('l1')], { description: 'Which series of the run; default as for a refinement.' })
    )
  },
  {
    $id: 'NormsSource',
    additionalProperties: false,
    oneOf: [{ required: ['constant'] }, { required: ['values'] }, { required: ['runId'] }],
    description:
      'The gradient norms that bounds are about: constant, in the body, or what a run has logged (without zeros and what is not finite, ' +
      'at even steps, unfiltered). They are interpolated linearly to the steps of a schedule, both ends kept.'
  }
)

export const Candidate = Type.Object(
  {
    rule: Type.Optional(
      Type.String({
        description: 'A rule of GET /v1/schedule-rules, or `refined`: the refinement of the norms at hand.',
        examples: ['cosine']
      })
    ),
    parameters: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description:
          'Those of the rule, defaults for what is absent. Of `refined`: weighting, preset, window, trim, method, warmupFloor as in ' +
          'POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square.'
      })
    ),
    scheduleId: Type.Optional(ScheduleId),
    multipliers: Type.Optional(numberList('Multipliers of successive steps, finite, one at least above 0; their scale does not matter.')),
    name: Type.Optional(text(256, { minLength: 1, description: 'What to call it; default the name of the schedule or rule.' }))
  },
  {
    $id: 'Candidate',
    additionalProperties: false,
    oneOf: [{ required: ['rule'] }, { required: ['scheduleId'] }, { required: ['multipliers'] }],
    description: 'A schedule: by rule, as it is stored, or as its multipliers.'
  }
)

const steps = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: stepsLimit,
    description:
      'Length of the schedules. Default: their own, else that of the norms (of a run: its totalSteps, else what it has logged). A stored ' +
      'schedule and multipliers have a length of their own, and no other.'
  })
)
const distance = Type.Optional(
  Type.Number({ exclusiveMinimum: 0, default: 1, description: 'D = ‖x₁ − x*‖, from the start to the solution.' })
)

const T = Type.Integer({ minimum: 1, description: 'Steps up to the last with a multiplier above 0; later norms do not count.' })
const optimalRate = magnitude('γ*, the base rate with the least bound: the learning rate at multiplier 1.')
const optimalBound = magnitude('Ω*, the bound at γ*.')

export const BoundRequest = Type.Object(
  {
    candidate: ref(Candidate),
    steps,
    norms: ref(NormsSource),
    distance,
    peakLearningRate: Type.Optional(Type.Number({ minimum: 0, description: 'A base rate at which the bound is wanted.' }))
  },
  { $id: 'BoundRequest', additionalProperties: false, description: 'A schedule, and the norms to bound it on.' }
)

export const Bound = Type.Object(
  {
    T,
    optimalRate,
    optimalBound,
    bound: Type.Optional(magnitude('The bound at `peakLearningRate`, where that was given: the sum of the terms.')),
    terms: Type.Object(
      {
        distance: magnitude('D²/(2γΣm).'),
        steps: magnitude('γΣm²g²/(2Σm).'),
        lastIterate: magnitude('What it costs to answer with the last iterate and not with the average.')
      },
      { additionalProperties: false, description: 'The terms of the bound, at `peakLearningRate` where that was given, else at γ*.' }
    ),
    weighted: Type.Optional(
      Type.Object(
        {
          T: Type.Integer({ minimum: 1, description: 'The number of weights, the last included.' }),
          optimalRate: magnitude('The learning rate at multiplier 1 with the least bound.'),
          optimalBound: magnitude('D·√Σw²g²/Σw.')
        },
        {
          additionalProperties: false,
          description:
            'Theorem A, for schedules made of weights w alone: `linear` to 0, and closed-form refinements over as many steps as norms, ' +
            'without warmupFloor (a stored one: while its run has the same norms). About half the general bound; never compare the two.'
        }
      )
    )
  },
  { $id: 'Bound', additionalProperties: false, description: 'The general bound on the suboptimality of the last iterate.' }
)

export const ComparisonRequest = Type.Object(
  {
    candidates: Type.Array(ref(Candidate), { minItems: 1, maxItems: 100 }),
    steps,
    norms: ref(NormsSource),
    distance
  },
  { $id: 'ComparisonRequest', additionalProperties: false, description: 'Schedules, and the norms to compare them on.' }
)

export const Comparison = Type.Object(
  {
    ranking: Type.Array(
      Type.Object(
        { name: Type.String(), T, optimalRate, optimalBound, ratio: magnitude('Of the bound to that of the best, at least 1.') },
        { additionalProperties: false }
      ),
      { description: 'Best first, each at its best base rate.' }
    ),
    summary: Type.String({ description: 'The outcome in one sentence.' }),
    warnings: Type.Array(
      Type.Object(
        { code: Type.Enum(['zeros-within', 'different-lengths', 'l1-norms']), detail: Type.String() },
        { additionalProperties: false }
      ),
      { description: 'What to think of before trusting the ranking.' }
    )
  },
  { $id: 'Comparison', additionalProperties: false, description: 'Schedules ranked by their general bounds.' }
)

type Lists<Source, Name extends string> = Omit<Source, Name> & { [key in Name]?: Float64Array }
type WithLists<Request extends { norms: unknown }> = Omit<Request, 'norms' | 'candidate' | 'candidates'> & {
  norms: Lists<Static<typeof NormsSource>, 'values'>
}
/** As they are when their lists are parsed. */
export type BoundRequest = WithLists<Static<typeof BoundRequest>> & { candidate: Lists<Static<typeof Candidate>, 'multipliers'> }
export type ComparisonRequest = WithLists<Static<typeof ComparisonRequest>> & {
  candidates: Lists<Static<typeof Candidate>, 'multipliers'>[]
}
