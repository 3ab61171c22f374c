import { invalid } from './problems.ts'
import type { StepUnit } from './run.ts'

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
}

/** Sizes that each unit requires. Others default to 1. */
const needed: Readonly<Record<StepUnit, readonly (keyof StepSize)[]>> = {
  steps: [],
  batches: ['gradientAccumulation'],
  samples: ['batchSize'],
  tokens: ['batchSize', 'sequenceLength'],
  epochs: ['batchSize', 'datasetSize']
}

/**
 * How much of a unit one optimizer step takes. Batches are counted per process, samples and tokens over all processes:
 *
 *     batches   gradientAccumulation
 *     samples   batchSize · gradientAccumulation · worldSize
 *     tokens    samples · sequenceLength
 *     epochs    samples / datasetSize
 *
 * @throws Problem `invalid-request`, naming the query parameter that is missing
 */
export function perStep(unit: StepUnit, size: StepSize): number {
  const missing = needed[unit].filter((name) => size[name] === undefined)
  if (missing.length > 0) {
    throw invalid(`query/${missing[0]}`, `The unit ${unit} needs ${missing.join(' and ')}.`, `Send \`${missing.join('` and `')}\`.`)
  }
  const { gradientAccumulation = 1, worldSize = 1, batchSize = 1, sequenceLength = 1, datasetSize = 1 } = size
  const samples = batchSize * gradientAccumulation * worldSize
  return { steps: 1, batches: gradientAccumulation, samples, tokens: samples * sequenceLength, epochs: samples / datasetSize }[unit]
}

/** A position within this relative distance of a whole step is that step: it was rounded. */
const rounding = 1e-12

/** The optimizer step at a position in another unit; for a length, its number of whole steps. */
export function stepAtPosition(position: number, unit: StepUnit, size: StepSize): number {
  const steps = position / perStep(unit, size)
  const nearest = Math.round(steps)
  return Math.abs(steps - nearest) <= rounding * nearest ? nearest : Math.floor(steps)
}
