import { type Static, Type } from 'typebox'
import { horizonMethods, stepsLimit } from '../../domain/schedule.ts'
import { horizonWarnings } from '../../domain/warning-codes.ts'
import { magnitude } from './float.ts'
import { orNull } from './or-null.ts'
import { text } from './text.ts'

export const HorizonReport = Type.Object(
  {
    cooldown: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'With method cooldown: the new cooldown, as a fraction of the steps after the warm-up.'
      })
    ),
    factor: Type.Optional(
      Type.Number({
        minimum: 0,
        description: 'With two-stage and rewarm: ρ, the height of the second plateau or peak over that of the first.'
      })
    ),
    peakFactor: Type.Optional(
      Type.Number({
        minimum: 1,
        description:
          'What all multipliers were divided by, so that none is above 1. The peak learning rate of the schedule is multiplied by it.'
      })
    ),
    optimalRate: magnitude('γ*, the base learning rate with the least bound for the new schedule, at distance 1.'),
    previousOptimalRate: magnitude('γ* of the old schedule. Multiply a tuned peak learning rate by optimalRate / previousOptimalRate.'),
    warnings: Type.Array(
      Type.Object(
        { code: Type.Enum(horizonWarnings), detail: Type.String() },
        {
          additionalProperties: false,
          description:
            'not-met: no choice keeps the optimal rate of the old schedule. already-past: the new cooldown begins in the past. rest-zero: every ' +
            'multiplier still to come is 0. peak-unknown: multiply your peak learning rate by `peakFactor`.'
        }
      )
    )
  },
  { $id: 'HorizonReport', additionalProperties: false, description: 'How a schedule was made longer or shorter.' }
)

export const HorizonCreate = Type.Object(
  {
    steps: Type.Number({
      exclusiveMinimum: 0,
      description: `New length of the whole run, in optimizer steps (at most ${stepsLimit}) or in \`unit\`.`
    }),
    fromStep: Type.Optional(
      Type.Number({
        minimum: 0,
        description:
          'The first step still to come. Earlier multipliers stay. Default: the first step of the cooldown, or 0 if there is none. The number of steps of ' +
          'the old schedule goes on after its end.'
      })
    ),
    method: Type.Optional(
      Type.Enum(horizonMethods, {
        description:
          'two-stage continues at a lower plateau, cooldown lengthens the cooldown; both keep the optimal rate. stretch stretches the rest ' +
          'of the curve. rewarm rises again from the last past multiplier, then decays: to go on after the end. Default: two-stage for `wsd`, else ' +
          'stretch; rewarm after the end.'
      })
    ),
    name: Type.Optional(orNull(text(1024, { description: 'A title for people. Default: that of the old schedule.' })))
  },
  { $id: 'HorizonCreate', additionalProperties: false, description: 'A new length for a run in progress.' }
)
export type HorizonCreate = Static<typeof HorizonCreate>
