import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { magnitude } from './float.ts'
import { orNull } from './or-null.ts'
import { text } from './text.ts'

export const HorizonReport = Type.Object(
  {
    cooldown: Type.Optional(
      Type.Number({ minimum: 0, maximum: 1, description: 'method cooldown: the new cooldown, a fraction of the steps after the warm-up.' })
    ),
    factor: Type.Optional(
      Type.Number({ minimum: 0, description: 'method two-stage: the height of the second plateau in terms of the first, ρ.' })
    ),
    optimalRate: magnitude('γ*: the base rate with the least bound for the new schedule, as it is answered; for distance 1.'),
    previousOptimalRate: magnitude('The same of the old schedule. Their ratio is what a tuned peak learning rate is to be multiplied by.'),
    warnings: Type.Array(
      Type.Object(
        { code: Type.Enum(['not-met', 'already-past']), detail: Type.String() },
        { additionalProperties: false, description: 'not-met: no choice gives the optimal rate of the old schedule.' }
      )
    )
  },
  { $id: 'HorizonReport', additionalProperties: false, description: 'How a schedule was made longer or shorter.' }
)

export const HorizonCreate = Type.Object(
  {
    steps: Type.Number({
      exclusiveMinimum: 0,
      description: `How long the whole run is to be now, in optimizer steps (at most ${stepsLimit}) or in \`unit\`.`
    }),
    fromStep: Type.Optional(
      Type.Number({
        minimum: 0,
        description:
          'The first step that is still to be done: what comes before it has happened. Default: the first of the cooldown; 0 where there is none.'
      })
    ),
    method: Type.Optional(
      Type.Enum(['cooldown', 'two-stage', 'stretch'], {
        description:
          'two-stage goes on at a lower plateau, cooldown takes a longer cooldown, both so that the optimal rate stays what it was; stretch ' +
          'draws out what is left of the curve. Default: two-stage for `wsd`, else stretch.'
      })
    ),
    name: Type.Optional(orNull(text(1024, { description: 'What people call the new schedule. Default: as the old one.' })))
  },
  { $id: 'HorizonCreate', additionalProperties: false, description: 'Another length for a run whose schedule there is.' }
)
export type HorizonCreate = Static<typeof HorizonCreate>
