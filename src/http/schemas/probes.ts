import { type Static, Type } from 'typebox'
import { magnitude } from './float.ts'
import { orNull } from './or-null.ts'
import { RunId } from './run.ts'

export const ProbeRequest = Type.Object(
  { runId: RunId },
  { $id: 'ProbeRequest', additionalProperties: false, description: 'A run that has logged d as its series `distance`.' }
)
export type ProbeRequest = Static<typeof ProbeRequest>

export const Probe = Type.Object(
  {
    isSettled: Type.Boolean({ description: 'Whether d grows by less than 1 % in 100 steps.' }),
    peakLearningRate: orNull(
      Type.Number({ exclusiveMinimum: 0, description: 'The peak for Adam and AdamW; null where d has not settled.' })
    ),
    distance: magnitude('Median of d over the last third.'),
    growth: magnitude('Growth of d over the last third, as a fraction in 100 steps.'),
    fromStep: Type.Integer({ minimum: 0, description: 'Where the last third begins.' }),
    toStep: Type.Integer({ minimum: 0, description: 'The last step with a value.' }),
    detail: Type.String({ description: 'The sentence to act on.' })
  },
  { $id: 'Probe', additionalProperties: false, description: 'What d says of the peak learning rate.' }
)

export const probeExample = {
  isSettled: true,
  peakLearningRate: 0.00031,
  distance: 0.00031,
  growth: 0.0004,
  fromStep: 400,
  toStep: 599,
  detail: 'd settled at 0.00031: 0.00031 is the peak for Adam and AdamW on the same model, data and batch size.'
}

export const probeSchemas = [ProbeRequest, Probe]
