import { multiplierChart, multipliersAsCsv, multipliersAsJson } from './multiplier-output.ts'
import { terminalOf, wrapped } from './terminal.ts'

export type OutputName = 'csv' | 'json' | 'chart'
export const outputNames: readonly OutputName[] = ['csv', 'json', 'chart']

export interface ShownSchedule {
  readonly multipliers: Float64Array
  readonly schedule: { id: string; name: string | null; rule: string; peakLearningRate: number | null }
  readonly toTerminal: boolean
}

/** What can be written of a stored schedule. */
export const scheduleOutputs: Record<OutputName, (shown: ShownSchedule) => Iterable<string>> = {
  csv: ({ multipliers }) => multipliersAsCsv(multipliers),
  *json({ multipliers }) {
    yield `{"steps":${multipliers.length},"multipliers":[`
    yield* multipliersAsJson(multipliers)
    yield ']}\n'
  },
  *chart({ multipliers, schedule: { id, name, rule, peakLearningRate }, toTerminal }) {
    const terminal = terminalOf(toTerminal)
    const lines = multiplierChart(name ?? `${rule} schedule`, multipliers, terminal)
    const peak = peakLearningRate === null ? '' : `, peak learning rate ${peakLearningRate}`
    yield `\n${[...lines, '', ...wrapped(`${id}: ${rule}, ${multipliers.length} steps${peak}.`, terminal.columns)].join('\n')}\n\n`
  }
}
