import { asMeant, type Explanation, type Place, positionAt, probes, reachOf } from './explanation.ts'
import type { FindingKind } from './findings/finding.ts'
import type { LoggedRates } from './logged-rates.ts'
import type { MeantSchedule } from './meant-schedule.ts'

/** Points that one explanation fits: indices `from` to before `to`. */
export interface Explained {
  readonly explanation: Explanation
  readonly from: number
  readonly to: number
}

/** More pieces explain anything. */
const stretchesMax = 6
/** Points of a log per piece that they are explained by: fewer fit by chance. */
const pointsPerStretch = 20
/** Points of a piece, but of the last: a part of the log, within these. */
const partMin = 0.02
const pointsMin = 4
const pointsEnough = 64
/** Explanations that are compared at every point. */
const comparedMax = 6

/**
 * Cuts rates into as few pieces as can be explained, each as long as one explanation fits.
 * @returns the pieces in order; those after the first that nothing explains are missing
 */
export function stretchesOf(rates: LoggedRates, meant: MeantSchedule, kinds: readonly FindingKind[]): Explained[] {
  const found: Explained[] = []
  const most = Math.min(stretchesMax, 1 + Math.floor(rates.count / pointsPerStretch))
  const least = Math.min(pointsEnough, Math.max(pointsMin, partMin * rates.count))
  let from = 0
  while (from < rates.count && found.length < most) {
    const before = found.at(-1)?.explanation ?? asMeant(meant)
    const next = longest({ rates, meant, from, before: moving(before) }, kinds)
    if (next.to < rates.count && next.to - from < least) break
    found.push(next)
    from = next.to
  }
  return found
}

/** A rate that was held moves on as it would have. */
const moving = ({ held: _, ...explanation }: Explanation): Explanation => explanation

/** Of all explanations the one that fits farthest; of those that fit as far one with the least error, and of those the likeliest. */
function longest(place: Place, kinds: readonly FindingKind[]): Explained {
  const { from, before, rates, meant } = place
  const plain = reachOf(place, before, from, true)
  if (plain.to === rates.count) return { explanation: before, from, to: plain.to }
  // Who reaches no farther than what fitted before is not asked how far.
  const after = plain.to === from ? [] : [0, 1, 2].map((ahead) => plain.to + ahead).filter((index) => index < rates.count)
  const proposed = kinds.flatMap((kind) => kind.propose(place)).filter((each) => score(place, each, after).fits === after.length)
  const within = 0.5 * rates.tolerance(rates.largest)
  const tried: (Explained & { error: number })[] = []
  for (const explanation of [before, ...promising(place, proposed)]) {
    const { to, error } = reachOf(place, explanation, from)
    const one = { explanation, from, to, error }
    // Those before it are likelier, and do not fit as far.
    if (to === rates.count && error <= within) return one
    tried.push(one)
  }
  const farthest = Math.max(...tried.map(({ to }) => to))
  const slack = Math.max(2, 0.01 * (farthest - from))
  const far = tried.filter(({ to }) => to >= farthest - slack)
  const least = Math.min(...far.map(({ error }) => error))
  const best = far.find(({ error }) => error <= 1.5 * least + within) ?? far[0]!
  return far.find(({ explanation }) => isSameByStride(best.explanation, explanation, meant)) ?? best
}

/**
 * Schedules of most libraries end one step after the last. Stepped m times a step, such a one over n steps is ours over n/m + 1: it was
 * the stride, then.
 */
function isSameByStride({ curve }: Explanation, strided: Explanation, { n }: MeantSchedule): boolean {
  if (curve.n === n || strided.slope === 1) return false
  const stride = n / (curve.n - 1)
  return Math.abs(stride / strided.slope - 1) < 1e-9
}

/** Those that fit at most probes, counted from the first on, and nearest; in the order in which they were proposed. */
function promising(place: Place, proposed: readonly Explanation[]): Explanation[] {
  const tried = probes(place)
  return proposed
    .map((explanation, order) => ({ explanation, order, ...score(place, explanation, tried) }))
    .sort((a, b) => b.fits - a.fits || a.error - b.error)
    .slice(0, comparedMax)
    .sort((a, b) => a.order - b.order)
    .map(({ explanation }) => explanation)
}

/** How many probes in a row an explanation fits, and its mean error at them. */
function score(place: Place, explanation: Explanation, tried: readonly number[]): { fits: number; error: number } {
  const { rates } = place
  let sum = 0
  let fits = 0
  for (const index of tried) {
    const one: LoggedRates = { ...rates, count: index + 1 }
    const { to, error } = reachOf({ rates: one, meant: place.meant }, explanation, index)
    if (to !== index + 1) break
    sum += error
    fits++
  }
  return { fits, error: fits === 0 ? Number.POSITIVE_INFINITY : sum / fits }
}

/** The first step at which an explanation has passed the end of its curve. */
export function stepPastEnd(explanation: Explanation): number {
  const { curve, slope, intercept } = explanation
  let step = Math.max(0, Math.floor((curve.n - 1 - intercept) / slope))
  while (positionAt(explanation, step) <= curve.n - 1) step++
  return step
}
