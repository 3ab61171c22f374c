import { median } from '../kernels/order-statistic.ts'
import type { RatePath } from './rate-path.ts'

/** Losses at ascending steps, shape `[n]`; not finite where the trainer logged that. */
export interface LossPoints {
  readonly steps: Float64Array
  readonly losses: Float64Array
}

/** Medians of successive points of a log, and what was left out. */
export interface BlockMedians {
  /** The middle step of each block, shape `[b]`. */
  readonly steps: Float64Array
  readonly losses: Float64Array
  /** Standard deviation of a median around a smooth curve. */
  readonly scatter: number
  readonly counts: BlockCounts
}

export interface BlockCounts {
  readonly received: number
  readonly nonFinite: number
  /** Points of the warm-up, and of the first steps, where no law holds. */
  readonly warmup: number
  readonly used: number
}

/** Most blocks of a curve: a law falls smoothly, so that more tell no more. */
const blocksMax = 128
/** Fewest points of a block where there are enough: a median of three leaves out one spike. */
const pointsOfBlock = 3
/** Fewest blocks for which points are kept single rather than joined. */
const blocksWanted = 24
/** Of a run without a warm-up so much of what was logged is left out: the first steps from random weights follow no law. */
const firstPart = 0.02

/** Beyond these squares of losses leave float64: a larger one has diverged, a smaller one is 0. */
const largestLoss = 1e150
const leastLoss = 1e-150

/** What a law is fitted to: losses that are finite, after the warm-up or the first steps. */
export function usablePoints({ steps, losses }: LossPoints, path: RatePath): LossPoints & BlockCounts {
  const n = steps.length
  const span = n === 0 ? 0 : steps[n - 1]! - steps[0]!
  const begin = n === 0 ? 0 : Math.max(path.warmupEnd, firstPart * (steps[0]! + span))
  const kept = { steps: new Float64Array(n), losses: new Float64Array(n) }
  let used = 0
  let [nonFinite, warmup] = [0, 0]
  for (let i = 0; i < n; i++) {
    const loss = losses[i]!
    if (!(Math.abs(loss) <= largestLoss)) nonFinite++
    else if (steps[i]! < begin) warmup++
    else {
      kept.steps[used] = steps[i]!
      kept.losses[used++] = Math.abs(loss) < leastLoss ? 0 : loss
    }
  }
  return { ...kept, received: n, nonFinite, warmup, used }
}

export function blockMedians(points: LossPoints, path: RatePath): BlockMedians {
  const { steps, losses, ...counts } = usablePoints(points, path)
  const { used } = counts
  const blocks = Math.min(used, blocksMax, Math.max(blocksWanted, Math.floor(used / pointsOfBlock)))
  const medians = { steps: new Float64Array(blocks), losses: new Float64Array(blocks) }
  for (let b = 0; b < blocks; b++) {
    const [from, to] = [Math.floor((b * used) / blocks), Math.floor(((b + 1) * used) / blocks)]
    const values = losses.slice(from, to).sort()
    const middle = values.length >> 1
    medians.losses[b] = values.length % 2 === 1 ? values[middle]! : values[middle - 1]! / 2 + values[middle]! / 2
    medians.steps[b] = (steps[from]! + steps[to - 1]!) / 2
  }
  return { ...medians, scatter: scatterOf(medians.losses), counts }
}

/** From second differences, which a smooth curve has little of: their standard deviation is √6 times that of a value. */
function scatterOf(values: Float64Array): number {
  if (values.length < 5) return 0
  const seconds = new Float64Array(values.length - 2)
  for (let i = 1; i + 1 < values.length; i++) seconds[i - 1] = Math.abs(values[i - 1]! - 2 * values[i]! + values[i + 1]!)
  return (1.4826 * median(seconds)) / Math.sqrt(6)
}
