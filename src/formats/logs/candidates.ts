import { listed, nameOf } from './ask-for-columns.ts'
import { type Meaning, meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import { wordsOf } from './names/words.ts'
import type { Survey } from './survey.ts'

/** A column that may hold what is looked for. */
export interface Candidate extends Meaning {
  readonly column: number
}

/** The columns that hold anything, with what their names say of them. */
export function candidatesOf(survey: Survey): Candidate[] {
  const columns = survey.filled().map((column) => ({ column, name: nameOf(survey, column) }))
  const names = new Set(columns.map(({ name }) => name))
  return columns.filter(({ name }) => !isSummary(name, names)).map(({ column, name }) => ({ column, ...meaningOf(partsOf(name).metric) }))
}

/**
 * Transformers logs at the end how the whole training went: the mean of all losses as `train_loss`, with `train_runtime`, which is no point of
 * the losses.
 * @see https://github.com/huggingface/transformers/blob/main/src/transformers/trainer_utils.py, speed_metrics
 */
const isSummary = (name: string, names: ReadonlySet<string>): boolean =>
  /(?:^|\/)train_loss$/.test(name) && names.has(name.replace(/train_loss$/, 'train_runtime'))

/** A column of texts is taken by its name alone, so that what is wrong in it is said. */
export function usable(candidates: readonly Candidate[], numeric: ReadonlySet<number>): readonly Candidate[] {
  return candidates.some(({ column }) => numeric.has(column)) ? candidates.filter(({ column }) => numeric.has(column)) : candidates
}

/** Of columns of one kind the one of the whole model, raw: one, or several that fit equally well, or none where all are of parts. */
export function topOf(candidates: readonly Candidate[]): Candidate[] {
  const whole = candidates.filter(({ isPart }) => !isPart)
  const best = Math.max(...whole.map(({ rank }) => rank))
  const top = whole.filter(({ rank }) => rank === best)
  const exact = top.filter(({ norm }) => norm !== null)
  const [only] = exact.length === 1 ? exact : top.length === 1 ? top : []
  if (only === undefined) return top
  // Of the norms of an actor and a critic, or of a backbone and its head, no name says which is meant.
  const others = only.kind === 'norm' && only.owner !== '' ? candidates.filter(({ owner }) => owner !== only.owner) : []
  return [only, ...others]
}

/** Words by which a loss is one part of the total, where a column without them is there. */
const refining = new Set(['lm', 'ce', 'nll', 'language'])

/** The columns whose names do not say that they are one term of a loss. */
export const withoutTerms = (survey: Survey, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ column }) => !wordsOf(nameOf(survey, column)).some((word) => refining.has(word)))

/**
 * The only column of numbers beside steps and times, where its name says nothing, not even that it counts rows; undefined where there are
 * others, and in a log whose fields were found in running text.
 */
export function onlyUnknown(survey: Survey, candidates: readonly Candidate[], numeric: ReadonlySet<number>): Candidate | undefined {
  if (survey.isText) return undefined
  const rest = candidates.filter(({ column, kind }) => numeric.has(column) && kind !== 'step' && kind !== 'passed')
  const [only] = rest
  if (rest.length !== 1 || only?.kind !== 'unknown') return undefined
  return index.test(nameOf(survey, only.column)) ? undefined : only
}

/** What counts rows. */
const index = /^(?:index|idx|id|row|unnamed: 0)$/i

/** Columns whose names differ by numbers alone, as those of parameter groups do: the first by these numbers; undefined for others. */
export function firstGroup(survey: Survey, candidates: readonly Candidate[]): Candidate | undefined {
  const plain = (column: number) => wordsOf(nameOf(survey, column)).join(' ').replaceAll(/\d+/g, '#')
  if (new Set(candidates.map(({ column }) => plain(column))).size !== 1) return undefined
  const numbersOf = (column: number) => (nameOf(survey, column).match(/\d+/g) ?? []).map(Number)
  return [...candidates].sort((a, b) => compare(numbersOf(a.column), numbersOf(b.column)))[0]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return (a[i] ?? -1) - (b[i] ?? -1)
  return 0
}

export const namesOf = (survey: Survey, candidates: readonly Candidate[]): string =>
  listed(
    survey,
    candidates.map(({ column }) => column)
  )
