/**
 * The learning rate η of every step from 0 on: straight lines between knots, and constant after the last. Shapes `[k]`, k ≥ 1.
 */
export interface RatePath {
  /** Whole steps, strictly increasing, the first 0. */
  readonly steps: Float64Array
  /** η at the knots, finite, ≥ 0. */
  readonly rates: Float64Array
  /** S = Σ_{τ ≤ knot} η_τ, exact for straight lines. */
  readonly sums: Float64Array
  /** The largest rate. */
  readonly peak: number
  /** The first step with a rate within 0.1 % of the peak: the rise to it is the warm-up. */
  readonly warmupEnd: number
}

/** Largest error of a rate where knots are left out, in parts of the peak. */
const tolerance = 1e-4
/** Most knots of a path: the cost of a law is bounded by it. */
export const knotsMax = 1024
const peakPart = 0.999

/**
 * Rates as logged: linear between the points, constant after the last. Before the first point the rate is a linear ramp from 0, a
 * warm-up, as most logs begin at its end or within it.
 * @param steps ascending whole steps, shape `[n]`, n ≥ 1
 * @param rates finite, ≥ 0, shape `[n]`
 */
export function loggedRatePath(steps: Float64Array, rates: Float64Array): RatePath {
  const first = steps[0]!
  if (first === 0) return pathThrough(steps, rates)
  const ramp = first > 1 ? 1 : 0
  const all = { steps: new Float64Array(steps.length + 1 + ramp), rates: new Float64Array(rates.length + 1 + ramp) }
  all.steps.set(steps, 1 + ramp)
  all.rates.set(rates, 1 + ramp)
  all.rates[0] = rates[0]! / (first + 1)
  if (ramp === 1) {
    all.steps[1] = 1
    all.rates[1] = (2 * rates[0]!) / (first + 1)
  }
  return pathThrough(all.steps, all.rates)
}

/** Steps of a rule that are all computed; of longer ones so many places, evenly. */
const placesMax = 2 ** 12

/**
 * Rates of a schedule: multipliers times the peak.
 * @param multiplier of a step 0 … n − 1
 * @param n          number of steps, ≥ 1
 */
export function schedulePath(multiplier: (step: number) => number, n: number, peakLearningRate: number): RatePath {
  const count = Math.min(n, placesMax)
  const steps = new Float64Array(count)
  const rates = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const step = count === n ? k : Math.round((k * (n - 1)) / (count - 1))
    steps[k] = step
    rates[k] = peakLearningRate * multiplier(step)
  }
  return pathThrough(steps, rates)
}

/** The path through points, the first at step 0, with as few of them as the tolerance allows. */
export function pathThrough(steps: Float64Array, rates: Float64Array): RatePath {
  let peak = 0
  for (let i = 0; i < rates.length; i++) peak = Math.max(peak, rates[i]!)
  let kept = keptKnots(steps, rates, tolerance * peak)
  for (let wide = 4 * tolerance; kept.length > knotsMax; wide *= 4) kept = keptKnots(steps, rates, wide * peak)
  const knots = { steps: new Float64Array(kept.length), rates: new Float64Array(kept.length) }
  for (let k = 0; k < kept.length; k++) {
    knots.steps[k] = steps[kept[k]!]!
    knots.rates[k] = rates[kept[k]!]!
  }
  return ofKnots(knots.steps, knots.rates, peak)
}

function ofKnots(steps: Float64Array, rates: Float64Array, peak: number): RatePath {
  const sums = new Float64Array(steps.length)
  sums[0] = rates[0]!
  for (let k = 1; k < steps.length; k++) sums[k] = sums[k - 1]! + sumOf(steps[k]! - steps[k - 1]!, rates[k - 1]!, rates[k]!)
  let at = 0
  while (rates[at]! < peakPart * peak) at++
  const before = at === 0 ? 0 : rates[at - 1]!
  const part = at === 0 ? 1 : (peakPart * peak - before) / (rates[at]! - before)
  const warmupEnd = at === 0 ? 0 : Math.ceil(steps[at - 1]! + part * (steps[at]! - steps[at - 1]!))
  return { steps, rates, sums, peak, warmupEnd }
}

/** Σ of n rates on a line, after one of `from`, up to one of `to`. */
const sumOf = (n: number, from: number, to: number): number => 0.5 * (n * (from + to) + (to - from))

/**
 * Indices of the points that straight lines need to stay within a tolerance of all: each line begins at a point and ends at the
 * farthest one that leaves no point between them farther off.
 * @see Elmeleegy, Elmagarmid, Cecchet, Aref, Zwaenepoel, Online Piece-wise Linear Approximation of Numerical Streams, 2009, the swing filter
 */
function keptKnots(steps: Float64Array, rates: Float64Array, within: number): number[] {
  const last = steps.length - 1
  const kept = [0]
  let from = 0
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 1; i <= last; i++) {
    const width = steps[i]! - steps[from]!
    const slope = (rates[i]! - rates[from]!) / width
    if (slope < low || slope > high) {
      from = i - 1
      kept.push(from)
      ;[low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    }
    const rise = rates[i]! - rates[from]!
    const run = steps[i]! - steps[from]!
    low = Math.max(low, (rise - within) / run)
    high = Math.min(high, (rise + within) / run)
  }
  if (last > 0) kept.push(last)
  return kept
}

/** The index of the last knot at or before a step ≥ 0. */
export function knotBefore({ steps }: RatePath, step: number): number {
  let [low, high] = [0, steps.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (steps[middle]! <= step) low = middle
    else high = middle
  }
  return low
}

/** η at a step, at or after 0. */
export function rateAt(path: RatePath, step: number): number {
  const k = knotBefore(path, step)
  return k === path.steps.length - 1 ? path.rates[k]! : between(path, k, step)
}

const between = ({ steps, rates }: RatePath, k: number, step: number): number =>
  rates[k]! + ((rates[k + 1]! - rates[k]!) * (step - steps[k]!)) / (steps[k + 1]! - steps[k]!)

/** S(t) = Σ_{τ ≤ t} η_τ. */
export function sumTo(path: RatePath, step: number): number {
  const k = knotBefore(path, step)
  const n = step - path.steps[k]!
  const to = k === path.steps.length - 1 ? path.rates[k]! : between(path, k, step)
  return path.sums[k]! + sumOf(n, path.rates[k]!, to)
}

/** The path up to a step, which becomes its last knot; longer than the path, its last rate stays. */
export function pathTo(path: RatePath, step: number): RatePath {
  const k = knotBefore(path, step)
  if (path.steps[k] === step && k === path.steps.length - 1) return path
  const count = path.steps[k] === step ? k + 1 : k + 2
  const steps = path.steps.slice(0, count)
  const rates = path.rates.slice(0, count)
  const whole = count > path.steps.length
  const ended = { steps: whole ? extended(steps, step) : steps, rates: whole ? extended(rates, 0) : rates }
  ended.steps[count - 1] = step
  ended.rates[count - 1] = rateAt(path, step)
  return ofKnots(
    ended.steps,
    ended.rates,
    ended.rates.reduce((a, b) => Math.max(a, b), 0)
  )
}

function extended(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1)
  longer.set(values)
  longer[values.length] = last
  return longer
}
