import { estimate, isTie, pairedDifference } from '../../examples/digits/statistics.ts'
import type { Measured, ProblemResult } from '../evaluate-problem.ts'
import { typicalExcess } from '../tuning/job.ts'
import { geometricMean } from '../tuning/statistics.ts'

/** The schedule of a problem by its name, where it was measured. */
export const find = ({ schedules }: ProblemResult, name: string): Measured | undefined => schedules.find((one) => one.name === name)

/** How far a schedule ends above the least loss. */
export const excess = ({ problem, floor }: ProblemResult, { measurement }: Measured): number =>
  typicalExcess(problem.setting, measurement.outcomes, floor)

/** How a schedule compares with another on one problem. */
export interface Comparison {
  /** Its distance from the least loss ÷ that of the other: below 1 it is better. */
  ratio: number
  /** By final losses, paired by seed: a tie where the mean difference is within two of its standard errors. */
  outcome: 'better' | 'tie' | 'worse'
}

export function compare(result: ProblemResult, one: Measured, other: Measured): Comparison {
  const [a, b] = [one, other].map(({ measurement }) => measurement.outcomes.map(({ loss }) => loss)) as [number[], number[]]
  const ratio = excess(result, one) / excess(result, other)
  if (![...a, ...b].every(Number.isFinite)) return { ratio, outcome: ratio < 1 ? 'better' : ratio > 1 ? 'worse' : 'tie' }
  const difference = pairedDifference(a, b)
  return { ratio, outcome: isTie(difference) ? 'tie' : difference.mean < 0 ? 'better' : 'worse' }
}

/** One schedule against another over several problems; those without either are left out. */
export interface Summary {
  problems: number
  mean: number
  worst: { ratio: number; problem: string }
  better: number
  tie: number
  worse: number
}

export function summarise(results: readonly ProblemResult[], name: string, other: string): Summary {
  const all = results.flatMap((result) => {
    const [a, b] = [find(result, name), find(result, other)]
    return a && b ? [{ problem: result.problem.id, ...compare(result, a, b) }] : []
  })
  return summaryOf(all)
}

export function summaryOf(all: readonly (Comparison & { problem: string })[]): Summary {
  const count = (outcome: Comparison['outcome']): number => all.filter((one) => one.outcome === outcome).length
  return {
    problems: all.length,
    mean: geometricMean(all.map(({ ratio }) => ratio)),
    worst: all.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst), { ratio: 0, problem: '' }),
    better: count('better'),
    tie: count('tie'),
    worse: count('worse')
  }
}

/** Problems whose norms change because training converges: nothing from outside changes on the way. */
export const isSteady = ({ problem: { group, setting } }: ProblemResult): boolean =>
  group === 'regression' || group === 'network' || setting.outsideNoise === 'constant'

/** Problems whose gradient noise changes for reasons outside training. */
export const hasChangingNoise = ({ problem: { setting } }: ProblemResult): boolean =>
  setting.outsideNoise !== null && setting.outsideNoise !== 'constant'

/** Mean ± standard error of the final losses. */
export function lossText({ measurement }: Measured): string {
  const losses = measurement.outcomes.map(({ loss }) => loss)
  if (!losses.every(Number.isFinite)) return 'fails'
  const { mean, standardError } = estimate(losses)
  return `${mean.toPrecision(4)} ± ${standardError.toPrecision(1)}`
}
