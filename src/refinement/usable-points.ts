import { asProgression, type Points, type Steps, stepAt } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { arePositive } from '../kernels/extrema.ts'
import type { ResolvedRefinementOptions } from './options.ts'

/** Points that a refinement can use, and counts of the rest: received = used + nonFinite + zero + trimmed. */
export interface UsablePoints {
  /** Finite, ≥ 0 and not −0; > 0 but with preset reference. Shape `[used]`, used ≥ 2; may share the memory of the points received. */
  readonly values: Float64Array
  readonly steps: Steps
  readonly counts: { received: number; used: number; nonFinite: number; zero: number; trimmed: number }
}

/**
 * Drops points that are not finite, and zeros, whose weight would be infinite, then trims the ends. Preset reference keeps zeros and
 * treats the rest as consecutive steps.
 * @throws Problem `too-few-norms`
 */
export function usablePoints(points: Points, { preset, trim }: Pick<ResolvedRefinementOptions, 'preset' | 'trim'>): UsablePoints {
  const received = points.values.length
  const dropsZeros = preset !== 'reference'
  const { nonFinite, zero } = arePositive(points.values) ? { nonFinite: 0, zero: 0 } : census(points.values)
  const dropped = nonFinite + (dropsZeros ? zero : 0)
  // If zeros stay, −0 must become 0, which needs a copy too.
  const kept = dropped === 0 && zero === 0 ? points : keep(points, dropsZeros, dropped)

  const left = kept.values.length
  const start = Math.min(trim.start, left)
  const end = Math.max(start, left - trim.end)
  const used = end - start
  const counts = { received, used, nonFinite, zero: dropsZeros ? zero : 0, trimmed: left - used }
  if (used < 2) throw tooFew(counts)
  return {
    values: kept.values.subarray(start, end),
    steps: preset === 'reference' ? { first: 0, stride: 1 } : stepsFrom(kept.steps, start, end),
    counts
  }
}

function census(values: Float64Array) {
  let nonFinite = 0
  let zero = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // value − value is NaN for NaN and ±Infinity.
    if (value - value !== 0) nonFinite++
    else if (value === 0) zero++
  }
  return { nonFinite, zero }
}

function keep({ steps, values }: Points, dropsZeros: boolean, dropped: number): Points {
  const count = values.length - dropped
  const keptValues = new Float64Array(count)
  const keptSteps = new Float64Array(count)
  for (let i = 0, k = 0; i < values.length; i++) {
    const value = values[i]!
    if (value - value !== 0 || (dropsZeros && value === 0)) continue
    keptValues[k] = value + 0 // −0 becomes 0
    keptSteps[k++] = stepAt(steps, i)
  }
  return { steps: asProgression(keptSteps, count), values: keptValues }
}

function stepsFrom(steps: Steps, start: number, end: number): Steps {
  if (!(steps instanceof Float64Array)) return { first: steps.first + start * steps.stride, stride: steps.stride }
  return asProgression(steps.subarray(start, end), end - start)
}

function tooFew({ received, used, nonFinite, zero, trimmed }: UsablePoints['counts']): Problem {
  const lost = [
    ...(nonFinite > 0 ? [`${nonFinite} not finite`] : []),
    ...(zero > 0 ? [`${zero} zero`] : []),
    ...(trimmed > 0 ? [`${trimmed} trimmed`] : [])
  ]
  const because = lost.length > 0 ? ` (${lost.join(', ')})` : ''
  return new Problem('too-few-norms', `Only ${used} of ${received} points can be used${because}; a refinement needs two.`)
}
