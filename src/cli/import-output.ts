import type { ImportedLogRun, ImportReceipt } from '../domain/import.ts'
import { inFlags } from './failures.ts'
import { aligned } from './table.ts'

/** What was stored from which column, and what was not read. */
export const importText = ({ format, runs }: ImportReceipt, isDry: boolean): string =>
  runs.map((run) => runText(run, format, isDry)).join('\n')

function runText({ runId, series, ignored, facts, warnings }: ImportedLogRun, format: string, isDry: boolean): string {
  const head = ['series', 'from', 'by', 'points', 'steps', ...(isDry ? [] : ['new', 'stored before'])]
  const rows = series.map(({ name, source, step, points, firstStep, lastStep, appended = 0, duplicates = 0 }) => [
    name,
    source,
    step ?? 'order',
    String(points),
    `${firstStep} to ${lastStep}`,
    ...(isDry ? [] : [String(appended), String(duplicates)])
  ])
  const said = Object.entries(facts).map(([name, value]) => `${words[name as keyof typeof facts]} ${value}`)
  const notes = series.flatMap(({ name, dropped, superseded }) => [
    ...(dropped > 0 ? [`${name}: ${dropped} values dropped`] : []),
    ...(superseded > 0 ? [`${name}: ${superseded} points superseded`] : [])
  ])
  return [
    `run ${runId}, from ${format}${isDry ? '; nothing is stored' : ''}\n`,
    aligned([head, ...rows], '  '),
    ...(said.length > 0 ? [`  the log says: ${said.join(', ')}\n`] : []),
    ...(ignored.length > 0 ? [`  not read: ${ignored.map(({ source, points }) => `${source} (${points})`).join(', ')}\n`] : []),
    ...notes.map((note) => `  ${note}\n`),
    ...warnings.map((warning) => `  note: ${inFlags(warning)}\n`)
  ].join('')
}

const words: Record<keyof ImportedLogRun['facts'], string> = {
  totalSteps: 'total steps',
  optimizer: 'optimizer',
  peakLearningRate: 'peak learning rate',
  weightDecay: 'weight decay',
  clipNorm: 'clipped to'
}
