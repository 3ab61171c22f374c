import type { Points } from '../../domain/gradient-norm.ts'
import { inParts } from '../../kernels/in-parts.ts'
import { amount, percent } from './amounts.ts'
import type { Symptom } from './symptom.ts'

/** Distance of two neighbours on the grid over the median. */
const gridMax = 0.01

/** Of the points, on the grid: a point or two may have been logged otherwise. */
const shareMin = 0.95

/** So many points, evenly over the log, show that norms lie on no grid. */
const sampled = 512

/**
 * Norms that were printed with a few decimals have steps where the norms had none: a median filter turns values like 0.01, 0.02, 0.03 into stairs, whose
 * edges the weights follow. Source: trainers that print `{:.2f}` or round before they log; `docs/logs.md` says which.
 */
export const rounded: Symptom = {
  code: 'rounded',
  meaning: 'The norms are multiples of a power of ten that is coarser than 1 % of their median.',
  examine: ({ logs, median }) => {
    const coarse = logs.map((log) => gridOf(log, median)).filter((grid) => grid !== null)
    const grid = coarse.length === 0 ? null : Math.max(...coarse)
    return () =>
      grid === null
        ? null
        : `The norms are multiples of ${grid}, which is ${percent(grid / median)} of their median, ${amount(median)}: they were rounded, and the schedule has steps ` +
          'where they had none. Log more decimals.'
  }
}

/** The largest power of ten that nearly all norms are multiples of; null where it is not coarse. */
function gridOf({ values }: Points, median: number): number | null {
  // A coarser grid is a part of this one: who is not on it is on none.
  let exponent = Math.floor(Math.log10(gridMax * median)) + 1
  if (!Number.isFinite(exponent) || Math.abs(exponent) > 250) return null
  const stride = Math.max(1, Math.floor(values.length / sampled))
  if (countOn(values, exponent, 0, values.length, stride) < shareMin * 0.9 * Math.ceil(values.length / stride)) return null
  if (!isOn(values, exponent) || !doesMove(values)) return null
  while (isOn(values, exponent + 1)) exponent++
  return Number(`1e${exponent}`)
}

/** Rounded norms move from value to value. Constant ones, and levels that somebody made up, do not. */
function doesMove(values: Float64Array): boolean {
  let moves = 0
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1]) moves++
  return moves > 0.05 * values.length
}

function isOn(values: Float64Array, exponent: number): boolean {
  let count = 0
  inParts(values.length, (from, to) => {
    count += countOn(values, exponent, from, to, 1)
  })
  return count >= shareMin * values.length
}

function countOn(values: Float64Array, exponent: number, from: number, to: number, stride: number): number {
  const power = 10 ** Math.abs(exponent)
  let count = 0
  for (let i = from; i < to; i += stride) {
    const multiple = exponent < 0 ? values[i]! * power : values[i]! / power
    const whole = Math.round(multiple)
    // float32 has seven digits; beyond a ten thousandth of the grid nothing is a multiple by its look. What is next to 0 is one of no grid.
    if (whole > 0 && Math.abs(multiple - whole) <= Math.min(1e-4, 1e-9 + 1.2e-7 * multiple)) count++
  }
  return count
}
