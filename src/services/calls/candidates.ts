import { type Static, Type } from 'typebox'
import { invalid } from '../../domain/problems.ts'
import { Vector, vectorAt } from './vectors.ts'

/** A schedule as a call names it: a rule, or multipliers. What is stored is at a service. */
export const CandidateOfCall = Type.Object(
  {
    rule: Type.Optional(Type.String()),
    parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    multipliers: Type.Optional(Vector),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    peakLearningRate: Type.Optional(Type.Number({ exclusiveMinimum: 0 }))
  },
  { additionalProperties: false }
)
export type CandidateOfCall = Static<typeof CandidateOfCall>

/** @throws Problem `invalid-request` where one is neither, or both */
export function candidatesAt(candidates: readonly CandidateOfCall[] | undefined): readonly CandidateOfCall[] | undefined {
  for (const [k, { rule, multipliers }] of (candidates ?? []).entries()) {
    if ((rule === undefined) === (multipliers === undefined)) {
      throw invalid(`/candidates/${k}`, 'must have either `rule` or `multipliers`.', 'Name a rule, as "cosine", or send the multipliers.')
    }
    if (multipliers !== undefined) vectorAt(multipliers, `/candidates/${k}/multipliers`)
  }
  return candidates
}
