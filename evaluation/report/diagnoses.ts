import type { Measured, ProblemResult } from '../evaluate-problem.ts'
import { titles } from '../service/schedules.ts'
import { rankCorrelation } from '../tuning/statistics.ts'
import { compare, find } from './compare.ts'
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

/** What `robust` advised beside what the trainings say. */
export function adviceTable(results: readonly ProblemResult[]): string {
  const verdicts = [
    ...new Set(results.map((result) => find(result, 'robust')?.report?.advice?.verdict).filter((verdict) => verdict !== undefined))
  ]
  if (verdicts.length === 0) return 'The service gave no advice.'
  const rows = verdicts.sort().map((verdict) => {
    const given = results.filter((result) => find(result, 'robust')?.report?.advice?.verdict === verdict)
    const against = given.map((result) => compare(result, find(result, 'robust')!, find(result, 'warmup-linear')!))
    const count = (outcome: string): number => against.filter((one) => one.outcome === outcome).length
    return [
      `\`${verdict}\``,
      String(given.length),
      `${count('better')} / ${count('tie')} / ${count('worse')}`,
      extent(against.map(({ ratio }) => ratio))
    ]
  })
  return table([['verdict', 'problems', '`robust` against 5 % warm-up + linear: better / tie / worse', 'ratio'], ...rows])
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
