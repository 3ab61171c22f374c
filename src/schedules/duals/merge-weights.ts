import { invalid, Problem } from '../../domain/problems.ts'

/** A checkpoint and its weight in the merge. */
export interface MergedCheckpoint {
  /** Optimizer steps done when it was written. */
  readonly step: number
  /** c, in [0, 1]; all of them sum to 1. */
  readonly weight: number
}

/** Least share by which a gradient must weigh more than an earlier one to count as a rise, not as rounding. */
const rounding = 1e-9

/**
 * Weights of checkpoints of a run at a held rate whose sum imitates a decay. The run follows the schedule to the first checkpoint s_0 and
 * then holds its rate, r = m_{s_0 − 1}. A gradient between the checkpoints s_{k−1} and s_k is in all later ones, so that
 *
 *     Σ_j c_j θ_j = θ_0 − Σ_k w_k Σ_{s_{k−1} ≤ i < s_k} r·g_i,   w_k = Σ_{j ≥ k} c_j
 *     c_0 = 1 − w_1,   c_j = w_j − w_{j+1},   c_K = w_K
 *
 * with w_k the mean of m_i/r over those steps. For plain SGD with gradients that do not depend on the weights the merge is the decayed run
 * itself, where the multiplier is the same between two checkpoints; else it is near. A schedule that rises would need negative weights.
 * @param multipliers of the schedule, shape `[n]`
 * @param checkpoints steps done at each, ascending, at least two, at most n
 * @throws Problem `invalid-request` for steps that are not so, `export-does-not-fit` where the schedule rises after the first checkpoint
 * @see Tian et al., WSM: Decay-Free Learning Rate Schedule via Checkpoint Merging for LLM Pre-training, 2025, theorem 3.1. arXiv:2507.17634
 */
export function mergeWeights(multipliers: Float64Array, checkpoints: readonly number[]): MergedCheckpoint[] {
  checkCheckpoints(checkpoints, multipliers.length)
  const held = multipliers[Math.max(0, checkpoints[0]! - 1)]!
  if (!(held > 0)) {
    throw new Problem('export-does-not-fit', `The learning rate is 0 at the first checkpoint, step ${checkpoints[0]}: send an earlier one.`)
  }
  const shares = checkpoints.slice(1).map((end, k) => meanOf(multipliers, checkpoints[k]!, end) / held)
  let before = 1
  for (const [k, share] of shares.entries()) {
    if (share > before * (1 + rounding)) throw rises(checkpoints[k]!, checkpoints[k + 1]!, before - share)
    before = share
  }
  return checkpoints.map((step, k) => {
    const [own, next] = [k === 0 ? 1 : shares[k - 1]!, shares[k] ?? 0]
    return { step, weight: Math.max(0, own - next) }
  })
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]!
  return sum / (to - from)
}

function checkCheckpoints(checkpoints: readonly number[], steps: number): void {
  const at = 'query/checkpoints'
  if (checkpoints.length < 2)
    throw invalid(at, 'A merge takes at least two checkpoints.', 'Send the steps of several, such as 16000,18000,20000.')
  if (!checkpoints.every((step, k) => k === 0 || step > checkpoints[k - 1]!)) {
    throw invalid(at, 'Steps must ascend, without duplicates.', 'Sort them.')
  }
  if (checkpoints.at(-1)! > steps) throw invalid(at, `The schedule has ${steps} steps.`, `Send steps up to ${steps}.`)
}

const rises = (from: number, to: number, weight: number): Problem =>
  new Problem(
    'export-does-not-fit',
    `The schedule is higher between the checkpoints ${from} and ${to} than before: checkpoint ${from} would have the weight ` +
      `${Number(weight.toPrecision(3))}, and a merge with negative weights extrapolates. Send checkpoints from the peak on.`
  )
