import { invalid } from '../../domain/problems.ts'
import type { Ask } from './ask-for-columns.ts'
import { allColumns, ambiguous, nameOf } from './ask-for-columns.ts'
import { meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import { isStepOf, stepRank } from './names/step-names.ts'
import type { Survey } from './survey.ts'

/** Where the steps of a column stand. Null: no column counts steps, and points are numbered in order. */
export interface StepColumns {
  readonly step: number | null
  readonly epoch: number | null
}

export const isOfRun = (run: string | null, wanted: string | null) => run === null || run === wanted

/** The numeric columns that a pattern means, without those of a chart's minima and maxima; of one run, where that is said. */
export function matching(survey: Survey, pattern: string, run?: string): number[] {
  const escaped = pattern.split('*').map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const fits = new RegExp(`^${escaped.join('.*')}$`, 'i')
  return survey.numeric().filter((column) => {
    const { run: own, metric } = partsOf(nameOf(survey, column))
    if (meaningOf(metric).kind === 'passed' || (run !== undefined && !isOfRun(own, run))) return false
    return fits.test(metric) || fits.test(nameOf(survey, column))
  })
}

/**
 * A column that a person names: exactly, in another case, or without the run before it; undefined where there is none.
 * @throws Problem `ambiguous-log` where several are called so
 */
export function findColumn(survey: Survey, name: string, ask: Ask): number | undefined {
  const exact = survey.find(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const nameIn of [(seen: string) => seen.trim(), (seen: string) => partsOf(seen.trim()).metric]) {
    const like = [...survey.columns.keys()].filter((column) => nameIn(nameOf(survey, column)).toLowerCase() === lower.trim())
    if (like.length === 1) return like[0]
    if (like.length > 1) {
      throw ambiguous(
        survey,
        `Several columns are called ${JSON.stringify(name)}: ${like.map((column) => JSON.stringify(nameOf(survey, column))).join(', ')}.`,
        ask
      )
    }
  }
  return undefined
}

/** @throws Problem `invalid-request` where there is no such column, `ambiguous-log` where there are several */
export function namedColumn(survey: Survey, name: string, pointer: string, ask: Ask): number {
  const found = findColumn(survey, name, ask)
  if (found !== undefined) return found
  throw invalid(pointer, `There is no column ${JSON.stringify(name)}.`, `The columns are ${allColumns(survey)}.`)
}

/** The steps of a column: the one that is wished, else by name among those that stand in the same records. */
export function stepsFor(survey: Survey, value: number, wished: string | undefined, ask: Ask): StepColumns {
  const numeric = survey.numeric().filter((column) => column !== value)
  const epoch = numeric.find((column) => meaningOf(nameOf(survey, column)).kind === 'epoch') ?? null
  if (wished !== undefined) return { step: namedColumn(survey, wished, 'query/step', ask), epoch }
  const runOf = (column: number) => partsOf(nameOf(survey, column)).run
  const steps = survey
    .filled()
    .filter(
      (column) =>
        column !== value &&
        isStepOf(partsOf(nameOf(survey, column)).metric, partsOf(nameOf(survey, value)).metric) &&
        isOfRun(runOf(column), runOf(value))
    )
  if (steps.length === 0) return withoutSteps(survey, value, numeric, ask)
  const rank = (column: number) => stepRank(partsOf(nameOf(survey, column)).metric)
  const covering = steps.filter((column) => survey.together(column, value) >= 0.9)
  const best = (covering.length > 0 ? covering : steps).sort(
    (a, b) => rank(a) - rank(b) || survey.together(b, value) - survey.together(a, value)
  )
  return { step: best[0]!, epoch }
}

/** A log of nothing but values is numbered in order; where other columns might be the steps, only a person knows. */
function withoutSteps(survey: Survey, value: number, numeric: number[], ask: Ask): StepColumns {
  const unclear = numeric.filter(
    (column) => survey.columns[column]?.grows === true && meaningOf(partsOf(nameOf(survey, column)).metric).kind === 'unknown'
  )
  if (unclear.length === 0) return { step: null, epoch: null }
  throw ambiguous(
    survey,
    `No column is called like steps, and ${unclear.map((column) => JSON.stringify(nameOf(survey, column))).join(', ')} may be them; the ${ask.plural} are in ${JSON.stringify(nameOf(survey, value))}.`,
    ask,
    'Name the column of the steps with `step`.'
  )
}
