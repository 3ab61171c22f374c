import { multipliersOf, type RuleCandidate } from '../index.ts'
import { nearestOf, nearestWarmupPolynomial } from './nearest-rules.ts'

/** A rule that looks like a schedule, as a person would call it, and its multipliers. */
export interface NearestShape {
  readonly name: string
  /** Shape of the sample. */
  readonly values: Float64Array
}

/** Rules whose curve is the same at any number of steps, so that some points of a schedule are enough; the simplest first. */
const shapes: readonly ((sample: Float64Array) => RuleCandidate)[] = [
  ...['linear', 'cosine', 'wsd', 'polynomial', 'exponential'].map((rule) => (sample: Float64Array) => nearestOf(rule, sample)),
  (sample) => nearestWarmupPolynomial(sample).candidate
]

/** A root mean square error that is no longer seen. */
const unseen = 0.002

/**
 * The simplest of the rules that look most like a schedule, by the squared error.
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
  const { candidate, values } = tried.find(({ error }) => error <= 1.05 * least + unseen) ?? (tried[0] as (typeof tried)[0])
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
