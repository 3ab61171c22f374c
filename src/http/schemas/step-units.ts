import { type Static, Type } from 'typebox'

const count = (description: string) => Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 40, description }))

/** Query parameters that say in which unit steps are given, and how long an optimizer step is in it. */
export const unitQuery = {
  unit: Type.Optional(
    Type.Enum(['steps', 'batches', 'samples', 'tokens', 'epochs'], {
      description:
        'The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; ' +
        'tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. Rounds down to whole steps.'
    })
  ),
  gradientAccumulation: count('Batches of a process per optimizer step. Default: 1, except with unit batches.'),
  worldSize: count('Processes that train together. Default: 1.'),
  batchSize: count('Samples in a batch of one process.'),
  sequenceLength: count('Tokens in a sample.'),
  datasetSize: count('Samples in an epoch.')
}

export const UnitQuery = Type.Object(unitQuery, { additionalProperties: false })
export type UnitQuery = Static<typeof UnitQuery>
