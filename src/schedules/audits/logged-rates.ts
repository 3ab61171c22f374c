import { type Points, type Steps, stepAt } from '../../domain/gradient-norm.ts'

/** Learning rates as they were logged: finite, ≥ 0, in the order of their steps. */
export interface LoggedRates {
  readonly count: number
  /** Shape `[count]`, and at which steps. */
  readonly values: Float64Array
  readonly steps: Steps
  /** The tolerance of a rate is the larger of `least` and `relative` times it. */
  readonly least: number
  readonly relative: number
  stepOf(index: number): number
  rateOf(index: number): number
  /** The index of the first point at a step or after it. */
  indexAt(step: number): number
  readonly largest: number
  /** Scales that differ by less are the same. */
  readonly scalePrecision: number
  /** How far a logged rate may be from the one that was used: logs are rounded. */
  tolerance(rate: number): number
}

/** A rate that differs by less, relative to the largest, is the same: float32 has seven digits, and rules differ in their last ones. */
const same = 1e-6
/** Digits of a number that was not rounded to be read. */
const manyDigits = 7
/** Rates whose digits are counted. */
const counted = 512
/** Of fewer different rates the digits say nothing. */
const differentMin = 8

/** Drops what is not finite, and learns from the digits of the rest how the log was rounded. */
export function loggedRates({ steps, values }: Points): LoggedRates {
  let count = values.length
  let largest = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // value − value is NaN for NaN and ±Infinity.
    if (value - value !== 0) count--
    else if (value > largest) largest = value
  }
  const kept = count === values.length ? { steps, values } : finitePoints({ steps, values }, count)
  const { relative, absolute } = roundingOf(kept.values)
  const least = Math.max(same * largest, absolute)
  const given = kept.steps
  const stepOf = given instanceof Float64Array ? (index: number) => given[index]! : (index: number) => given.first + index * given.stride
  return {
    count,
    values: kept.values,
    steps: kept.steps,
    least,
    relative,
    largest,
    scalePrecision: Math.max(1e-3, largest === 0 ? 0 : (2 * Math.max(least, relative * largest)) / largest),
    stepOf,
    rateOf: (index) => kept.values[index]!,
    tolerance: (rate) => Math.max(least, relative * rate),
    indexAt(step) {
      let [low, high] = [0, count]
      while (low < high) {
        const middle = (low + high) >> 1
        if (stepOf(middle) < step) low = middle + 1
        else high = middle
      }
      return low
    }
  }
}

function finitePoints({ steps, values }: Points, count: number): Points {
  const kept = { steps: new Float64Array(count), values: new Float64Array(count) }
  for (let i = 0, k = 0; i < values.length; i++) {
    if (values[i]! - values[i]! !== 0) continue
    kept.values[k] = values[i]!
    kept.steps[k++] = stepAt(steps, i)
  }
  return kept
}

/** The last digit that the log has, since what a rate is compared with is found from rounded ones too: relative where numbers have as many digits, absolute where they have as many decimals. */
function roundingOf(values: Float64Array): { relative: number; absolute: number } {
  const different = new Set<number>()
  let digits = 2
  let decimals = 0
  const stride = Math.max(1, Math.floor(values.length / counted))
  for (let i = 0; i < values.length; i += stride) {
    const [mantissa = '', exponent = '0'] = values[i]!.toExponential().split('e')
    different.add(values[i]!)
    const own = mantissa.replace('.', '').length
    digits = Math.max(digits, own)
    decimals = Math.max(decimals, own - 1 - Number(exponent))
  }
  if (digits >= manyDigits || different.size < differentMin) return { relative: 0, absolute: 0 }
  return { relative: 10 ** (1 - digits), absolute: 10 ** -decimals }
}
