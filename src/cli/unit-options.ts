import { type Command, Option } from 'commander'
import { type StepUnit, stepUnits } from '../domain/run.ts'
import { stepsLimit } from '../domain/schedule.ts'
import { type LastBatch, lastBatches, stepsOfLength } from '../domain/step-units.ts'
import { UsageError } from './failures.ts'
import { wholeNumber } from './number-flags.ts'

/** What a person says of the unit of a length. */
export interface UnitFlags {
  unit?: StepUnit
  batchSize?: number
  gradientAccumulation?: number
  worldSize?: number
  sequenceLength?: number
  datasetSize?: number
  lastBatch?: LastBatch
}

const count = wholeNumber(1)

/** `--unit` and the sizes that it needs: the same as `?unit=` of the service. */
export const withUnitOptions = (command: Command): Command =>
  command
    .addOption(new Option('--unit <unit>', 'unit of --steps (default: steps)').choices(stepUnits))
    .option('--batch-size <n>', 'samples in a batch of one process', count)
    .option('--gradient-accumulation <n>', 'batches of a process per optimizer step', count)
    .option('--world-size <n>', 'processes that train together', count)
    .option('--sequence-length <n>', 'tokens in a sample', count)
    .option('--dataset-size <n>', 'samples in an epoch', count)
    .addOption(new Option('--last-batch <what>', 'keep or drop a last batch that is not full (default: keep)').choices(lastBatches))

/** The flags as query parameters of the service. */
export const unitQueryOf = ({ unit, ...flags }: UnitFlags): Record<string, string | number | undefined> => ({ unit, ...sizesOf(flags) })

const sizesOf = ({ batchSize, gradientAccumulation, worldSize, sequenceLength, datasetSize, lastBatch }: UnitFlags) => {
  const sizes = { batchSize, gradientAccumulation, worldSize, sequenceLength, datasetSize, lastBatch }
  return Object.fromEntries(Object.entries(sizes).filter(([, value]) => value !== undefined))
}

/** A length in the unit that the flags name, as optimizer steps. @throws UsageError, Problem `invalid-request` */
export function lengthInSteps(length: number, { unit = 'steps', ...flags }: UnitFlags): number {
  if (unit === 'steps' && !Number.isInteger(length)) throw new UsageError('--steps must be a whole number, or name its unit in --unit.')
  const steps = stepsOfLength(length, unit, sizesOf(flags))
  if (steps >= 1 && steps <= stepsLimit) return steps
  throw new UsageError(`--steps is ${steps} optimizer steps; a schedule has 1 to ${stepsLimit}.`)
}
