import { invalid } from './problems.ts'
import type { StepUnit } from './run.ts'

/** How many of what a training takes: enough of them to say how long an optimizer step is in another unit. */
export interface StepSize {
  /** Batches that a process takes before the optimizer steps. */
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

/** What each unit cannot do without; for the others, 1 is what most have. */
const needed: Readonly<Record<StepUnit, readonly (keyof StepSize)[]>> = {
  steps: [],
  batches: ['gradientAccumulation'],
  samples: ['batchSize'],
  tokens: ['batchSize', 'sequenceLength'],
  epochs: ['batchSize', 'datasetSize']
}

/**
 * How much of a unit one optimizer step takes. Batches are counted by process, samples and tokens over all of them:
 *
 *     batches   gradientAccumulation
 *     samples   batchSize · gradientAccumulation · worldSize
 *     tokens    samples · sequenceLength
 *     epochs    samples / datasetSize
 *
 * @throws Problem `invalid-request` that names what is missing, in the query
 */
export function perStep(unit: StepUnit, size: StepSize): number {
  const missing = needed[unit].filter((name) => size[name] === undefined)
  if (missing.length > 0) {
    throw invalid(
      `query/${missing[0]}`,
      `For the unit ${unit}, ${missing.join(' and ')} must be known.`,
      `Send \`${missing.join('` and `')}\`.`
    )
  }
  const { gradientAccumulation = 1, worldSize = 1, batchSize = 1, sequenceLength = 1, datasetSize = 1 } = size
  const samples = batchSize * gradientAccumulation * worldSize
  return { steps: 1, batches: gradientAccumulation, samples, tokens: samples * sequenceLength, epochs: samples / datasetSize }[unit]
}

/** So near a whole number of steps, as a part of it, a position is that number: it was rounded. */
const rounding = 1e-12

/** The optimizer step that is under way when so much of a unit has been taken; of a length, how many whole steps it has. */
export function stepAtPosition(position: number, unit: StepUnit, size: StepSize): number {
  const steps = position / perStep(unit, size)
  const nearest = Math.round(steps)
  return Math.abs(steps - nearest) <= rounding * nearest ? nearest : Math.floor(steps)
}
