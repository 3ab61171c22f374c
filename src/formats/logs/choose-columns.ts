import { invalid, Problem } from '../../domain/problems.ts'
import { isGradientNorm } from '../../domain/series.ts'
import { allColumns, ambiguous, askForNorms, asValue, nameOf } from './ask-for-columns.ts'
import { candidatesOf, namesOf, onlyUnknown, topOf, usable } from './candidates.ts'
import { isOfRun, matching, namedColumn, type StepColumns, stepsFor } from './columns-by-name.ts'
import { partsOf } from './names/run-names.ts'
import { seriesOfFile } from './series-of-file.ts'
import type { Survey } from './survey.ts'

/** What a person says of the columns; what is left out is chosen by name. */
export interface ColumnWishes {
  /** The column of the values. */
  readonly column?: string
  /** The columns of norms of all parts of the model, which are combined: a pattern in which * is any text. */
  readonly columns?: string
  /** The column of the steps. */
  readonly step?: string
  /** The run, where the file names several. */
  readonly run?: string
  /** The norm that is read: of two columns that say which they hold, that one. */
  readonly norm?: 'l1' | 'l2' | 'linf'
  /** Which of two such columns is read where no norm is wished; l2 unless given. */
  readonly prefers?: 'l1' | 'l2'
}

/** Columns by their place in a survey. */
export interface ChosenColumns extends StepColumns {
  readonly value: number
  /** Where norms of parts are combined: all of them, `value` being the first. */
  readonly parts?: readonly number[]
}

/**
 * Finds the norms of a log and their steps by name, never by place. One numeric column beside the steps is taken whatever its name is,
 * unless the name says that it is something else.
 * @param file the name of the log's file, which of some downloads alone says what is in it
 * @throws Problem `ambiguous-log`, listing every column, where that leaves none or several; `invalid-request` for a wish that fits none
 */
export function chooseNorms(survey: Survey, wishes: ColumnWishes = {}, file = ''): ChosenColumns {
  oneRun(survey, wishes.run)
  if (wishes.columns !== undefined) {
    const parts = partsFor(survey, wishes)
    return { value: parts[0]!, parts, ...stepsFor(survey, parts[0]!, wishes.step, askForNorms) }
  }
  const value =
    wishes.column === undefined ? normColumn(survey, wishes, file) : namedColumn(survey, wishes.column, 'query/column', askForNorms)
  return { value, ...stepsFor(survey, value, wishes.step, askForNorms) }
}

/** The columns that a pattern means. @throws Problem `invalid-request` where there is none */
function partsFor(survey: Survey, { columns: pattern = '', run }: ColumnWishes): number[] {
  const found = matching(survey, pattern, run)
  if (found.length > 0) return found
  throw invalid(
    'query/columns',
    `No column of numbers is called like ${JSON.stringify(pattern)}.`,
    `The columns are ${allColumns(survey)}.`
  )
}

/** @throws Problem where the file names several runs and nobody says which, or a wish that fits none */
export function oneRun({ runs }: Pick<Survey, 'runs'>, wished: string | undefined): void {
  const first = [...runs].slice(0, runsListedMax)
  if (wished === undefined && runs.size > 1) {
    const errors = first.map((run) => ({
      pointer: 'query/run',
      detail: `The run ${JSON.stringify(run)}.`,
      fix: `If it is this one, send \`run\`=${asValue(run)}.`
    }))
    throw new Problem('ambiguous-log', `The log holds ${runs.size} runs. Name one with \`run\`.`, { errors })
  }
  if (wished !== undefined && runs.size > 0 && !runs.has(wished)) {
    throw invalid(
      'query/run',
      `There is no run ${JSON.stringify(wished)}.`,
      `The runs are ${first.map((run) => JSON.stringify(run)).join(', ')}.`
    )
  }
}

/** Of very many runs the first are listed. */
const runsListedMax = 50

function normColumn(survey: Survey, { norm, prefers = 'l2', run }: ColumnWishes, file: string): number {
  const wished = norm ?? prefers
  const candidates = candidatesOf(survey).filter(({ column }) => run === undefined || isOfRun(partsOf(nameOf(survey, column)).run, run))
  const numeric = new Set(survey.numeric())
  const called = usable(
    candidates.filter(({ kind }) => kind === 'norm'),
    numeric
  )
  const fitting = called.filter(({ norm: named }) => named === null || named === wished)
  const others = called.filter(({ norm: named }) => named !== null && named !== wished)
  // Where nobody said which norm, the only one that there is will do; its name says which it is.
  const norms = fitting.length === 0 && norm === undefined ? others : fitting
  const top = topOf(norms)
  if (top.length === 1) return top[0]!.column
  if (top.length > 1) {
    // Where the norms are those of several runs, the run is what is asked for.
    const runs = new Set(top.map(({ column }) => partsOf(nameOf(survey, column)).run).filter((one) => one !== null))
    if (runs.size === top.length) oneRun({ runs }, undefined)
    throw ambiguous(survey, `Several columns may be the gradient norm: ${namesOf(survey, top)}.`, askForNorms)
  }
  if (norms.length > 0) {
    throw ambiguous(
      survey,
      `The norms are of parts of the model (${namesOf(survey, norms)}), and none is of the whole.`,
      askForNorms,
      'Combine them with `columns`, as all of grad_norm/*: the root of the sum of squares for l2, the sum for l1. Or name one with `column`.'
    )
  }
  if (others.length > 0 && norms !== others) {
    throw ambiguous(
      survey,
      `The log has ${namesOf(survey, others)}, and no ${wished} norm.`,
      askForNorms,
      'Say which norm with `norm`, or name a column with `column`.'
    )
  }
  const rest = candidates.filter(({ column, kind }) => numeric.has(column) && kind !== 'step' && kind !== 'passed')
  const only = onlyUnknown(survey, candidates, numeric)
  const tag = seriesOfFile(file)
  if (only !== undefined && tag !== undefined && !isGradientNorm(tag)) {
    throw ambiguous(survey, `By the name of its file, ${JSON.stringify(nameOf(survey, only.column))} is ${tag}.`, askForNorms)
  }
  if (only !== undefined) return only.column
  if (rest.length === 0) throw ambiguous(survey, 'No column holds numbers beside the steps.', askForNorms)
  throw ambiguous(survey, 'No column is called like a gradient norm.', askForNorms)
}
