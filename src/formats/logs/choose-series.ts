import { invalid, Problem } from '../../domain/problems.ts'
import { type SeriesName, seriesNames } from '../../domain/series.ts'
import { type Ask, ambiguous, asValue, nameOf } from './ask-for-columns.ts'
import type { SeriesColumns } from './assembly.ts'
import { type Candidate, candidatesOf, firstGroup, namesOf, onlyUnknown, topOf, usable, withoutTerms } from './candidates.ts'
import { findColumn, matching, stepsFor } from './columns-by-name.ts'
import type { Combination } from './combined-parts.ts'
import { wordsOf } from './names/words.ts'
import { isOf, seriesOfFile } from './series-of-file.ts'
import type { Survey } from './survey.ts'

/** What a person says of the columns of all series; what is left out is chosen by name. */
export interface SeriesWishes {
  /** The column of a series; several norms of parts by a pattern in which * is any text; null: the series is left out. */
  readonly map?: ReadonlyMap<SeriesName, string | null>
  /** The column of the steps. */
  readonly step?: string
  /** Series that are left out, and said to be, where names do not tell which column is theirs; for all others the log is refused. */
  readonly optional?: ReadonlySet<SeriesName>
}

/** One series of a log, and the columns that it is read from. */
export interface ChosenSeries {
  readonly name: SeriesName
  /** Its column, or the pattern of the columns that are combined. */
  readonly source: string
  readonly columns: SeriesColumns
  /** Its values are divided by those of this column at the same steps. */
  readonly over?: SeriesColumns
}

/** What a log has of series of ours. */
export interface Choice {
  readonly series: readonly ChosenSeries[]
  readonly notes: readonly string[]
}

/**
 * Finds every series of a log by the names of its columns, never by their place. A log of one numeric column beside the steps is one of
 * norms, whatever its name is, unless the name, or the file's, says what else it is.
 * @param file the name of the log's file, which of some downloads alone says what is in it
 * @throws Problem `ambiguous-log`, listing every column, where names leave several for a series; `invalid-request` for a wish that fits none
 */
export function chooseSeries(survey: Survey, wishes: SeriesWishes, file = ''): Choice {
  const { map = new Map() } = wishes
  const chosen: ChosenSeries[] = []
  const notes: string[] = []
  const taken = new Set<number>()
  for (const [name, source] of map) {
    if (source === null) continue
    const series = mapped(survey, name, source, wishes.step)
    if (series === undefined) continue
    chosen.push(series.chosen)
    for (const column of series.from) taken.add(column)
  }
  const numeric = new Set(survey.numeric())
  const candidates = candidatesOf(survey).filter(({ column }) => !taken.has(column))
  for (const name of seriesNames) {
    if (map.has(name)) continue
    try {
      const column = columnFor(survey, name, candidates, numeric)
      if (column !== undefined) chosen.push(chosenOf(survey, name, column, wishes.step))
    } catch (error) {
      if (!(error instanceof Problem) || wishes.optional?.has(name) !== true) throw error
      notes.push(`${error.detail} None was read; name one with \`map\`=${name}=<column>.`)
    }
  }
  const distance =
    map.has('distance') || chosen.some(({ name }) => name === 'distance') ? undefined : quotientOfRates(survey, chosen, wishes.step)
  if (distance !== undefined) chosen.push(distance)
  if (chosen.length === 0 && ![...map.values()].includes(null)) {
    const only = onlyUnknown(survey, candidates, numeric)?.column
    if (only !== undefined) {
      const name = seriesOfFile(file) ?? 'l2'
      chosen.push(chosenOf(survey, name, only, wishes.step))
      notes.push(
        `${JSON.stringify(nameOf(survey, only))} is the only column of numbers, and is taken as ${name}. If it is another series, say so: \`map\`.`
      )
    }
  }
  return { series: chosen.sort((a, b) => seriesNames.indexOf(a.name) - seriesNames.indexOf(b.name)), notes }
}

/** @throws Problem `ambiguous-log`: the log has no series of ours */
export function noSeries(survey: Survey, title: string): Problem {
  return ambiguous(
    survey,
    `It looks like ${title}, and no column of it is called like a gradient norm, a loss or a learning rate.`,
    askFor('l2'),
    'Say which column is which series with `map`, as `map`=l2=<column>; or send the points themselves to POST /v1/runs/{runId}/series.'
  )
}

/** What their values are called in sentences. */
export const seriesTitles: Record<SeriesName, string> = {
  l2: 'norms',
  l1: 'norms',
  linf: 'norms',
  loss: 'losses',
  'eval-loss': 'evaluation losses',
  'learning-rate': 'learning rates',
  'weight-norm': 'norms of the weights',
  'update-norm': 'norms of the updates',
  distance: 'values of d'
}

const askFor = (name: SeriesName): Ask => ({
  plural: seriesTitles[name],
  parameter: 'map',
  send: (column) => `\`map\`=${name}=${asValue(column)}`
})

/** The columns that a series may be in: one; several that fit equally well; or those of parts alone. */
export interface SeriesColumn {
  readonly column?: number
  readonly several?: readonly Candidate[]
  readonly parts?: readonly Candidate[]
}

/** Finds the column of a series by its name; undefined where the log has none. */
export function seriesColumn(
  survey: Survey,
  name: SeriesName,
  candidates: readonly Candidate[],
  numeric: ReadonlySet<number>
): SeriesColumn | undefined {
  const ofKind = candidates.filter((candidate) => isOf(candidate, name))
  const called = usable(
    ofKind.filter(({ column }) => !isOther(survey, column)),
    numeric
  )
  if (called.length === 0) return undefined
  const top = topOf(called)
  if (top.length === 0) return { parts: called }
  if (top.length === 1) return { column: top[0]!.column }
  const plain = withoutTerms(survey, top)
  if (plain.length === 1) return { column: plain[0]!.column }
  const first = name === 'learning-rate' ? firstGroup(survey, top) : undefined
  return first === undefined ? { several: top } : { column: first.column }
}

/** The column of a series by its name, or undefined. @throws Problem `ambiguous-log` where several may be it, or only parts of the norm are there */
function columnFor(survey: Survey, name: SeriesName, candidates: readonly Candidate[], numeric: ReadonlySet<number>): number | undefined {
  const { column, several, parts } = seriesColumn(survey, name, candidates, numeric) ?? {}
  if (several !== undefined) {
    throw ambiguous(
      survey,
      `Several columns may be the ${seriesTitles[name]}: ${namesOf(survey, several)}.`,
      askFor(name),
      `Name the one of ${name} with \`map\`=${name}=<column>, or leave the series out with \`map\`=${name}=.`
    )
  }
  if (parts !== undefined && name === 'l2') {
    throw ambiguous(
      survey,
      `The norms are of parts of the model (${namesOf(survey, parts)}), and none is of the whole.`,
      askFor(name),
      'Combine them with `map`=l2=<pattern>, as grad_norm/*: the root of the sum of squares. Or name one, or leave the series out with `map`=l2=.'
    )
  }
  return column
}

/** A term of a loss, such as an entropy, is not the loss. */
const isOther = (survey: Survey, column: number): boolean =>
  wordsOf(nameOf(survey, column)).some((word) => word === 'entropy' || word === 'kl' || word === 'reward')

function chosenOf(survey: Survey, name: SeriesName, column: number, step: string | undefined): ChosenSeries {
  const value = nameOf(survey, column)
  return { name, source: value, columns: { value, ...namedSteps(survey, name, column, step) } }
}

/** kohya's scripts log d·γ of D-Adaptation and Prodigy as `lr/d*lr/<part>`, beside γ as `lr/<part>`: d is their quotient. */
function quotientOfRates(survey: Survey, chosen: readonly ChosenSeries[], step: string | undefined): ChosenSeries | undefined {
  const rate = chosen.find(({ name }) => name === 'learning-rate')
  const part = /^lr\/([^/]+)$/.exec(rate?.source ?? '')?.[1]
  // Writers that allow no asterisk in a tag write an underscore.
  const source = [`lr/d*lr/${part}`, `lr/d_lr/${part}`].find((name) => survey.find(name) !== undefined)
  const column = part === undefined || source === undefined ? undefined : survey.find(source)
  if (rate === undefined || column === undefined) return undefined
  const { columns } = chosenOf(survey, 'distance', column, step)
  return { name: 'distance', source: `${source} ÷ ${rate.source}`, columns, over: rate.columns }
}

const signed: ReadonlySet<SeriesName> = new Set(['loss', 'eval-loss'])

function namedSteps(survey: Survey, name: SeriesName, column: number, wished: string | undefined): Omit<SeriesColumns, 'value'> {
  const { step, epoch } = stepsFor(survey, column, wished, askFor(name))
  return {
    step: step === null ? null : nameOf(survey, step),
    epoch: epoch === null ? null : nameOf(survey, epoch),
    isNorm: !signed.has(name),
    series: name
  }
}

const combinations: Partial<Record<SeriesName, Combination>> = {
  l2: 'l2',
  l1: 'l1',
  linf: 'linf',
  'weight-norm': 'l2',
  'update-norm': 'l2'
}

/** What a person says of a series; undefined where this log has no such column. */
function mapped(
  survey: Survey,
  name: SeriesName,
  source: string,
  step: string | undefined
): { chosen: ChosenSeries; from: readonly number[] } | undefined {
  const column = findColumn(survey, source, askFor(name))
  if (column !== undefined) return { chosen: chosenOf(survey, name, column, step), from: [column] }
  const parts = source.includes('*') ? matching(survey, source) : []
  const [first] = parts
  if (first === undefined) return undefined
  if (parts.length === 1) return { chosen: chosenOf(survey, name, first, step), from: parts }
  const by = combinations[name]
  if (by === undefined) {
    throw invalid(
      'query/map',
      `${parts.length} columns fit ${JSON.stringify(source)}, and values of ${name} are not combined.`,
      'Name one column.'
    )
  }
  const value = { parts: parts.map((part) => nameOf(survey, part)), by }
  return { chosen: { name, source, columns: { value, ...namedSteps(survey, name, first, step) } }, from: parts }
}
