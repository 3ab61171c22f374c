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

export const PreviewOptions = Type.Object(RefinementOptions.properties, {
  $id: 'RefinementPreviewOptions',
  additionalProperties: false,
  description: 'How to refine. Every field may be left out.'
})
export type PreviewOptions = Static<typeof PreviewOptions>

export const PreviewQuery = Type.Object(
  { points: Type.Integer({ minimum: 2, maximum: 10_000, default: 1000, description: 'Most numbers of each curve.' }) },
  { additionalProperties: false }
)
export type PreviewQuery = Static<typeof PreviewQuery>

const drawn = (description: string) =>
  Type.Object(
    { steps: Type.Array(Type.Number({ minimum: 0 })), values: Type.Array(Type.Number({ minimum: 0 })) },
    { additionalProperties: false, description }
  )

export const RefinementPreview = Type.Object(
  {
    steps: Type.Integer({ minimum: 1, description: 'Length of the schedule.' }),
    multipliers: drawn('Multipliers at some steps of the next run; the peak is among them.'),
    norms: drawn('Filtered norms at some steps of the log, which need not be whole.'),
    losses: orNull(drawn('Filtered losses at some steps of the log; null where the refinement reads none.')),
    report: ref(RefinementReport)
  },
  { $id: 'RefinementPreview', additionalProperties: false, description: 'A refinement as a chart shows it.' }
)
