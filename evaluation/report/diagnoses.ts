import type { Measured, ProblemResult } from '../evaluate-problem.ts'
import { titles } from '../service/schedules.ts'
import { rankCorrelation } from '../tuning/statistics.ts'
import { verdicts } from './advised.ts'
import { type Comparison, compare, find } from './compare.ts'
import { collapsedTail } from './gates.ts'
import { ratioText, table } from './tables.ts'

const codes = ({ report }: Measured): string => report?.warnings.map(({ code }) => `\`${code}\``).join(', ') ?? ''

/** Norms that end below half of their median: what the refinement of the paper said, and how it did. */
export function collapseTable(results: readonly ProblemResult[]): string {
  const rows = results
    .filter(({ log }) => log.tail < collapsedTail)
    .map((result) => {
      const [linear, paper, robust] = ['linear', 'paper', 'robust'].map((name) => find(result, name)!) as [Measured, Measured, Measured]
      return [
        result.problem.id,
        result.log.tail.toFixed(2),
        paper.report!.bound.gain.toFixed(2),
        ratioText(compare(result, paper, linear).ratio),
        ratioText(compare(result, robust, linear).ratio),
        codes(paper)
      ]
    })
  if (rows.length === 0) return 'In no problem did the norms end below half of their median.'
  return table([['problem', 'tail', '`bound.gain`', '`paper` ÷ linear', '`robust` ÷ linear', 'warnings of `paper`'], ...rows])
}

/** Does `bound.gain` say how much a refinement by the paper gains? Spearman's correlation over problems. */
export function predictionText(results: readonly ProblemResult[], which: string): string {
  const pairs = results.flatMap((result) => {
    const [linear, paper] = [find(result, 'linear'), find(result, 'paper')]
    return linear && paper?.report ? [{ gain: paper.report.bound.gain, measured: 1 / compare(result, paper, linear).ratio }] : []
  })
  if (pairs.length < 4) return `Too few problems ${which} to say.`
  const correlation = rankCorrelation(
    pairs.map(({ gain }) => gain),
    pairs.map(({ measured }) => measured)
  )
  const won = pairs.filter(({ measured }) => measured > 1).length
  return (
    `${which} (${pairs.length} problems): rank correlation of \`bound.gain\` with the measured gain ${correlation.toFixed(2)}; ` +
    `\`bound.gain\` ${extent(pairs.map(({ gain }) => gain))}, measured ${extent(pairs.map(({ measured }) => measured))}, above 1 in ${won}.`
  )
}

const extent = (values: number[]): string => `${ratioText(Math.min(...values))} to ${ratioText(Math.max(...values))}`

/** What refinements advised beside what the trainings say. */
export function adviceTable(results: readonly ProblemResult[]): string {
  const rows = ['robust', 'paper'].flatMap((preset) => {
    const given = verdicts(results, [preset])
    return [...new Set(given.map(({ verdict }) => verdict))].sort().map((verdict) => {
      const some = given.filter((one) => one.verdict === verdict)
      const count = (outcome: Comparison['outcome']): number => some.filter((one) => one.outcome === outcome).length
      return [
        `\`${preset}\``,
        `\`${verdict}\``,
        String(some.length),
        `${count('better')} / ${count('tie')} / ${count('worse')}`,
        extent(some.map(({ ratio }) => ratio)),
        String(some.filter(({ isRight }) => isRight).length)
      ]
    })
  })
  if (rows.length === 0) return 'The service gave no advice.'
  return table([['preset', 'verdict', 'problems', 'better / tie / worse', 'ratio', 'right'], ...rows])
}

/** Norms of the linear run by tenths, and how schedules did, with weight decay as AdamW and as AdamC have it. */
export function decayTable(results: readonly ProblemResult[]): string {
  const names = Object.keys(titles).filter((name) => name !== 'linear' && results.some((result) => find(result, name)))
  const rows = results.map((result) => [
    result.problem.setting.correctedDecay ? 'AdamC' : 'AdamW',
    result.log.tenths.map((tenth) => tenth.toFixed(2)).join(' '),
    find(result, 'paper') ? codes(find(result, 'paper')!) : '',
    ...names.map((name) => {
      const one = find(result, name)
      return one ? ratioText(compare(result, one, find(result, 'linear')!).ratio) : ''
    })
  ])
  return table([
    ['decay', 'median norm of each tenth ÷ median of all', 'warnings of `paper`', ...names.map((name) => titles[name]!)],
    ...rows
  ])
}
