import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { compareLog, usualCandidates } from '../comparison/compare-log.ts'
import { type Call, checked } from './call.ts'
import { CandidateOfCall, candidatesAt } from './candidates.ts'
import { normsAt, Vector, vectorAt } from './vectors.ts'

const Compare = Type.Object(
  {
    values: Vector,
    losses: Type.Optional(Vector),
    candidates: Type.Optional(Type.Array(CandidateOfCall, { minItems: 1, maxItems: 100 })),
    norm: Type.Optional(Type.Enum(['l2', 'l1'])),
    steps: Type.Optional(Type.Integer({ minimum: 1, maximum: stepsLimit })),
    distance: Type.Optional(Type.Number({ exclusiveMinimum: 0 }))
  },
  { additionalProperties: false }
)

/** `taper compare`, and `POST /v1/comparisons` of norms in the body. */
export const compareCall: Call = {
  name: 'compare',
  async answer(given) {
    const { values, losses, candidates, norm = 'l2', ...rest } = checked<Static<typeof Compare>>(Compare, given, 'a comparison')
    const steps = { first: 0, stride: 1 }
    const points = {
      steps,
      values: normsAt(values, '/values'),
      losses: losses === undefined ? null : { steps, values: vectorAt(losses, '/losses') }
    }
    return await compareLog(points, candidatesAt(candidates) ?? usualCandidates(), { norm: norm as 'l1' | 'l2', ...rest })
  }
}
