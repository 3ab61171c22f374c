import type { ProblemResult } from '../evaluate-problem.ts'
import { verdicts } from './advised.ts'
import { compare, find, hasChangingNoise, isSteady, summarise, summaryOf } from './compare.ts'

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

/** What `robust` made of each weak log, against linear with the same ramp, and whether its report says that the rate was too high. */
export const fromWeakLogs = (results: readonly ProblemResult[]) =>
  results.flatMap((result) =>
    result.fromWeakLogs.flatMap(({ log, measured }) => {
      const ramp = find(result, 'ramp-linear')
      if (!measured || !ramp) return []
      const isWarnedOf = measured.report?.warnings.some(({ code }) => code === 'overshoot') ?? false
      return [{ log, problem: result.problem.id, isWarnedOf, ...compare(result, measured, ramp) }]
    })
  )

/** Gates of weak logs, where any were made. */
function weakGates(results: readonly ProblemResult[]): Gate[] {
  const all = fromWeakLogs(results)
  if (all.length === 0) return []
  const { mean, problems } = summaryOf(all)
  const { worst } = summaryOf(all.filter(({ isWarnedOf }) => !isWarnedOf))
  return [
    {
      name: `\`robust\` from weak logs ÷ linear with the same ramp, ${problems} logs`,
      met: mean <= 1.05,
      measured: number(mean),
      limit: 'geometric mean at most 1.05'
    },
    {
      name: '`robust` from weak logs ÷ linear with the same ramp, the worst without a warning `overshoot`',
      met: worst.ratio <= 1.5,
      measured: `${number(worst.ratio)} on ${worst.problem}`,
      limit: 'at most 1.5'
    }
  ]
}

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
  const advised = verdicts(results, ['robust', 'paper'])
  const right = advised.filter(({ isRight }) => isRight).length
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
    },
    {
      name: `verdicts of \`robust\` and \`paper\` that are right, ${advised.length}`,
      met: right >= 0.9 * advised.length,
      measured: `${right} of ${advised.length}`,
      limit: 'nine of ten'
    },
    ...weakGates(results)
  ]
}
