import { type Static, Type } from 'typebox'
import { RefinementOptions } from '../../refinement/options.ts'
import { RefinementReport } from '../../refinement/report.ts'
import { float } from './float.ts'
import { numberList } from './number-list.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { Multiplier } from './schedule.ts'

export const RefinementRequest = Type.Object(
  {
    values: Type.Optional(numberList('Raw gradient norms of successive optimizer steps, not smoothed.')),
    losses: Type.Optional(
      numberList(
        'Training losses of the same steps, as many as `values`; null or "NaN" where a step has none. Of a run the series `loss` is read.',
        orNull(float())
      )
    ),
    runId: Type.Optional(RunId),
    runIds: Type.Optional(
      Type.Array(RunId, { minItems: 2, maxItems: 64, description: 'Runs to refine together, by the median of their norms.' })
    ),
    ...RefinementOptions.properties
  },
  {
    $id: 'RefinementRequest',
    additionalProperties: false,
    oneOf: [{ required: ['values'] }, { required: ['runId'] }, { required: ['runIds'] }],
    description: 'Norms, or the id of one or several runs; and how to refine them.'
  }
)
/** As it is when its lists are parsed. */
export type RefinementRequest = Omit<Static<typeof RefinementRequest>, 'values' | 'losses'> & {
  values?: Float64Array
  losses?: Float64Array
}

export const Refinement = Type.Object(
  {
    steps: Type.Integer({ minimum: 1, description: 'Number of multipliers.' }),
    multipliers: Type.Array(Multiplier, { description: 'One per optimizer step of the next run. Peak 1, last 0.' }),
    report: ref(RefinementReport)
  },
  { $id: 'Refinement', additionalProperties: false, description: 'A refined schedule that is not stored.' }
)
