import type { ProblemResult } from '../evaluate-problem.ts'
import { logTitles } from '../service/logs.ts'
import { compare, find } from './compare.ts'
import { ratioText } from './tables.ts'

/** Above this a ratio is a loss that is worth a line. */
const notable = 1.05

/** Where a schedule ends notably above another, as text; worst first. */
function losses(results: readonly ProblemResult[], name: string, other: string): string {
  const found = results.flatMap((result) => {
    const [one, against] = [find(result, name), find(result, other)]
    if (!one || !against) return []
    const { ratio, outcome } = compare(result, one, against)
    return ratio > notable ? [{ text: `${result.problem.id} ${ratioText(ratio)}${outcome === 'tie' ? ' (a tie)' : ''}`, ratio }] : []
  })
  if (found.length === 0) return 'nowhere'
  return found
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ text }) => text)
    .join(', ')
}

function fromWeakLogs(results: readonly ProblemResult[]): string {
  const found = results.flatMap((result) => {
    const ramp = find(result, 'ramp-linear')
    return result.fromWeakLogs.flatMap(({ log, measured }) => {
      if (!measured || !ramp) return []
      const { ratio, outcome } = compare(result, measured, ramp)
      const text = `${result.problem.id} from ${logTitles[log]} ${ratioText(ratio)}${outcome === 'tie' ? ' (a tie)' : ''}`
      return ratio > 1.1 ? [{ text, ratio }] : []
    })
  })
  if (found.length === 0) return 'nowhere'
  return found
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ text }) => text)
    .join(', ')
}

const edges = (results: readonly ProblemResult[]): string[] =>
  results.flatMap(({ problem, schedules }) =>
    schedules.filter(({ measurement }) => measurement.atEdge).map(({ name }) => `${name} on ${problem.id}`)
  )

export function weaknesses(results: readonly ProblemResult[], seeds: string): string {
  const atEdge = edges(results)
  const refused = results.flatMap((result) => result.refused.map((name) => `${name} on ${result.problem.id}`))
  const lines = [
    `\`robust\` ends more than 5 % above linear with the same ramp: ${losses(results, 'robust', 'ramp-linear')}.`,
    `\`robust\` ends more than 5 % above plain linear decay: ${losses(results, 'robust', 'linear')}.`,
    `\`paper\` ends more than 5 % above linear decay: ${losses(results, 'paper', 'linear')}.`,
    `\`robust\` from a weak log ends more than 10 % above linear with the same ramp: ${fromWeakLogs(results)}.`,
    'All problems are small: convex ones with tens to hundreds of parameters, networks with thousands, no more than 2000 steps. The paper reports gains of its refinement ' +
      'on most of its large problems; nothing here was run at that scale, and no ratio here is a forecast for it.',
    'The noise from outside is Gaussian, the same in every direction, and its profiles are made up. A batch-size ramp or a curriculum is neither.',
    'Only the training loss decides a ratio. What is held out has a table of its own.',
    `Peaks are tuned on few seeds and ratios are of ${seeds}: differences of a few per cent on one problem are within what another set of seeds gives. A tie or a win is by two ` +
      'standard errors, so of all comparisons about one in twenty is called by chance.',
    'Regressions are judged by their distance from the least loss, which is reached to a hundredth of a per cent: a ratio of 2 can be a difference in the fifth digit of the loss.',
    'Every refinement is from one log of one run, and only the usual log is judged by gates: weak ones have a table.',
    ...(refused.length > 0 ? [`The service refused to refine: ${refused.join(', ')}.`] : []),
    ...(atEdge.length > 0 ? [`The best rate lay at the end of the range that was searched: ${atEdge.join(', ')}.`] : [])
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}
