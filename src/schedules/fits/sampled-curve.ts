/** A schedule sampled at some steps, to fit a rule to. */
export interface Curve {
  /** The whole schedule, shape `[n]`. */
  readonly whole: Float64Array
  readonly n: number
  /** Which steps, strictly increasing, shape `[s]`. */
  readonly steps: Float64Array
  /** Their multipliers, shape `[s]`. */
  readonly values: Float64Array
}

/** Samples a schedule at up to `samplesMax` evenly spaced steps, the first and the last included. */
export function sampled(multipliers: Float64Array, samplesMax: number): Curve {
  const n = multipliers.length
  const s = Math.min(n, samplesMax)
  const steps = new Float64Array(s)
  const values = new Float64Array(s)
  for (let i = 0; i < s; i++) {
    const step = s === n ? i : Math.round((i * (n - 1)) / (s - 1))
    steps[i] = step
    values[i] = multipliers[step]!
  }
  return { whole: multipliers, n, steps, values }
}

/** Counts the sampled steps before a step. */
export function countBefore({ steps }: Curve, step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]! < step) low = middle + 1
    else high = middle
  }
  return low
}

/** The curve without its first L steps, counted from 0 again. */
export function after(curve: Curve, L: number): Curve {
  if (L === 0) return curve
  const start = countBefore(curve, L)
  const steps = curve.steps.slice(start)
  for (let i = 0; i < steps.length; i++) steps[i] = steps[i]! - L
  return { whole: curve.whole.subarray(L), n: curve.n - L, steps, values: curve.values.subarray(start) }
}

/** Σ (m_j − multiplier(j))² over the sampled steps with index `from` to before `to`. */
export function squaredError({ steps, values }: Curve, multiplier: (step: number) => number, from = 0, to = steps.length): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const error = values[i]! - multiplier(steps[i]!)
    sum += error * error
  }
  return sum
}
