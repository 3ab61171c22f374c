import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { comparisonWarnings } from '../../domain/warning-codes.ts'
import { magnitude } from './float.ts'
import { numberList } from './number-list.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'
import { text } from './text.ts'

export const NormsSource = Type.Object(
  {
    constant: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'The same norm at every step.' })),
    values: Type.Optional(numberList('Norms of successive steps. Finite; at least one above 0.')),
    runId: Type.Optional(RunId),
    norm: Type.Optional(
      Type.Union([Type.Literal('l2'), Type.Literal('l1')], { description: 'Which series of the run. Default: as for a refinement.' })
    )
  },
  {
    $id: 'NormsSource',
    additionalProperties: false,
    oneOf: [{ required: ['constant'] }, { required: ['values'] }, { required: ['runId'] }],
    description:
      'The gradient norms for a bound: constant, in the body, or logged by a run (at even steps, unfiltered, without zeros, NaN and ' +
      'infinities). They are interpolated linearly to the steps of the schedule, from its first to its last.'
  }
)

export const Candidate = Type.Object(
  {
    rule: Type.Optional(
      Type.String({
        description: 'A rule of GET /v1/schedule-rules, or `refined` for the refinement of these norms.',
        examples: ['cosine']
      })
    ),
    parameters: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description:
          'Parameters of the rule; absent ones take their defaults. `refined` takes weighting, preset, window, trim, method and warmupFloor ' +
          'as in POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square.'
      })
    ),
    scheduleId: Type.Optional(ScheduleId),
    multipliers: Type.Optional(numberList('Multipliers of successive steps. Finite; at least one above 0. Their scale does not matter.')),
    name: Type.Optional(text(256, { minLength: 1, description: 'A name for the answer. Default: the name of the schedule or rule.' }))
  },
  {
    $id: 'Candidate',
    additionalProperties: false,
    oneOf: [{ required: ['rule'] }, { required: ['scheduleId'] }, { required: ['multipliers'] }],
    description: 'A schedule: a rule, the id of a stored schedule, or multipliers.'
  }
)

const steps = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: stepsLimit,
    description:
      'Length of the schedules in optimizer steps. Default: their own, else that of the norms (of a run: totalSteps, else the extent of ' +
      'what it has logged). Stored schedules and multipliers have a fixed length.'
  })
)
const distance = Type.Optional(
  Type.Number({ exclusiveMinimum: 0, default: 1, description: 'D = ‖x₁ − x*‖, the distance from the initial point to the solution.' })
)

const T = Type.Integer({ minimum: 1, description: 'Number of steps up to the last multiplier above 0. Later norms do not count.' })
const optimalRate = magnitude('γ*, the base learning rate (at multiplier 1) with the least bound.')
const optimalBound = magnitude('Ω*, the bound at γ*.')

export const BoundRequest = Type.Object(
  {
    candidate: ref(Candidate),
    steps,
    norms: ref(NormsSource),
    distance,
    peakLearningRate: Type.Optional(Type.Number({ minimum: 0, description: 'Learning rate at multiplier 1, to compute the bound at.' }))
  },
  { $id: 'BoundRequest', additionalProperties: false, description: 'A schedule, and the norms to compute its bound on.' }
)

export const Bound = Type.Object(
  {
    T,
    optimalRate,
    optimalBound,
    bound: Type.Optional(magnitude('The bound at `peakLearningRate`, if sent: the sum of the terms.')),
    terms: Type.Object(
      {
        distance: magnitude('D²/(2γΣm).'),
        steps: magnitude('γΣm²g²/(2Σm).'),
        lastIterate: magnitude('The cost of returning the last iterate instead of the average.')
      },
      { additionalProperties: false, description: 'The terms of the bound, at `peakLearningRate` if sent, else at γ*.' }
    ),
    weighted: Type.Optional(
      Type.Object(
        {
          T: Type.Integer({ minimum: 1, description: 'The number of weights, including the last.' }),
          optimalRate: magnitude('The base learning rate (at multiplier 1) with the least bound.'),
          optimalBound: magnitude('D·√Σw²g²/Σw.')
        },
        {
          additionalProperties: false,
          description:
            'The bound of Theorem A. Only for schedules made from weights w: `linear` to 0, and closed-form refinements with as many steps as ' +
            'norms and no warmupFloor (a stored one while its run has the same norms). About half the general bound; do not compare the two.'
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
    distance,
    points: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2000,
        default: 0,
        description: 'Of so many multipliers of each schedule the answer tells, at most.'
      })
    )
  },
  { $id: 'ComparisonRequest', additionalProperties: false, description: 'Schedules, and the norms to compare them on.' }
)

export const Comparison = Type.Object(
  {
    ranking: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          T,
          optimalRate,
          optimalBound,
          ratio: magnitude('This bound over the best one, ≥ 1.'),
          drawn: Type.Optional(
            Type.Object(
              { steps: Type.Array(Type.Integer({ minimum: 0 })), multipliers: Type.Array(Type.Number()) },
              {
                additionalProperties: false,
                description:
                  'Its multipliers at some steps, where `points` asks for them: the first, the last, the peak, and even ones between.'
              }
            )
          )
        },
        { additionalProperties: false }
      ),
      { description: 'Best first, each at its best base learning rate.' }
    ),
    summary: Type.String({ description: 'The outcome in words. Schedules whose bounds differ by less than 10 % are called equally good.' }),
    warnings: Type.Array(Type.Object({ code: Type.Enum(comparisonWarnings), detail: Type.String() }, { additionalProperties: false }), {
      description: 'Reasons to doubt the ranking.'
    })
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
