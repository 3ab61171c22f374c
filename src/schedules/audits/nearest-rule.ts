import { type Closeness, closeness, variation } from '../fits/closeness.ts'
import { nearestOf } from '../fits/nearest-rules.ts'
import { multipliersOf, type RuleCandidate } from '../index.ts'
import type { LoggedRates } from './logged-rates.ts'

/** The rule that logged rates are most like, from the first logged step to the last. */
export interface NearestRule extends Closeness {
  readonly rule: string
  readonly parameters: Record<string, unknown>
  /** The largest logged rate. */
  readonly peakLearningRate: number
}

/** Points that a rule is fitted to: enough for its shape, few enough for milliseconds. */
const sampleSize = 512
/** Up to so many steps all are looked at. */
const wholeMax = 2048
/** Rules with the same curve at any number of steps, so that a sample is enough; the simplest first. */
const shapes = ['flat', 'linear', 'cosine', 'exponential', 'wsd', 'polynomial', 'stepwise']
/** Rules of the step number: only of a log of every step. */
const ofEveryStep = ['inverse', 'inverse-sqrt']
/** A fit as near as this is the rule itself. Root mean square. */
const exact = 1e-6
/** A parameter below is 0. */
const tiny = 1e-12
/** A simpler rule is preferred where it is worse by less than can be seen. */
const unseen = 0.002

interface Fit extends Closeness {
  readonly candidate: RuleCandidate
}

/** Null where every rate is 0. */
export function nearestRule(rates: LoggedRates): NearestRule | null {
  if (rates.largest === 0 || rates.count < 2) return null
  const first = rates.stepOf(0)
  const steps = rates.stepOf(rates.count - 1) - first + 1
  const top = firstTop(rates)
  // Ours have the peak on the last step of the rise and on the first of what follows, others once.
  const start = isTop(rates, top + 1) && rates.stepOf(top + 1) === rates.stepOf(top) + 1 ? top + 1 : top
  const rise = rates.stepOf(start) - first
  const isRising = rise > 1 && rates.rateOf(0) < 0.9 * rates.largest
  const plain = fitOf(sampleFrom(rates, 0), shapesOf(rates, 0))
  const found = isRising ? better(plain, afterRise(rates, start, rise / steps)) : plain
  const { rule, parameters = {} } = found.candidate
  return {
    rule,
    parameters: tidied(parameters) as Record<string, unknown>,
    peakLearningRate: rates.largest,
    r2: found.r2,
    maxError: found.maxError
  }
}

/** The index of the first point that has the largest rate, but for rounding. */
function firstTop(rates: LoggedRates): number {
  let i = 0
  while (!isTop(rates, i)) i++
  return i
}

const isTop = (rates: LoggedRates, index: number): boolean =>
  index < rates.count && rates.rateOf(index) >= rates.largest - rates.tolerance(rates.largest)

/** Rates of evenly spaced steps, as multipliers of the largest. */
function sampleFrom(rates: LoggedRates, from: number): Float64Array {
  const count = rates.count - from
  const [first, last] = [rates.stepOf(from), rates.stepOf(rates.count - 1)]
  const isEvery = last - first === count - 1
  const size = isEvery && count <= wholeMax ? count : Math.min(sampleSize, Math.max(2, last - first + 1))
  const sample = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    const step = size === 1 ? first : first + ((last - first) * k) / (size - 1)
    const after = Math.min(rates.count - 1, rates.indexAt(step))
    const before = Math.max(from, rates.stepOf(after) === step ? after : after - 1)
    const [low, high] = [rates.stepOf(before), rates.stepOf(after)]
    const part = high === low ? 0 : (step - low) / (high - low)
    sample[k] = Math.min(1, (rates.rateOf(before) + part * (rates.rateOf(after) - rates.rateOf(before))) / rates.largest)
  }
  return sample
}

const shapesOf = (rates: LoggedRates, from: number): string[] =>
  rates.count - from <= wholeMax && rates.stepOf(rates.count - 1) - rates.stepOf(from) === rates.count - from - 1
    ? [...shapes, ...ofEveryStep]
    : shapes

/** The simplest rule that is near the nearest. */
function fitOf(sample: Float64Array, rules: readonly string[]): Fit {
  const total = variation(sample)
  const fits: (Fit & { error: number })[] = []
  for (const rule of rules) {
    const candidate = nearestOf(rule, sample)
    const fit = judged(candidate, sample, total)
    fits.push(fit)
    if (fit.error <= exact) break
  }
  const least = Math.min(...fits.map(({ error }) => error))
  return fits.find(({ error }) => error <= exact || error <= 1.05 * least + unseen) ?? fits[0]!
}

function judged(candidate: RuleCandidate, sample: Float64Array, total: number): Fit & { error: number } {
  const { multipliers, parameters } = multipliersOf(candidate, sample.length)
  let squares = 0
  for (let j = 0; j < sample.length; j++) squares += (sample[j]! - multipliers[j]!) ** 2
  return {
    candidate: { rule: candidate.rule, parameters },
    ...closeness(sample, total, multipliers),
    error: Math.sqrt(squares / sample.length)
  }
}

/** A rise to the first of the largest rates, then the rule that is nearest to the rest. */
function afterRise(rates: LoggedRates, top: number, length: number): Fit {
  const rest = fitOf(sampleFrom(rates, top), shapesOf(rates, top))
  const sample = sampleFrom(rates, 0)
  const total = variation(sample)
  const fits = ['linear', 'cosine'].map((shape) =>
    judged({ rule: 'warmup', parameters: { length: Math.min(length, 1 - 1 / sample.length), shape, of: rest.candidate } }, sample, total)
  )
  return fits.reduce((a, b) => (b.error < a.error ? b : a))
}

/** Numbers without the last digits of a search. */
function tidied(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) < tiny ? 0 : Number(value.toPrecision(12))
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(tidied)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidied(part)]))
}

const better = (a: Fit, b: Fit): Fit => (b.r2 > a.r2 ? b : a)
