import { invalid } from '../../domain/problems.ts'
import { textNumber } from './text-number.ts'

/** What trackers call the step; the first of these that is there is it. */
const stepColumns = ['step', 'Step', '_step', 'global_step', 'trainer/global_step']

/** What to send where there is no header. */
export const headerHint = 'Send a header line such as step,value and a row for each point.'

/** Which columns of a CSV hold steps and norms. */
export interface LogColumns {
  readonly step: number
  readonly value: number
  readonly valueName: string
}

/**
 * Finds the columns by the names in the header: steps by one of their usual names, else the first; norms by the name given, else the
 * next column after that of the steps, or the first where that is the last.
 * @throws Problem `invalid-request`
 */
export function logColumns(header: readonly string[], column: string | undefined): LogColumns {
  const names = header.map((name) => name.trim())
  if (names.every((name) => name === '' || textNumber(name) !== null)) {
    throw invalid('', 'Line 1: the first line holds numbers; a header must come before them.', headerHint)
  }
  const known = stepColumns.find((name) => names.includes(name))
  const step = known === undefined ? 0 : names.indexOf(known)
  const value = column === undefined ? (step + 1) % names.length : names.indexOf(column)
  if (value === -1) {
    const list = names.map((name) => JSON.stringify(name)).join(', ')
    throw invalid('query/column', `There is no column ${JSON.stringify(column)}.`, `The columns are ${list}.`)
  }
  if (value === step && column === undefined)
    throw invalid('', `Line 1: there is no column beside ${JSON.stringify(names[0])}.`, headerHint)
  return { step, value, valueName: names[value] as string }
}
