import { invalid, Problem } from '../../domain/problems.ts'

/** Steps with one batch size. */
export interface BatchStage {
  /** Its first step, of the ramp. */
  readonly step: number
  /** The step of the schedule at which as many samples have been seen. */
  readonly scheduleStep: number
  /** Batch size ÷ the first one: a power of two. */
  readonly factor: number
}

export interface BatchRamp {
  readonly stages: readonly BatchStage[]
  /** Multipliers of the peak learning rate at the steps of the ramp, shape `[n']`, n' ≤ n. */
  readonly multipliers: Float64Array
}

/** Most changes of the batch size: a schedule that has more jitters around a threshold. */
const stagesMax = 1000

/**
 * The same schedule with part of its decay as a growing batch (Seesaw). Where the schedule would halve the rate, the rate falls by √2 and the
 * batch doubles:
 *
 *     f = 2^⌊log₂(m_ref/m)⌋, at most f_max,   batch = f·B,   rate = √f·m
 *
 * with m the multiplier where as many samples are seen, and m_ref the largest. At a threshold f = m_ref/m, so that the rate is
 * r = √(m·m_ref) and the batch B·(m_ref/r)². A step of f batches stands for f steps of the schedule, and takes the mean of their multipliers.
 * Until the peak the batch stays B. The equivalence is shown for normalised SGD, a stand-in for Adam, where the noise of gradients
 * outweighs their mean, and batches stay below the critical size.
 * @param multipliers of the schedule, shape `[n]`
 * @param factorMax   f_max, at least 1
 * @throws Problem `export-does-not-fit` where the batch size would change more than 1000 times
 * @see Meterez, Morwani, Wu, Oncescu, Pehlevan, Kakade, Seesaw: Accelerating Training by Balancing Learning Rate and Batch Size
 *   Scheduling, 2025. arXiv:2510.14717
 */
export function batchRamp(multipliers: Float64Array, factorMax: number): BatchRamp {
  const n = multipliers.length
  let peak = 0
  for (let j = 1; j < n; j++) if (multipliers[j]! > multipliers[peak]!) peak = j
  const largest = multipliers[peak]!
  const stages: BatchStage[] = []
  const ramp = new Float64Array(n)
  let step = 0
  for (let at = 0; at < n; step++) {
    const wanted = at <= peak ? 1 : thresholdFactor(largest / multipliers[at]!, factorMax)
    // The last steps are smaller, so that no more samples are asked for than the schedule has.
    const factor = Math.min(wanted, 2 ** Math.floor(Math.log2(n - at)))
    if (stages.at(-1)?.factor !== factor) stages.push({ step, scheduleStep: at, factor })
    if (stages.length > stagesMax) throw tooManyStages()
    let sum = 0
    for (let j = at; j < at + factor; j++) sum += multipliers[j]!
    ramp[step] = Math.sqrt(factor) * (sum / factor)
    at += factor
  }
  return { stages, multipliers: ramp.slice(0, step) }
}

/** The largest power of two up to a ratio ≥ 1 and a maximum. */
const thresholdFactor = (ratio: number, most: number): number => 2 ** Math.floor(Math.log2(Math.max(1, Math.min(ratio, most))))

/**
 * f_max of a largest batch size.
 * @throws Problem `invalid-request`
 */
export function largestFactor(batchSize: number, maximumBatchSize: number): number {
  if (maximumBatchSize >= batchSize) return maximumBatchSize / batchSize
  throw invalid('query/maximumBatchSize', `It is below the batch size, ${batchSize}.`, `Send at least ${batchSize}.`)
}

const tooManyStages = (): Problem =>
  new Problem(
    'export-does-not-fit',
    `The batch size would change more than ${stagesMax} times: the schedule goes up and down around a threshold. Smooth it, with a wider ` +
      'window or a fitted rule, or send a smaller maximumBatchSize.'
  )
