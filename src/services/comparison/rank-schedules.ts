import type { ComparisonWarning } from '../../domain/warning-codes.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import type { Evaluation } from '../../workers/comparison/task.ts'
import type { ResolvedCandidate } from './comparison-candidate.ts'

export interface RankedSchedule {
  readonly name: string
  readonly T: number
  readonly optimalRate: number
  readonly optimalBound: number
  /** To the bound of the best, ≥ 1. */
  readonly ratio: number
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
    .map(({ T, optimalRate, optimalBound }, i) => ({
      name: names[i] as string,
      T,
      optimalRate,
      optimalBound,
      ratio: optimalBound === best ? 1 : optimalBound / best
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

const percentBelow = (ratio: number): string => {
  const percent = 100 * (1 - 1 / ratio)
  return `${percent < 10 ? percent.toPrecision(2) : percent.toFixed(percent < 99.95 ? 0 : 2)} %`
}
const short = (value: number): string => String(Number(value.toPrecision(4)))

function summaryOf(ranking: readonly RankedSchedule[]): string {
  const [best, ...others] = ranking as [RankedSchedule, ...RankedSchedule[]]
  const facts = `its general bound is ${short(best.optimalBound)} at its best base learning rate, ${short(best.optimalRate)}`
  if (others.length === 0) return `On these norms ${best.name} stands alone: ${facts}.`
  const second = others[0] as RankedSchedule
  const last = others.at(-1) as RankedSchedule
  if (last.ratio - 1 < 1e-12)
    return `On these norms all are equally good: the general bound of ${best.name} is ${short(best.optimalBound)}.`
  const lead = second.ratio - 1 < 1e-12 ? `as good as ${second.name}` : `${percentBelow(second.ratio)} below ${second.name}`
  const rest = last === second ? '' : ` and ${percentBelow(last.ratio)} below ${last.name}`
  return `${best.name} is ${lead}${rest} on these norms: ${facts}.`
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
