import { type Static, Type } from 'typebox'
import { lastBatches } from '../../domain/step-units.ts'

const count = (description: string) => Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 40, description }))

/** Query parameters that say in which unit steps are given, and how long an optimizer step is in it. */
export const unitQuery = {
  unit: Type.Optional(
    Type.Enum(['steps', 'batches', 'samples', 'tokens', 'epochs'], {
      description:
        'The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; ' +
        'tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. An epoch is a whole number of steps; its last one may have fewer batches. A ' +
        'length in epochs is rounded up to whole steps, everything else down. Lengths in `parameters` stay fractions or optimizer steps.'
    })
  ),
  gradientAccumulation: count('Batches of a process per optimizer step. Default: 1, except with unit batches.'),
  worldSize: count('Processes that train together. Default: 1.'),
  batchSize: count('Samples in a batch of one process.'),
  sequenceLength: count('Tokens in a sample.'),
  datasetSize: count('Samples in an epoch.'),
  lastBatch: Type.Optional(
    Type.Enum(lastBatches, {
      description:
        'With unit epochs: whether a last batch that is not full is trained on (keep, the default) or left out (drop_last of PyTorch).'
    })
  )
}

export const UnitQuery = Type.Object(unitQuery, { additionalProperties: false })
export type UnitQuery = Static<typeof UnitQuery>
