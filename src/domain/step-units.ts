import { ceilOfPart, floorOfPart } from './parts-of-steps.ts'
import { invalid } from './problems.ts'
import type { StepUnit } from './run.ts'

/** Whether the last batch of an epoch, where samples are too few to fill it, is trained on (`keep`) or left out (`drop`). */
export const lastBatches = ['keep', 'drop'] as const
export type LastBatch = (typeof lastBatches)[number]

/** Sizes of a training that convert optimizer steps to other units. */
export interface StepSize {
  /** Batches per process and optimizer step. */
  readonly gradientAccumulation?: number
  /** Processes that step together. */
  readonly worldSize?: number
  /** Samples in a batch of one process. */
  readonly batchSize?: number
  /** Tokens in a sample. */
  readonly sequenceLength?: number
  /** Samples in an epoch. */
  readonly datasetSize?: number
  /** `keep` unless given, as PyTorch's data loader. */
  readonly lastBatch?: LastBatch
}

/** Sizes that each unit requires. Others default to 1. */
const needed: Readonly<Record<StepUnit, readonly (keyof StepSize)[]>> = {
  steps: [],
  batches: ['gradientAccumulation'],
  samples: ['batchSize'],
  tokens: ['batchSize', 'sequenceLength'],
  epochs: ['batchSize', 'datasetSize']
}

/** @throws Problem `invalid-request`, naming the query parameter that is missing, or one that says nothing in this unit */
function requireSizes(unit: StepUnit, size: StepSize): void {
  const missing = needed[unit].filter((name) => size[name] === undefined)
  if (missing.length > 0) {
    throw invalid(`query/${missing[0]}`, `The unit ${unit} needs ${missing.join(' and ')}.`, `Send \`${missing.join('` and `')}\`.`)
  }
  if (size.lastBatch !== undefined && unit !== 'epochs') {
    throw invalid('query/lastBatch', 'says how an epoch ends, but the unit is not epochs.', 'Leave it out, or send `unit=epochs`.')
  }
}

/**
 * Optimizer steps of one epoch. A trainer begins its count anew with each epoch: a last batch that is not full is a batch, and a last step
 * that has not all its batches is a step. So an epoch is a whole number of steps, at least 1:
 *
 *     batches of a process   ⌈datasetSize / (batchSize · worldSize)⌉, or ⌊…⌋ where the last batch is dropped
 *     steps                  ⌈batches / gradientAccumulation⌉
 *
 * @see Transformers 5, `trainer.py`: `num_update_steps_per_epoch`; versions 4 left out a last step without all its batches
 * @see Lightning 2, `trainer.py`: `estimated_stepping_batches`. With several processes and `drop_last`, its sampler first repeats samples
 *   until each process has as many, and may have one batch more
 */
export function stepsPerEpoch({
  gradientAccumulation = 1,
  worldSize = 1,
  batchSize = 1,
  datasetSize = 1,
  lastBatch = 'keep'
}: StepSize): number {
  const full = Math.floor(datasetSize / (batchSize * worldSize))
  const batches = full + (lastBatch === 'keep' && full * batchSize * worldSize < datasetSize ? 1 : 0)
  return Math.max(1, Math.ceil(batches / gradientAccumulation))
}

/**
 * How much of a unit one optimizer step takes. Batches are counted per process, samples and tokens over all processes:
 *
 *     batches   gradientAccumulation
 *     samples   batchSize · gradientAccumulation · worldSize
 *     tokens    samples · sequenceLength
 */
function perStep(unit: Exclude<StepUnit, 'epochs'>, size: StepSize): number {
  const { gradientAccumulation = 1, worldSize = 1, batchSize = 1, sequenceLength = 1 } = size
  const samples = batchSize * gradientAccumulation * worldSize
  return { steps: 1, batches: gradientAccumulation, samples, tokens: samples * sequenceLength }[unit]
}

/** A position within this relative distance of a whole step is that step: it was rounded. */
const rounding = 1e-12

/**
 * The optimizer step that is under way at a position in another unit.
 * @throws Problem `invalid-request`, naming the query parameter that is missing
 */
export function stepAtPosition(position: number, unit: StepUnit, size: StepSize): number {
  requireSizes(unit, size)
  if (unit === 'epochs') return floorOfPart(position, stepsPerEpoch(size))
  const steps = position / perStep(unit, size)
  const nearest = Math.round(steps)
  return Math.abs(steps - nearest) <= rounding * nearest ? nearest : Math.floor(steps)
}

/**
 * The whole optimizer steps of a training of a length in another unit. A part of an epoch is rounded up, as Transformers does; of other
 * units whole steps are counted.
 * @throws Problem `invalid-request`, naming the query parameter that is missing
 */
export function stepsOfLength(length: number, unit: StepUnit, size: StepSize): number {
  if (unit !== 'epochs') return stepAtPosition(length, unit, size)
  requireSizes(unit, size)
  return ceilOfPart(length, stepsPerEpoch(size))
}
