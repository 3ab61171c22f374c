import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ProblemResult } from '../evaluate-problem.ts'
import { forecastsSection } from '../forecasts/forecasts-part.ts'
import type { Group } from '../problems.ts'
import type { Taper } from '../service/taper.ts'
import { hasChangingNoise, isSteady } from './compare.ts'
import { adviceTable, collapseTable, decayTable, predictionText } from './diagnoses.ts'
import { judge } from './gates.ts'
import { heldOutTable, problemsTable, rulesTable, summaryTable, table, weakLogsTable } from './tables.ts'
import { weaknesses } from './weaknesses.ts'

/** Logs that the report shows, with what is to be seen. */
const pictures: Readonly<Record<string, string>> = {
  'wine-sgd-rising-noise': 'Noise that rises for outside reasons: the rate falls off early.',
  'breast-cancer-adam': 'A regression: the norms fall as training converges.',
  'perceptron-adam-clean': 'A network that fits its data: the norms collapse.',
  'decay-adamw': 'AdamW on a normalised layer: the norms rise as the learning rate falls.'
}

export interface ReportOptions {
  quick: boolean
  /** Whether all problems were evaluated, not a chosen few. */
  whole: boolean
  folder: string
  taper: Taper
  /** The part on forecasts. */
  forecasts: string
}

/** Writes report.md and its pictures; an evaluation of less than everything writes beside its results, where git does not look. */
export async function writeReport(
  results: readonly ProblemResult[],
  { quick, whole, folder, taper, forecasts }: ReportOptions
): Promise<string> {
  const to = quick || !whole ? path.join(folder, 'results') : folder
  mkdirSync(path.join(to, 'pictures'), { recursive: true })
  const drawn = results.filter(({ problem }) => pictures[problem.id] !== undefined)
  for (const { log } of drawn) {
    writeFileSync(path.join(to, 'pictures', `${log.run}.svg`), await taper.picture(`/v1/runs/${log.run}/chart.svg`))
  }
  const file = path.join(to, 'report.md')
  writeFileSync(
    file,
    reportText(
      results,
      drawn.map(({ problem }) => problem.id),
      quick,
      forecasts
    )
  )
  process.stderr.write(`written: ${path.relative(process.cwd(), file)}\n`)
  return file
}

function reportText(results: readonly ProblemResult[], drawn: readonly string[], quick: boolean, forecasts: string): string {
  const of = (...groups: Group[]): ProblemResult[] => results.filter(({ problem }) => groups.includes(problem.group))
  const sections: [string, readonly ProblemResult[], (some: readonly ProblemResult[]) => string][] = [
    ['In short', results, () => `${inShort}\n\n<!-- summary -->\n\n${summaryTable(results)}\n\n<!-- end -->`],
    ['What is checked', results, () => gatesText(results)],
    ['The rules on regressions and networks', of('regression', 'network'), rulesTable],
    ['Softmax regressions', of('regression'), problemsTable],
    [
      'Networks',
      of('network'),
      (some) => `${problemsTable(some)}\n\nMean loss on examples held out, ÷ that of linear decay:\n\n${heldOutTable(some)}`
    ],
    ['Noise from outside', of('outside-noise'), problemsTable],
    ['Weight decay', of('weight-decay'), (some) => `${decayText}\n\n${decayTable(some)}`],
    ['Norms that collapse', results, (some) => `${collapseText}\n\n${collapseTable(some)}`],
    ['Does the bound predict the gain?', results, (some) => predictions(some)],
    ['Does the advice hold?', results, (some) => `${adviceText}\n\n${adviceTable(some)}`],
    ['Weak logs', results.filter(({ fromWeakLogs }) => fromWeakLogs.length > 0), (some) => `${weakLogsText}\n\n${weakLogsTable(some)}`],
    ['What is weak', results, (some) => weaknesses(some, seedsText(some))]
  ]
  const text = sections.filter(([, some]) => some.length > 0).map(([title, some, write]) => `## ${title}\n\n${write(some)}`)
  const shown = drawn.map(
    (id) => `### ${id}\n\n${pictures[id]}\n\n![Norms of ${id} and the schedules refined from them](pictures/${id}.svg)`
  )
  return `${[
    `# Evaluation${quick ? ', the quick form' : ''}`,
    heading(results),
    ...text.slice(0, -1),
    forecastsSection(forecasts),
    ...(shown.length > 0 ? [`## Logs and what is refined from them\n\n${shown.join('\n\n')}`] : []),
    text.at(-1)!
  ].join('\n\n')}\n`
}

const seedsText = (results: readonly ProblemResult[]): string => {
  const counts = [...new Set(results.map(({ problem }) => problem.reportSeeds))].sort((a, b) => a - b)
  return `${counts.join(' or ')} seeds`
}

const heading = (results: readonly ProblemResult[]): string =>
  `Written by \`npm run evaluate\`, which [README.md](README.md) explains. ${results.length} problems. Every schedule came from the service over HTTP, refined from the norms and ` +
  'losses that were logged to it. Each has its own best peak learning rate, tuned on seeds that are used for nothing else.'

const inShort =
  'A number is the distance of the final training loss from the least loss, ÷ that of linear decay: below 1 is better than linear. *Converging*: norms change because training converges, ' +
  'and nothing from outside does. *Outside noise*: the noise of gradients changes for reasons outside training. Means are geometric. *Better* and *worse* are by more than two standard ' +
  'errors, paired by seed.'

const decayText =
  'A network whose first layer is normalised, a tenth of its labels wrong. Under AdamW the weights of that layer shrink until decay and steps balance, so its gradient norms follow the ' +
  'schedule, and a refinement reads the old schedule back. AdamC lets decay follow the schedule. Ratios are to linear decay.'

const collapseText =
  'Tail: the median norm of the last 5 % of steps ÷ the median of all, where it is below 0.5. There the refinement of the paper takes convergence for a licence to keep the rate high at the end.'

const adviceText =
  'The verdict of a refinement, and how that refinement did against a 5 % warm-up with linear decay. Right: `refined` where it is not worse, `warm-up-linear` where it is not better, `either` ' +
  'where the two tie or differ by less than 10 %.'

const weakLogsText = '`robust` refined from logs as people have them, against linear with the same ramp.'

const predictions = (results: readonly ProblemResult[]): string =>
  [
    predictionText(results.filter(isSteady), 'Where nothing changes from outside'),
    predictionText(results.filter(hasChangingNoise), 'Where noise changes from outside')
  ]
    .map((line) => `- ${line}`)
    .join('\n')

const gatesText = (results: readonly ProblemResult[]): string =>
  table([
    ['', 'measured', 'limit', ''],
    ...judge(results).map(({ name, measured, limit, met }) => [name, measured, limit, met ? 'met' : '**not met**'])
  ])
