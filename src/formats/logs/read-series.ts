import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type Choice, chooseSeries, noSeries, type SeriesWishes } from './choose-series.ts'
import { isLengthName } from './names/step-names.ts'
import { type OpenLog, openLog } from './open-log.ts'
import { quotient } from './quotient.ts'
import { surveyedRecords } from './read-log.ts'
import { logReaders } from './readers/index.ts'
import { notesOf } from './reading-notes.ts'
import { isNumberedRun } from './record-roles.ts'
import type { LogFacts, LogSource } from './recorder.ts'
import { factsWithin } from './run-length.ts'
import { RunSurveys } from './run-surveys.ts'
import { RunSeries, SeriesRecorder } from './series-recorder.ts'
import { type Survey, SurveyDone } from './survey.ts'
import { withFormat } from './suspected-format.ts'

/** One series of a run, and where it was read from. */
export interface ReadSeries {
  readonly name: SeriesName
  /** Its column, field or tag; a pattern where several were combined. */
  readonly source: string
  /** That of its steps; null where the points were numbered in order. */
  readonly step: string | null
  /** The points that stand. */
  readonly points: Points
  /** Values that are no points: without a step, with parts missing, or standing there again. */
  readonly dropped: number
  /** Points that training went back over, or that stand there with another value later. */
  readonly superseded: number
}

/** One run of a log. */
export interface ReadRun {
  /** As the file calls it; null where it does not. */
  readonly name: string | null
  readonly series: readonly ReadSeries[]
  /** Columns with numbers that were not read. */
  readonly ignored: readonly { readonly source: string; readonly points: number }[]
  readonly facts: LogFacts
  /** What a person should know of how it was read. */
  readonly warnings: readonly string[]
}

/** A log with all series that it holds. */
export interface SeriesReading {
  readonly format: string
  /** What people call the format. */
  readonly title: string
  readonly runs: readonly ReadRun[]
}

export interface ReadSeriesWishes extends SeriesWishes {
  /** The name of a reader, where it is not to be found by content. */
  readonly input?: string
  /** The run that is read, where the log names several; unless given, all. */
  readonly run?: string
  /** Told of memory before it is taken for points. Bytes. */
  readonly grow?: (bytes: number) => void
}

/**
 * Reads every series of every run in a log: finds its format by what is in it, and its columns by their names.
 * @param given a file, or several of one kind that are one log, in their order
 * @throws Problem `ambiguous-log` where names do not tell, `invalid-request` for what cannot be read
 */
export async function readSeries(
  given: LogSource | readonly LogSource[],
  wishes: ReadSeriesWishes = {},
  readers = logReaders
): Promise<SeriesReading> {
  const [first] = [given].flat()
  const log = await openLog(given, wishes.input, readers)
  const file = first?.name ?? ''
  let surveys = await surveysOf(log, surveyedRecords)
  if (surveys.records === 0) throw invalid('', `There is nothing in it but the beginning of ${log.title}.`)
  const chosen = () => {
    try {
      return choose(surveys, wishes, log.title, file)
    } catch (error) {
      throw withFormat(error, log, surveys.notes)
    }
  }
  let choices = chosen()
  let recorder = await record(log, choices, wishes)
  const isNew = ({ recorder: { names, strange }, runs }: Recording) =>
    [...strange].some((run) => !surveys.runs.has(run)) ||
    [...runs].some(([run, { counts }]) => {
      const seen = surveys.runs.get(run)
      return names.some((name, column) => (counts[column] ?? 0) > 0 && seen?.has(name) !== true)
    })
  if (surveys.records >= surveyedRecords && isNew(recorder)) {
    // Columns or runs came late: what was chosen must still be right.
    surveys = await surveysOf(log, Number.POSITIVE_INFINITY)
    const better = chosen()
    if (JSON.stringify([...better]) !== JSON.stringify([...choices])) {
      choices = better
      recorder = await record(log, choices, wishes)
    }
  }
  return { format: log.name, title: log.title, runs: finished(recorder, choices, surveys) }
}

type Choices = ReadonlyMap<string | null, Choice>

async function surveysOf(log: OpenLog, recordsMax: number): Promise<RunSurveys> {
  const surveys = new RunSurveys(log.name === 'csv', recordsMax)
  surveys.isText = log.isText === true
  try {
    await log.read(surveys)
  } catch (error) {
    if (!(error instanceof SurveyDone)) throw error
  }
  return surveys
}

/** The series of each run that has any. */
function choose({ runs }: RunSurveys, { run, ...wishes }: ReadSeriesWishes, title: string, file: string): Choices {
  if (run !== undefined && !(runs.size === 1 && runs.has(null)) && !runs.has(run)) {
    const names = [...runs.keys()].slice(0, 50).map((name) => JSON.stringify(name))
    throw invalid('query/run', `There is no run ${JSON.stringify(run)}.`, `The runs are ${names.join(', ')}.`)
  }
  const read = [...runs].filter(([name]) => run === undefined || name === null || name === run)
  const choices = new Map(read.map(([name, survey]) => [name, chooseSeries(survey, wishes, file)]))
  for (const [series, source] of wishes.map ?? []) {
    if (source === null || [...choices.values()].some((choice) => choice.series.some(({ name }) => name === series))) continue
    const names = [...new Set(read.flatMap(([, { columns }]) => columns.map(({ name }) => JSON.stringify(name))))]
    throw invalid(
      'query/map',
      `No column of numbers is called like ${JSON.stringify(source)}, which shall be ${series}.`,
      `The columns are ${names.slice(0, 50).join(', ')}${names.length > 50 ? ` and ${names.length - 50} more` : ''}.`
    )
  }
  if ([...choices.values()].every(({ series }) => series.length === 0)) throw noSeries(read[0]?.[1] as Survey, title)
  return choices
}

interface Recording {
  readonly recorder: SeriesRecorder
  readonly runs: ReadonlyMap<string | null, RunSeries>
}

async function record(log: OpenLog, choices: Choices, { grow = () => {} }: ReadSeriesWishes): Promise<Recording> {
  const runs = new Map(Array.from(choices, ([name, { series }]) => [name, new RunSeries(series, log.place, grow)]))
  const recorder = new SeriesRecorder(runs, log.name === 'csv')
  await log.read(recorder)
  return { recorder, runs }
}

function finished({ recorder, runs }: Recording, choices: Choices, surveys: RunSurveys): ReadRun[] {
  const read: ReadRun[] = []
  const isSingle = runs.size === 1
  for (const [name, { series: chosen, notes }] of choices) {
    const { series, counts } = runs.get(name) as RunSeries
    const said = new Map<string, SeriesName[]>()
    const readings: ReadSeries[] = []
    const used = new Set<string>()
    for (const { chosen, assembly, divisor } of series) {
      const { points: own, report } = assembly.order.finish()
      const points = divisor === undefined ? own : quotient(own, divisor.order.finish().points)
      const { value, step, epoch } = chosen.columns
      for (const note of notesOf({ step, value: chosen.source, parts: typeof value === 'string' ? null : value }, assembly, report)) {
        said.set(note, [...(said.get(note) ?? []), chosen.name])
      }
      if (points.values.length === 0) continue
      for (const column of [typeof value === 'string' ? [value] : value.parts, step ?? [], epoch ?? [], chosen.over?.value ?? []].flat())
        if (typeof column === 'string') used.add(column)
      const dropped = own.values.length - points.values.length + assembly.stepless + assembly.incomplete + report.duplicates
      readings.push({ name: chosen.name, source: chosen.source, step, points, dropped, superseded: report.superseded })
    }
    const ignored = recorder.names.flatMap((source, column) => {
      const points = counts[column] ?? 0
      return points === 0 || used.has(source) || isLengthName(source) ? [] : [{ source, points }]
    })
    const left = withoutOtherCounts(readings)
    const told = [...(isSingle ? recorder.notes : []), ...notes, ...warningsOf(said, chosen.length), ...left, ...axesOf(readings)]
    const facts = Object.assign(
      {},
      isSingle ? { ...surveys.facts, ...recorder.facts } : {},
      ...series.map(({ assembly }) => assembly.facts)
    )
    const within = factsWithin(
      factsOf(readings, facts),
      Math.max(...readings.map(({ points }) => stepAt(points.steps, points.values.length - 1))),
      series.some(({ assembly }) => assembly.renumbered > 0)
    )
    read.push({
      name: isSingle && name !== null && isNumberedRun(name) ? null : name,
      series: readings,
      ignored,
      facts: within.facts,
      warnings: [...told, ...within.notes]
    })
  }
  return read
}

/** Without steps, values are of the same records only where there are as many. @returns what was left out, in sentences */
function withoutOtherCounts(series: ReadSeries[]): string[] {
  const [first, ...others] = series.filter(({ step }) => step === null)
  const left = others.filter(({ points }) => points.values.length !== first?.points.values.length)
  for (const one of left) series.splice(series.indexOf(one), 1)
  return left.map(
    ({ name, source, points: { values } }) =>
      `${name} was not read: ${JSON.stringify(source)} has ${values.length} values, ${first?.name} ${first?.points.values.length}, and no steps.`
  )
}

/** Sentences about series; one that holds for all names none. */
const warningsOf = (told: ReadonlyMap<string, readonly SeriesName[]>, count: number): string[] =>
  Array.from(told, ([note, names]) => (names.length === count ? note : `${names.join(', ')}: ${note}`))

/** Series that count steps by different columns may not lie on one axis. */
function axesOf(series: readonly ReadSeries[]): string[] {
  const steps = new Set(series.map(({ step }) => step))
  if (steps.size < 2) return []
  const each = series.map(({ name, step }) => `${name} by ${step === null ? 'their order' : JSON.stringify(step)}`)
  return [`Series count steps by different columns: ${each.join(', ')}. Name one column for all with \`step\`.`]
}

/** The peak of the rates is said where they have come down from it, or never rose. */
function factsOf(series: readonly ReadSeries[], facts: LogFacts): LogFacts {
  const rates = series.find(({ name }) => name === 'learning-rate')?.points.values
  if (rates === undefined || facts.peakLearningRate !== undefined) return facts
  let peak = 0
  for (const rate of rates) if (rate > peak && rate < Number.POSITIVE_INFINITY) peak = rate
  const isRising = rates.at(-1) === peak && rates[0] !== peak
  return peak > 0 && !isRising ? { ...facts, peakLearningRate: peak } : facts
}
