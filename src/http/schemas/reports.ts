import { type Static, Type } from 'typebox'
import { normNames, stepMax } from '../../domain/gradient-norm.ts'
import { seriesNames } from '../../domain/series.ts'
import { RefinementOptions } from '../../refinement/options.ts'
import { RefinementReport } from '../../refinement/report.ts'
import { float } from './float.ts'
import { ImportQuery, ImportReceipt } from './imports.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'

const { norm, preset, steps } = RefinementOptions.properties

/** What a person may choose of a report. */
export const ReportQuery = Type.Object({ norm, preset, steps }, { additionalProperties: false })
export type ReportQuery = Static<typeof ReportQuery>

const { filename, run, map, input, step } = ImportQuery.properties

export const LogReportQuery = Type.Object(
  {
    ...{ filename, run, map, input, step, norm, preset, steps },
    parts: Type.Enum(['all', 'brief'], {
      default: 'all',
      description: '`brief` leaves out comparison, forecast and exports, and takes a fraction of the time. Of JSON alone.'
    })
  },
  { additionalProperties: false }
)
export type LogReportQuery = Static<typeof LogReportQuery>

const closed = Type.Object
const missing = closed({ missing: Type.String({ description: 'Why it is not there.' }) }, { additionalProperties: false })
const orMissing = <S extends Parameters<typeof Type.Union>[0][number]>(part: S) => Type.Union([part, missing])
const count = (description: string) => Type.Integer({ minimum: 0, description })
const numbers = Type.Array(orNull(Type.Number()))
const said = Type.Array(closed({ code: Type.String(), detail: Type.String() }, { additionalProperties: false }))

const DrawnLine = closed(
  { steps: Type.Array(Type.Number()), low: numbers, high: numbers },
  {
    $id: 'DrawnLine',
    additionalProperties: false,
    description: 'A line as a chart of 600 columns shows it: the smallest and largest value of each; null where there is none.'
  }
)

const ReportedSeries = closed(
  {
    name: Type.Enum(seriesNames),
    source: orNull(Type.String({ description: 'The column, field or tag that it was read from.' })),
    points: count('Points of the log.'),
    nonFinite: count('Of those: NaN and infinities.'),
    firstStep: Type.Integer({ minimum: 0, maximum: stepMax }),
    lastStep: Type.Integer({ minimum: 0, maximum: stepMax }),
    ...DrawnLine.properties
  },
  { $id: 'ReportedSeries', additionalProperties: false, description: 'A series of a log, as it is drawn.' }
)

const ReportedRefinement = closed(
  {
    steps: Type.Integer({ minimum: 1, description: 'Length of the schedule.' }),
    preset: Type.String(),
    report: ref(RefinementReport),
    multipliers: ref(DrawnLine),
    filtered: ref(DrawnLine),
    paper: orNull(ref(DrawnLine))
  },
  {
    $id: 'ReportedRefinement',
    additionalProperties: false,
    description: 'The schedule that the norms of a log are refined into, as it is drawn.'
  }
)

const ReportedComparison = closed(
  {
    rows: Type.Array(
      closed(
        {
          name: Type.String(),
          bound: orNull(
            closed(
              { value: float(), ratio: float(), bestPeak: float(), isBest: Type.Boolean() },
              { additionalProperties: false, description: 'Its general bound at its own best peak. `isBest`: within 10 % of the least.' }
            )
          ),
          forecast: orNull(
            closed(
              { loss: Type.Number(), low: Type.Number(), high: Type.Number(), isBest: Type.Boolean() },
              {
                additionalProperties: false,
                description: 'Its final loss at the peak of `forecast`. `isBest`: as near the least as the law tells.'
              }
            )
          )
        },
        { additionalProperties: false }
      )
    ),
    bounds: Type.String({ description: 'What the bounds say, in words.' })
  },
  { $id: 'ReportedComparison', additionalProperties: false, description: 'Schedules by bound, and by predicted loss: two questions.' }
)

const ReportedForecast = closed(
  {
    law: Type.String(),
    peakLearningRate: Type.Number({ description: 'The peak of all forecasts.' }),
    summary: Type.String(),
    warnings: said,
    rmse: Type.Number({ description: 'Losses that differ by less are equal.' })
  },
  { $id: 'ReportedForecast', additionalProperties: false, description: 'The forecast behind the predicted losses.' }
)

const ReportedExports = closed(
  {
    targets: Type.Array(
      closed(
        {
          name: Type.String(),
          title: Type.String(),
          usage: Type.String(),
          fileName: Type.String(),
          text: orMissing(closed({ text: Type.String() }, { additionalProperties: false }))
        },
        { additionalProperties: false }
      )
    ),
    tolerance: Type.Number({ description: 'The largest error of a multiplier.' })
  },
  { $id: 'ReportedExports', additionalProperties: false, description: 'The schedule as code for trainers.' }
)

const ComparableNumbers = closed(
  {
    norms: Type.Array(Type.Number(), { description: 'Norms of successive parts of the log, as `norms.values` of POST /v1/comparisons.' }),
    curve: orNull(
      closed(
        { steps: Type.Array(Type.Integer({ minimum: 0 })), losses: Type.Array(Type.Number()), learningRates: numbers },
        { additionalProperties: false, description: 'A curve for POST /v1/forecasts.' }
      )
    )
  },
  { $id: 'ComparableNumbers', additionalProperties: false, description: 'At most 4096 numbers of each kind, to ask other questions with.' }
)

export const LogReport = closed(
  {
    receipt: ref(ImportReceipt),
    runId: RunId,
    title: Type.String(),
    norm: Type.Enum(normNames),
    peakLearningRate: orNull(Type.Number({ description: 'As the log says, else its largest rate.' })),
    series: Type.Array(ref(ReportedSeries)),
    used: orNull(Type.String({ description: 'What rule the logged learning rates are.' })),
    refinement: orMissing(ref(ReportedRefinement)),
    comparison: orMissing(ref(ReportedComparison)),
    forecast: orMissing(ref(ReportedForecast)),
    exports: orMissing(ref(ReportedExports)),
    numbers: ref(ComparableNumbers)
  },
  { $id: 'LogReport', additionalProperties: false, description: 'What is made of a log that was sent. Nothing of it is stored.' }
)

export const reportSchemas = [
  DrawnLine,
  ReportedSeries,
  ReportedRefinement,
  ReportedComparison,
  ReportedForecast,
  ReportedExports,
  ComparableNumbers,
  LogReport
]
