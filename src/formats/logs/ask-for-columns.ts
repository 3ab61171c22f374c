import { Problem } from '../../domain/problems.ts'
import { isStepName } from './names/step-names.ts'
import type { SeenColumn, Survey } from './survey.ts'

/** How a person is asked which column it is: what is looked for, and the parameter that names it. */
export interface Ask {
  /** As in "If these are the norms". */
  readonly plural: string
  readonly parameter: 'column' | 'map' | 'lossColumn'
  /** What to send for a column of this name. */
  readonly send: (name: string) => string
}

export const askForNorms: Ask = {
  plural: 'norms',
  parameter: 'column',
  send: (name) => `\`column\`=${asValue(name)}`
}

export const nameOf = (survey: Survey, column: number): string => (survey.columns[column] as SeenColumn).name

const listedMax = 50

/** Columns by their place, as names in a sentence. */
export const listed = (survey: Survey, columns: readonly number[]): string => {
  const names = columns.slice(0, 8).map((column) => JSON.stringify(nameOf(survey, column)))
  return names.join(', ') + (columns.length > 8 ? ` and ${columns.length - 8} more` : '')
}

export const allColumns = (survey: Survey): string => {
  const names = survey.columns.slice(0, listedMax).map(({ name }) => JSON.stringify(name))
  return names.join(', ') + (survey.columns.length > listedMax ? ` and ${survey.columns.length - listedMax} more` : '')
}

/** The refusal of a guess: every column with what it holds, and how to name it. */
export function ambiguous(
  survey: Survey,
  detail: string,
  ask: Ask,
  fix = `Name the column of the ${ask.plural} with \`${ask.parameter}\`.`
) {
  const errors = survey.columns.slice(0, listedMax).map(({ name, numbers, texts, first }) => ({
    pointer: `query/${ask.parameter}`,
    detail: `${JSON.stringify(name)}: ${numbers > 0 ? `${numbers} numbers, the first ${first}` : `${texts} texts`}.`,
    fix: isStepName(name)
      ? `If these are the steps, send \`step\`=${asValue(name)}.`
      : `If these are the ${ask.plural}, send ${ask.send(name)}.`
  }))
  const nothing = [{ pointer: '', detail: 'The log holds no column.' }]
  return new Problem('ambiguous-log', `${detail} ${fix}`, { errors: errors.length > 0 ? errors : nothing })
}

/** A name as it is typed in a query or a command: in quotes where it has more than letters. */
export const asValue = (name: string): string => (/^[\w./-]+$/.test(name) ? name : JSON.stringify(name))
