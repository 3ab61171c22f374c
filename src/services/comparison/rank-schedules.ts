import type { ComparisonWarning } from '../../domain/warning-codes.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import type { DrawnShape, Evaluation } from '../../workers/comparison/task.ts'
import type { ResolvedCandidate } from './comparison-candidate.ts'

export interface RankedSchedule {
  readonly name: string
  readonly T: number
  readonly optimalRate: number
  readonly optimalBound: number
  /** To the bound of the best, ≥ 1. */
  readonly ratio: number
  /** Its multipliers, where they were wanted. */
  readonly drawn?: DrawnShape
}

export interface Comparison {
  /** Best first. */
  readonly ranking: readonly RankedSchedule[]
  /** One sentence for people. */
  readonly summary: string
  readonly warnings: readonly { readonly code: ComparisonWarning; readonly detail: string }[]
}

/** Ranks evaluated schedules, and says in words what came out. Those with equal bounds keep their order. */
export function rank(
  candidates: readonly Pick<ResolvedCandidate, 'name' | 'isNamed'>[],
  evaluations: readonly Evaluation[],
  norm: RefinableNorm
): Comparison {
  const names = uniqueNames(candidates)
  const best = Math.min(...evaluations.map(({ optimalBound }) => optimalBound))
  const ranking = evaluations
    .map(({ T, optimalRate, optimalBound, drawn }, i) => ({
      name: names[i] as string,
      T,
      optimalRate,
      optimalBound,
      ratio: optimalBound === best ? 1 : optimalBound / best,
      ...(drawn === undefined ? {} : { drawn })
    }))
    .sort((a, b) => a.ratio - b.ratio || 0)
  return { ranking, summary: summaryOf(ranking), warnings: warningsOf(names, evaluations, norm) }
}

/** Names that were given stay; the others get a number where they are taken. */
function uniqueNames(candidates: readonly Pick<ResolvedCandidate, 'name' | 'isNamed'>[]): string[] {
  const taken = new Set(candidates.filter(({ isNamed }) => isNamed).map(({ name }) => name))
  return candidates.map(({ name, isNamed }) => {
    if (isNamed) return name
    let unique = name
    for (let k = 2; taken.has(unique); k++) unique = `${name} ${k}`
    taken.add(unique)
    return unique
  })
}

/** Bounds that differ by less are of equally good schedules: on 54 logistic problems their order among good schedules was a coin (docs/advice.md). */
export const equalMax = 1.1

const short = (value: number): string => String(Number(value.toPrecision(4)))
const timesAs = (ratio: number): string => `${ratio < 1000 ? ratio.toPrecision(3) : short(ratio)} times`

const listed = (names: readonly string[]): string =>
  names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function summaryOf(ranking: readonly RankedSchedule[]): string {
  const [best, ...others] = ranking as [RankedSchedule, ...RankedSchedule[]]
  const facts = `the general bound of ${best.name} is ${short(best.optimalBound)} at its best base learning rate, ${short(best.optimalRate)}`
  if (others.length === 0) return `On these norms ${facts}.`
  const equal = ranking.filter(({ ratio }) => ratio <= equalMax)
  const behind = ranking.filter(({ ratio }) => ratio > equalMax)
  const groups = [
    equal.length > 1 ? [`${listed(equal.map(({ name }) => name))} are equally good, with bounds that differ by less than 10 %`] : [],
    behind.length > 0
      ? [
          `${listed(behind.map(({ name }) => name))} ${behind.length > 1 ? 'have' : 'has'} a larger bound, ${rangeOf(behind)} that of ${best.name}`
        ]
      : []
  ].flat()
  return `On these norms ${groups.join('; ')}; ${facts}. A bound is a property of these norms, no forecast of a loss.`
}

/** By how much, from the first to the last. */
function rangeOf(behind: readonly RankedSchedule[]): string {
  const [first, last] = [timesAs(behind[0]!.ratio), timesAs(behind.at(-1)!.ratio)]
  return first === last ? first : `${first.replace(' times', '')} to ${last}`
}

function warningsOf(names: readonly string[], evaluations: readonly Evaluation[], norm: RefinableNorm): Comparison['warnings'] {
  const warnings: { code: Comparison['warnings'][number]['code']; detail: string }[] = []
  for (const [i, { zeros, T }] of evaluations.entries()) {
    if (zeros === 0) continue
    const detail = `${names[i]} has the multiplier 0 at ${zeros} of its ${T} steps, with later ones above 0: training does not move there.`
    warnings.push({ code: 'zeros-within', detail })
  }
  const lengths = evaluations.map(({ T }) => T)
  // A schedule that ends at 0 has one step less than one that does not.
  if (Math.max(...lengths) - Math.min(...lengths) > 1) {
    const detail = 'The schedules have different numbers of steps T, and more steps alone lower the bound.'
    warnings.push({ code: 'different-lengths', detail })
  }
  if (norm === 'l1') {
    const detail = 'The norms are l1 norms of an adaptive optimizer, but the general bound is for SGD.'
    warnings.push({ code: 'l1-norms', detail })
  }
  return warnings
}
