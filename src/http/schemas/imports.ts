import { type Static, Type } from 'typebox'
import { conflictAnswers, stepMax } from '../../domain/gradient-norm.ts'
import { seriesNames } from '../../domain/series.ts'
import { logReaders } from '../../formats/logs/readers/index.ts'
import { step } from './gradient-norms.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { text } from './text.ts'

const mapped = text(600, { minLength: 2 })

export const ImportQuery = Type.Object(
  {
    dryRun: Type.Boolean({ default: false, description: 'Tells what would be stored, and stores nothing.' }),
    filename: Type.Optional(
      text(1024, { minLength: 1, description: 'The name of the file that is the body: the run is called after it.' })
    ),
    runId: Type.Optional({ ...RunId, description: 'The run that all goes to. Default: as the log calls its runs, made valid ids.' }),
    run: Type.Optional(
      text(512, { minLength: 1, description: 'The run that is read, as the log calls it, where it holds several. Default: all.' })
    ),
    map: Type.Optional(
      Type.Union([mapped, Type.Array(mapped, { maxItems: 32 })], {
        description:
          'The column, field or tag of a series, `<series>=<name>`; may be repeated. A pattern as `l2=grad_norm/*` combines the norms of all parts ' +
          'of the model: the root of the sum of squares (l2 and other norms), the sum (l1), the largest (linf). `<series>=` leaves a series out. Default: found by name.'
      })
    ),
    input: Type.Optional(
      Type.Enum(
        logReaders.map(({ name }) => name),
        { description: 'The format. Default: found by what is in the file.' }
      )
    ),
    step: Type.Optional(text(512, { minLength: 1, description: 'The column or field of the steps. Default: found by name.' })),
    onConflict: Type.Enum(conflictAnswers, {
      default: 'replace',
      description: 'What to do if a step is stored with another value: replace it, or store nothing (409).'
    })
  },
  { additionalProperties: false }
)
export type ImportQuery = Static<typeof ImportQuery>

const source = Type.String({ description: 'The column, field or tag; a pattern where several were combined.' })

const importedSeries = Type.Object(
  {
    name: Type.Enum(seriesNames, { description: 'The name of the series.' }),
    source,
    step: orNull(Type.String({ description: 'The column of the steps; null if the points were numbered in order.' })),
    points: Type.Integer({ minimum: 1, description: 'Points of the log.' }),
    firstStep: step('The first step.'),
    lastStep: step('The last step.'),
    dropped: Type.Integer({
      minimum: 0,
      description: 'Values that are no points: without a step, with parts missing, or standing there again.'
    }),
    superseded: Type.Integer({ minimum: 0, description: 'Points that a later value took the place of, in the log or in the run.' }),
    appended: Type.Optional(Type.Integer({ minimum: 0, description: 'Points that are new or replace another value. Not with `dryRun`.' })),
    duplicates: Type.Optional(Type.Integer({ minimum: 0, description: 'Points that the run had already. Not with `dryRun`.' }))
  },
  { $id: 'ImportedSeries', additionalProperties: false, description: 'A series of a log, and what became of it.' }
)

const ignoredColumn = Type.Object(
  {
    source: Type.String({ description: 'The column, field or tag.' }),
    points: Type.Integer({ minimum: 1, description: 'Numbers in it.' })
  },
  { $id: 'IgnoredColumn', additionalProperties: false, description: 'A column with numbers that was not read.' }
)

const facts = Type.Object(
  {
    totalSteps: Type.Optional(
      Type.Integer({ minimum: 1, maximum: stepMax, description: 'Length of the whole training in optimizer steps.' })
    ),
    optimizer: Type.Optional(Type.String({ description: 'The optimizer.' })),
    peakLearningRate: Type.Optional(
      Type.Number({ minimum: 0, description: 'The largest learning rate, where the rates have come down from it.' })
    ),
    weightDecay: Type.Optional(Type.Number({ minimum: 0, description: 'The weight decay λ.' })),
    clipNorm: Type.Optional(Type.Number({ minimum: 0, description: 'The norm that gradients were clipped to.' }))
  },
  { $id: 'LogFacts', additionalProperties: false, description: 'What the log says of the run; written to it where it is unknown there.' }
)

const importedRun = Type.Object(
  {
    runId: RunId,
    name: Type.Optional(Type.String({ description: 'As the log calls the run, where that is no id.' })),
    series: Type.Array(ref(importedSeries)),
    ignored: Type.Array(ref(ignoredColumn), { description: 'Columns that were not read, at most 500.' }),
    facts: ref(facts),
    warnings: Type.Array(Type.String(), { description: 'What you should know of how it was read.' })
  },
  { $id: 'ImportedRun', additionalProperties: false, description: 'A run of a log, and what became of it.' }
)

export const ImportReceipt = Type.Object(
  {
    format: Type.String({ description: 'The format, by what is in the file.' }),
    runs: Type.Array(ref(importedRun))
  },
  {
    $id: 'ImportReceipt',
    additionalProperties: false,
    description: 'What was read from where, and stored. It is on disk, unless `dryRun`.'
  }
)

export const importSchemas = [importedSeries, ignoredColumn, facts, importedRun, ImportReceipt]

export const importExample = {
  format: 'json',
  runs: [
    {
      runId: 'llama-ft',
      series: [
        {
          name: 'l2',
          source: 'grad_norm',
          step: 'step',
          points: 60,
          firstStep: 5,
          lastStep: 300,
          dropped: 0,
          superseded: 0,
          appended: 60,
          duplicates: 0
        }
      ],
      ignored: [{ source: 'eval_runtime', points: 15 }],
      facts: { totalSteps: 300, peakLearningRate: 0.00001 },
      warnings: ['It is read as trainer_state.json of Transformers.']
    }
  ]
}
