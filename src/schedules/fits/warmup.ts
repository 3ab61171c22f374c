import type { Fitter, Nearest } from './fitter.ts'
import { wholeMinimum } from './minimum.ts'
import { after, type Curve, countBefore, squaredError } from './sampled-curve.ts'
import { places, placesAround } from './search-places.ts'

const shapes = ['linear', 'cosine'] as const
type RampShape = (typeof shapes)[number]

const ramp = (L: number, shape: RampShape) => (step: number) => {
  const q = (step + 1) / L
  return shape === 'cosine' ? 0.5 * (1 - Math.cos(Math.PI * q)) : q
}

/** The first step with the largest multiplier. */
export function firstPeak({ whole, n }: Curve): number {
  let peak = 0
  for (let j = 1; j < n; j++) if (whole[j]! > whole[peak]!) peak = j
  return peak
}

/** Lengths of the ramp to try: from its first multiplier, from the peak, and spread over all steps. */
export function rampPlaces({ whole, n }: Curve, shape: RampShape, peak: number): number[] {
  const first = whole[0]!
  const byFirst = shape === 'cosine' ? Math.PI / Math.acos(1 - 2 * first) : 1 / first
  const found = [...places(n - 1, 13), peak, peak + 1, Math.round(byFirst)]
  return found.filter((L) => L >= 0 && L <= n - 1)
}

/**
 * Fits a ramp followed by a rule: for each length of the ramp, `inner` fits the rule to the remaining steps.
 * @param tried lengths of the ramp to try, at least one
 * @param near  parameters of the rule from a coarser curve
 */
export function fitAfterRamp(
  curve: Curve,
  shape: RampShape,
  inner: Fitter,
  tried: readonly number[],
  near: Record<string, unknown> | undefined,
  gap: number
): Nearest & { L: number } {
  const known = new Map<number, Nearest>()
  const errorOf = (L: number): number => {
    const left = after(curve, L)
    const rising = L === 0 ? 0 : squaredError(curve, ramp(L, shape), 0, countBefore(curve, L))
    const nearest = inner(left, near, gap)
    known.set(L, nearest)
    return rising + nearest.error
  }
  const { at, value } = wholeMinimum(errorOf, tried, gap)
  return { L: at, parameters: known.get(at)?.parameters ?? {}, error: value }
}

/** A ramp of at most one step has no shape: report the default. */
const shapeOf = (L: number, shape: RampShape): RampShape => (L <= 1 ? 'linear' : shape)

/** Fits the `warmup` rule: the best of some rules after a ramp. */
export const fitWarmup =
  (inner: Readonly<Record<string, Fitter>>): Fitter =>
  (curve, near, gap = 1) => {
    const known = near as { length: number; shape: RampShape; of: { rule: string; parameters: Record<string, unknown> } } | undefined
    const rules = known === undefined ? Object.keys(inner) : [known.of.rule]
    const peak = known === undefined ? firstPeak(curve) : 0
    const tried = rules.flatMap((rule) =>
      (known === undefined ? shapes : [known.shape]).map((shape) => {
        const ends = known === undefined ? rampPlaces(curve, shape, peak) : placesAround(Math.round(known.length * curve.n), curve)
        const { L, parameters, error } = fitAfterRamp(curve, shape, inner[rule]!, ends, known?.of.parameters, gap)
        return { parameters: { length: L / curve.n, shape: shapeOf(L, shape), of: { rule, parameters } }, error }
      })
    )
    return tried.reduce((a, b) => (b.error < a.error ? b : a))
  }
