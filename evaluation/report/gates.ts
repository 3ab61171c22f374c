import type { ProblemResult } from '../evaluate-problem.ts'
import { hasChangingNoise, isSteady, summarise } from './compare.ts'

/** A promise that is checked: `npm run evaluate -- --check` ends with 1 where one is not met. */
export interface Gate {
  name: string
  met: boolean
  measured: string
  limit: string
}

const number = (value: number): string => value.toFixed(3)

/** Tail of the norms (`LogFacts`) below which they count as collapsed. */
export const collapsedTail = 0.5

/** The problems whose norms collapse because a network fits its data, and whether the refinement by the paper warned of it. */
export const collapses = (results: readonly ProblemResult[]) =>
  results
    .filter(({ problem, log }) => problem.group === 'network' && log.tail < collapsedTail)
    .map((result) => {
      const report = result.schedules.find(({ name }) => name === 'paper')?.report
      return { result, warned: report?.warnings.some(({ code }) => code === 'collapsed-norms') ?? false }
    })

export function judge(results: readonly ProblemResult[]): Gate[] {
  const steady = results.filter(isSteady)
  const noise = results.filter(hasChangingNoise)
  const mean = (name: string, problems: ProblemResult[], of: string, against: string, most: number): Gate => {
    const { mean, problems: count } = summarise(problems, of, against)
    return {
      name: `${name}, ${count} problems`,
      met: count === problems.length && mean <= most,
      measured: number(mean),
      limit: `geometric mean at most ${most}`
    }
  }
  const worst = summarise(results, 'robust', 'ramp-linear').worst
  const collapsed = collapses(results)
  const warned = collapsed.filter((one) => one.warned).length
  return [
    mean('linear ÷ cosine, where nothing changes from outside', steady, 'linear', 'cosine', 1.02),
    mean('`paper` ÷ linear, where noise changes from outside', noise, 'paper', 'linear', 0.75),
    mean('`robust` ÷ linear, where noise changes from outside', noise, 'robust', 'linear', 0.7),
    mean('`robust` ÷ linear with the same ramp, where nothing changes from outside', steady, 'robust', 'ramp-linear', 1.01),
    {
      name: `\`robust\` ÷ linear with the same ramp, the worst of ${results.length} problems`,
      met: worst.ratio <= 1.25,
      measured: `${number(worst.ratio)} on ${worst.problem}`,
      limit: 'at most 1.25'
    },
    {
      name: 'a refinement by `paper` of norms that collapse as a network fits its data has the warning `collapsed-norms`',
      met: collapsed.length > 0 && warned === collapsed.length,
      measured: `${warned} of ${collapsed.length}`,
      limit: 'all'
    }
  ]
}
