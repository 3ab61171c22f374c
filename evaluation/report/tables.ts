import type { ProblemResult } from '../evaluate-problem.ts'
import { logTitles } from '../service/logs.ts'
import { titles } from '../service/schedules.ts'
import { geometricMean, ranks } from '../tuning/statistics.ts'
import { compare, excess, find, hasChangingNoise, isSteady, lossText, type Summary, summarise, summaryOf } from './compare.ts'
import { fromWeakLogs } from './gates.ts'

/** A Markdown table; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(rows[0]!), `|${'---|'.repeat(rows[0]!.length)}`, ...rows.slice(1).map(line)].join('\n')
}

export const ratioText = (ratio: number): string =>
  !Number.isFinite(ratio) ? '∞' : ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(3)

const summaryCells = ({ problems, mean, worst, better, tie, worse }: Summary): string[] =>
  problems === 0 ? ['', '', ''] : [ratioText(mean), ratioText(worst.ratio), `${better} / ${tie} / ${worse}`]

const all = Object.keys(titles)
const named = (results: readonly ProblemResult[]): string[] => all.filter((name) => results.some((result) => find(result, name)))

/** The result in short, which the README shows. */
export function summaryTable(results: readonly ProblemResult[]): string {
  const [steady, noise] = [results.filter(isSteady), results.filter(hasChangingNoise)]
  const rows = ['cosine', 'warmup-linear', 'ramp-linear', 'paper', 'robust'].map((name) => [
    titles[name]!,
    ...summaryCells(summarise(steady, name, 'linear')),
    ...summaryCells(summarise(noise, name, 'linear'))
  ])
  return table([
    [
      '',
      `converging, ${steady.length} problems`,
      'worst',
      'better / tie / worse',
      `outside noise, ${noise.length} problems`,
      'worst',
      'better / tie / worse'
    ],
    ...rows
  ])
}

/** All schedules against linear decay, by mean rank and ratio, over the problems that have them all. */
export function rulesTable(results: readonly ProblemResult[]): string {
  const names = named(results).filter((name) => results.every((result) => find(result, name)))
  const rankOf = names.map(() => [] as number[])
  for (const result of results) {
    ranks(names.map((name) => excess(result, find(result, name)!))).forEach((rank, i) => {
      rankOf[i]!.push(rank)
    })
  }
  const rows = names.map((name, i) => ({
    rank: rankOf[i]!.reduce((a, b) => a + b, 0) / results.length,
    cells: [titles[name]!, ...summaryCells(summarise(results, name, 'linear'))]
  }))
  rows.sort((a, b) => a.rank - b.rank)
  return table([
    ['schedule', 'mean rank', 'geometric mean', 'worst', 'better / tie / worse'],
    ...rows.map(({ rank, cells: [title, ...rest] }) => [title!, rank.toFixed(2), ...rest])
  ])
}

/** A row for each problem: linear decay's loss, and the ratio of every other schedule; those beyond two standard errors are marked. */
export function problemsTable(results: readonly ProblemResult[]): string {
  const names = named(results).filter((name) => name !== 'linear')
  const cell = (result: ProblemResult, name: string): string => {
    const [one, linear] = [find(result, name), find(result, 'linear')!]
    if (!one) return ''
    const { ratio, outcome } = compare(result, one, linear)
    return `${ratioText(ratio)}${outcome === 'better' ? ' ↓' : outcome === 'worse' ? ' ↑' : ''}${one.measurement.atEdge ? ' !' : ''}`
  }
  const rows = results.map((result) => {
    const linear = find(result, 'linear')!
    return [result.problem.id, lossText(linear), linear.measurement.peak.toPrecision(2), ...names.map((name) => cell(result, name))]
  })
  return table([['problem', 'final loss of linear', 'its peak', ...names.map((name) => titles[name]!)], ...rows])
}

/** `robust` refined from other logs than the usual one, against linear with its ramp. */
export function weakLogsTable(results: readonly ProblemResult[]): string {
  const all = fromWeakLogs(results)
  const rows = Object.keys(logTitles).map((kind) => {
    const some = all.filter(({ log }) => log === kind)
    const refused = results.filter((result) => result.fromWeakLogs.some(({ log, measured }) => log === kind && measured === null)).length
    const warned = some.filter(({ isWarnedOf }) => isWarnedOf)
    const rest = summaryOf(some.filter(({ isWarnedOf }) => !isWarnedOf))
    const summary = summaryOf(some)
    return [
      logTitles[kind]!,
      String(summary.problems),
      ...summaryCells(summary),
      summary.worst.problem,
      String(warned.length),
      `${ratioText(rest.worst.ratio)} ${rest.worst.problem}`,
      String(refused)
    ]
  })
  const head = [
    'log',
    'problems',
    'geometric mean',
    'worst',
    'better / tie / worse',
    'the worst',
    'warned of `overshoot`',
    'the worst of the others',
    'refused'
  ]
  return table([head, ...rows])
}

/** Held-out loss ÷ that of linear decay: the geometric mean over the networks, which need not follow the training loss. */
export function heldOutTable(results: readonly ProblemResult[]): string {
  const mean = (outcomes: readonly { heldOut: number | null }[]): number =>
    outcomes.reduce((sum, { heldOut }) => sum + heldOut!, 0) / outcomes.length
  const names = named(results).filter((name) => results.every((result) => find(result, name)))
  const rows = names.map((name) => {
    const ratios = results.map(
      (result) => mean(find(result, name)!.measurement.outcomes) / mean(find(result, 'linear')!.measurement.outcomes)
    )
    return [titles[name]!, ratioText(geometricMean(ratios)), ratioText(Math.max(...ratios))]
  })
  return table([['schedule', 'geometric mean', 'worst'], ...rows])
}
