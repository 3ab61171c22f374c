import { multipliersOf, type RuleCandidate } from '../index.ts'
import { nearestOf, nearestWarmupPolynomial } from './nearest-rules.ts'

/** The readable name of a rule that looks like a schedule, and its multipliers. */
export interface NearestShape {
  readonly name: string
  /** Same shape as the sample. */
  readonly values: Float64Array
}

/** Rules with the same curve at any number of steps, so that a sample is enough; the simplest first. */
const shapes: readonly ((sample: Float64Array) => RuleCandidate)[] = [
  ...['linear', 'cosine', 'wsd', 'polynomial', 'exponential'].map((rule) => (sample: Float64Array) => nearestOf(rule, sample)),
  (sample) => nearestWarmupPolynomial(sample).candidate
]

/** A root mean square error that is too small to see. */
const unseen = 0.002

/**
 * Finds the simplest rule whose squared error is near the least.
 * @param sample multipliers at evenly spaced steps, some hundreds, shape `[s]`
 */
export function nearestShape(sample: Float64Array): NearestShape {
  const tried = shapes.map((nearest) => {
    const candidate = nearest(sample)
    const values = multipliersOf(candidate, sample.length).multipliers
    let squares = 0
    for (let j = 0; j < values.length; j++) squares += (values[j]! - sample[j]!) ** 2
    return { candidate, values, error: Math.sqrt(squares / values.length) }
  })
  const least = Math.min(...tried.map(({ error }) => error))
  const { candidate, values } = tried.find(({ error }) => error <= 1.05 * least + unseen) ?? tried[0]!
  return { name: nameOf(candidate), values }
}

const percent = (fraction: number): string => `${Number((100 * fraction).toPrecision(2))} %`

function nameOf({ rule, parameters = {} }: RuleCandidate): string {
  const { final, power, cooldown, length, of } = parameters as {
    final?: number
    power?: number
    cooldown?: number
    length?: number
    of?: RuleCandidate
  }
  const to = final !== undefined && final >= 0.005 ? ` to ${final.toPrecision(2)}` : ''
  if (rule === 'warmup') return `${length === 0 ? '' : `warm-up ${percent(length as number)}, then `}${nameOf(of as RuleCandidate)}`
  if (rule === 'wsd') return `cooldown ${percent(cooldown as number)}${to}`
  return `${rule}${power === undefined ? '' : ` ${Number(power.toPrecision(2))}`}${to}`
}
