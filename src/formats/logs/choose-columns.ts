import { invalid, Problem } from '../../domain/problems.ts'
import { type Meaning, meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import { isStepName, stepRank } from './names/step-names.ts'
import type { SeenColumn, Survey } from './survey.ts'

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
  /** The norm that is read: of two columns that say which they hold, that one. Unless given, l2 before the others. */
  readonly norm?: 'l1' | 'l2' | 'linf'
}

/** Columns by their place in a survey. */
export interface ChosenColumns {
  /** Null: no column counts steps, and points are numbered in order. */
  readonly step: number | null
  readonly epoch: number | null
  readonly value: number
  /** Where norms of parts are combined: all of them, `value` being the first. */
  readonly parts?: readonly number[]
}

/**
 * Finds the norms of a log and their steps by name, never by place. One numeric column beside the steps is taken whatever its name is,
 * unless the name says that it is something else.
 * @throws Problem `ambiguous-log`, listing every column, where that leaves none or several; `invalid-request` for a wish that fits none
 */
export function chooseNorms(survey: Survey, wishes: ColumnWishes = {}): ChosenColumns {
  oneRun(survey, wishes.run)
  if (wishes.columns !== undefined) {
    const parts = matching(survey, wishes)
    return { value: parts[0]!, parts, ...stepsFor(survey, parts[0]!, wishes.step) }
  }
  const value = wishes.column === undefined ? normColumn(survey, wishes) : named(survey, wishes.column, 'column')
  return { value, ...stepsFor(survey, value, wishes.step) }
}

/** The columns that a pattern means, without those of a chart's minima and maxima. */
function matching(survey: Survey, { columns: pattern = '', run }: ColumnWishes): number[] {
  const escaped = pattern.split('*').map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const fits = new RegExp(`^${escaped.join('.*')}$`, 'i')
  const found = survey.numeric().filter((column) => {
    const { run: own, metric } = partsOf(nameOf(survey, column))
    if (meaningOf(metric).kind === 'passed' || (run !== undefined && !isOfRun(own, run))) return false
    return fits.test(metric) || fits.test(nameOf(survey, column))
  })
  if (found.length > 0) return found
  throw invalid(
    'query/columns',
    `No column of numbers is called like ${JSON.stringify(pattern)}.`,
    `The columns are ${allColumns(survey)}.`
  )
}

/** @throws Problem where the file names several runs and nobody says which, or a wish that fits none */
export function oneRun({ runs }: Pick<Survey, 'runs'>, wished: string | undefined): void {
  const listed = [...runs].slice(0, listedMax)
  if (wished === undefined && runs.size > 1) {
    const errors = listed.map((run) => ({
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
      `The runs are ${listed.map((run) => JSON.stringify(run)).join(', ')}.`
    )
  }
}

interface Candidate extends Meaning {
  readonly column: number
}

function normColumn(survey: Survey, { norm, run }: ColumnWishes): number {
  const wished = norm ?? 'l2'
  const candidates: Candidate[] = survey
    .filled()
    .filter((column) => run === undefined || isOfRun(partsOf(nameOf(survey, column)).run, run))
    .map((column) => ({ column, ...meaningOf(partsOf(nameOf(survey, column)).metric) }))
  const numeric = new Set(survey.numeric())
  const called = candidates.filter(({ kind }) => kind === 'norm')
  // A column of texts is taken by its name alone, so that what is wrong in it is said.
  const usable = called.some(({ column }) => numeric.has(column)) ? called.filter(({ column }) => numeric.has(column)) : called
  const fitting = usable.filter(({ norm: named }) => named === null || named === wished)
  const others = usable.filter(({ norm: named }) => named !== null && named !== wished)
  // Where nobody said which norm, the only one that there is will do; its name says which it is.
  const norms = fitting.length === 0 && norm === undefined ? others : fitting
  const whole = norms.filter(({ isPart }) => !isPart)
  const best = Math.max(...whole.map(({ rank }) => rank))
  const top = whole.filter(({ rank }) => rank === best)
  if (top.length === 1) return top[0]!.column
  const exact = top.filter(({ norm }) => norm !== null)
  if (exact.length === 1) return exact[0]!.column
  if (top.length > 1) throw ambiguous(survey, `Several columns may be the gradient norm: ${list(survey, top)}.`)
  if (norms.length > 0) {
    throw ambiguous(
      survey,
      `The norms are of parts of the model (${list(survey, norms)}), and none is of the whole.`,
      'Combine them with `columns`, as all of grad_norm/*: the root of the sum of squares for l2, the sum for l1. Or name one with `column`.'
    )
  }
  if (others.length > 0 && norms !== others) {
    throw ambiguous(
      survey,
      `The log has ${list(survey, others)}, and no ${wished} norm.`,
      'Say which norm with `norm`, or name a column with `column`.'
    )
  }
  const rest = candidates.filter(({ column, kind }) => numeric.has(column) && kind !== 'step' && kind !== 'passed')
  const [only] = rest
  if (rest.length === 1 && only?.kind === 'unknown') return only.column
  if (rest.length === 0) throw ambiguous(survey, 'No column holds numbers beside the steps.')
  throw ambiguous(survey, 'No column is called like a gradient norm.')
}

/** The steps of a column: the one that is wished, else by name among those that stand in the same records. */
function stepsFor(survey: Survey, value: number, wished: string | undefined): Pick<ChosenColumns, 'step' | 'epoch'> {
  const numeric = survey.numeric().filter((column) => column !== value)
  const epoch = numeric.find((column) => meaningOf(nameOf(survey, column)).kind === 'epoch') ?? null
  if (wished !== undefined) return { step: named(survey, wished, 'step'), epoch }
  const runOf = (column: number) => partsOf(nameOf(survey, column)).run
  const steps = survey
    .filled()
    .filter((column) => column !== value && isStepName(partsOf(nameOf(survey, column)).metric) && isOfRun(runOf(column), runOf(value)))
  if (steps.length === 0) return withoutSteps(survey, value, numeric)
  const rank = (column: number) => stepRank(partsOf(nameOf(survey, column)).metric)
  const covering = steps.filter((column) => survey.together(column, value) >= 0.9)
  const best = (covering.length > 0 ? covering : steps).sort(
    (a, b) => rank(a) - rank(b) || survey.together(b, value) - survey.together(a, value)
  )
  return { step: best[0]!, epoch }
}

const isOfRun = (run: string | null, wanted: string | null) => run === null || run === wanted

/** A log of nothing but norms is numbered in order; where other columns might be the steps, only a person knows. */
function withoutSteps(survey: Survey, value: number, numeric: number[]): Pick<ChosenColumns, 'step' | 'epoch'> {
  const unclear = numeric.filter((column) => meaningOf(partsOf(nameOf(survey, column)).metric).kind === 'unknown')
  if (unclear.length === 0) return { step: null, epoch: null }
  throw ambiguous(
    survey,
    `No column is called like steps, and ${unclear.map((column) => JSON.stringify(nameOf(survey, column))).join(', ')} may be them; the norms are in ${JSON.stringify(nameOf(survey, value))}.`,
    'Name the column of the steps with `step`.'
  )
}

/** A column that a person names: exactly, in another case, or without the run before it. */
function named(survey: Survey, name: string, parameter: 'column' | 'step'): number {
  const exact = survey.find(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const nameIn of [(seen: string) => seen.trim(), (seen: string) => partsOf(seen.trim()).metric]) {
    const like = [...survey.columns.keys()].filter((column) => nameIn(nameOf(survey, column)).toLowerCase() === lower.trim())
    if (like.length === 1) return like[0]!
    if (like.length > 1) {
      throw ambiguous(
        survey,
        `Several columns are called ${JSON.stringify(name)}: ${like.map((column) => JSON.stringify(nameOf(survey, column))).join(', ')}.`
      )
    }
  }
  throw invalid(`query/${parameter}`, `There is no column ${JSON.stringify(name)}.`, `The columns are ${allColumns(survey)}.`)
}

const nameOf = (survey: Survey, column: number): string => (survey.columns[column] as SeenColumn).name

const list = (survey: Survey, candidates: readonly Candidate[]): string => {
  const names = candidates.slice(0, 8).map(({ column }) => JSON.stringify(nameOf(survey, column)))
  return names.join(', ') + (candidates.length > 8 ? ` and ${candidates.length - 8} more` : '')
}

const listedMax = 50
const allColumns = (survey: Survey): string => {
  const names = survey.columns.slice(0, listedMax).map(({ name }) => JSON.stringify(name))
  return names.join(', ') + (survey.columns.length > listedMax ? ` and ${survey.columns.length - listedMax} more` : '')
}

/** The refusal of a guess: every column with what it holds, and how to name it. */
function ambiguous(survey: Survey, detail: string, fix = 'Name the column of the norms with `column`.'): Problem {
  const errors = survey.columns.slice(0, listedMax).map(({ name, numbers, texts, first }) => ({
    pointer: 'query/column',
    detail: `${JSON.stringify(name)}: ${numbers > 0 ? `${numbers} numbers, the first ${first}` : `${texts} texts`}.`,
    fix: isStepName(name)
      ? `If these are the steps, send \`step\`=${asValue(name)}.`
      : `If these are the norms, send \`column\`=${asValue(name)}.`
  }))
  return new Problem('ambiguous-log', `${detail} ${fix}`, { errors })
}

const asValue = (name: string): string => (/^[\w./-]+$/.test(name) ? name : JSON.stringify(name))
