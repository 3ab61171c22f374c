import { stepAt } from '../../domain/gradient-norm.ts'
import { invalid, type Problem } from '../../domain/problems.ts'
import { isAdaptive } from '../../domain/run.ts'
import { nameOf } from './ask-for-columns.ts'
import { SeriesAssembly } from './assembly.ts'
import { candidatesOf } from './candidates.ts'
import { type ChosenColumns, type ColumnWishes, chooseNorms, oneRun } from './choose-columns.ts'
import { seriesColumn } from './choose-series.ts'
import { isOfRun } from './columns-by-name.ts'
import { meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import type { NormReading } from './norm-reading.ts'
import { type OpenLog, openLog } from './open-log.ts'
import { type BesideWish, chooseAllBeside, readBeside } from './read-beside.ts'
import { logReaders } from './readers/index.ts'
import { notesOf } from './reading-notes.ts'
import type { LogSource } from './recorder.ts'
import { factsWithin } from './run-length.ts'
import { Survey, SurveyDone } from './survey.ts'
import { withFormat } from './suspected-format.ts'

export interface ReadWishes extends ColumnWishes {
  /** The name of a reader, where it is not to be found by content. */
  readonly input?: string
  /** Steps that go back or stand twice are a fault, as in a request; else they are a resumption and duplicates, as in a file. */
  readonly isStrict?: boolean
  /** The optimizer of the run, where the file does not say: of ℓ₁ and ℓ₂ norms the former are read for an adaptive one. */
  readonly optimizer?: string
  /** What to read beside the norms, where the log has it. */
  readonly beside?: readonly BesideWish[]
}

/**
 * Reads the gradient norms of a log: finds its format by what is in it, and its columns by their names.
 * @param given a file, or several of one kind that are one log, in their order
 * @throws Problem `ambiguous-log` where names do not tell, `invalid-request` for what cannot be read
 */
export async function readNorms(
  given: LogSource | readonly LogSource[],
  wishes: ReadWishes = {},
  readers = logReaders
): Promise<NormReading> {
  const reader = await openLog(given, wishes.input, readers)
  let survey = await surveyOf(reader, surveyedRecords, wishes.run)
  if (survey.records === 0) {
    if (wishes.isStrict !== true) throw invalid('', `There is nothing in it but the beginning of ${reader.title}.`)
    return {
      format: reader.name,
      columns: null,
      norm: null,
      norms: [],
      points: { steps: { first: 0, stride: 1 }, values: new Float64Array(0) },
      facts: {},
      notes: []
    }
  }
  if (survey.records >= surveyedRecords && hasLateColumns(survey, wishes)) {
    survey = await surveyOf(reader, Number.POSITIVE_INFINITY, wishes.run)
  }
  const chosen = () => {
    try {
      const optimizer = wishes.optimizer ?? survey.facts.optimizer ?? null
      const names = namesOf(
        survey,
        chooseNorms(survey, { ...wishes, prefers: isAdaptive(optimizer) ? 'l1' : 'l2' }, [given].flat()[0]?.name),
        wishes
      )
      const norm = wishes.norm ?? meaningOf(partsOf(names.title).metric).norm
      const beside = chooseAllBeside(survey, { title: names.title, norm: norm ?? 'l2' }, wishes)
      return { names, norm, beside, norms: normsIn(survey, wishes.run) }
    } catch (error) {
      throw wishes.isStrict === true ? error : withFormat(error, reader, survey.notes)
    }
  }
  let choice = chosen()
  const assemble = async () => {
    const assembly = new SeriesAssembly(
      { ...choice.names, isNorm: true, ...(wishes.run === undefined ? {} : { run: wishes.run }) },
      reader.place,
      { isStrict: wishes.isStrict ?? false }
    )
    const beside = await readBeside(reader, assembly, choice.beside)
    return { assembly, beside }
  }
  let { assembly, beside } = await assemble()
  if (assembly.names().some((name) => survey.find(name) === undefined)) {
    // Columns came late: what was chosen must still be right.
    survey = await surveyOf(reader, Number.POSITIVE_INFINITY, wishes.run)
    const better = chosen()
    if (JSON.stringify(better) !== JSON.stringify(choice)) {
      choice = better
      ;({ assembly, beside } = await assemble())
    }
  }
  const { names, norm, norms } = choice
  oneRun(assembly, wishes.run)
  if (assembly.order.count === 0) throw noValues(names.title, assembly.stepless)
  const { points, report } = assembly.order.finish()
  const { facts, notes } = factsWithin(assembly.facts, stepAt(points.steps, points.values.length - 1), assembly.renumbered > 0)
  return {
    format: reader.name,
    columns: { step: names.step, value: names.title },
    norm,
    norms,
    points,
    beside: beside.series,
    facts,
    notes: [
      ...assembly.notes,
      ...notes,
      ...beside.notes,
      ...notesOf({ step: names.step, value: names.title, parts: typeof names.value === 'string' ? null : names.value }, assembly, report)
    ]
  }
}

/** So many records tell nearly always what columns there are. */
export const surveyedRecords = 20_000

async function surveyOf(reader: OpenLog, recordsMax: number, run: string | undefined): Promise<Survey> {
  const survey = new Survey(recordsMax, run)
  survey.isText = reader.isText === true
  try {
    await reader.read(survey)
  } catch (error) {
    if (!(error instanceof SurveyDone)) throw error
  }
  return survey
}

/** The norms of the whole gradient that a log has, by the names of its columns. */
function normsIn(survey: Survey, run: string | undefined): ('l1' | 'l2')[] {
  const numeric = new Set(survey.numeric())
  const ofRun = candidatesOf(survey).filter(({ column }) => run === undefined || isOfRun(partsOf(nameOf(survey, column)).run, run))
  return (['l2', 'l1'] as const).filter((norm) => seriesColumn(survey, norm, ofRun, numeric)?.column !== undefined)
}

/** Whether a column that may be read stands in the head of the log, and has no value in the records that were looked at. */
function hasLateColumns(survey: Survey, { beside = [] }: ReadWishes): boolean {
  const kinds = new Set<string>(['norm', ...beside.map(({ name }) => name)])
  return survey.columns.some(({ name, numbers, texts }) => numbers + texts === 0 && kinds.has(meaningOf(partsOf(name).metric).kind))
}

const namesOf = (survey: Survey, { step, epoch, value, parts }: ChosenColumns, { columns, norm = 'l2' }: ReadWishes) => {
  const name = (column: number) => nameOf(survey, column)
  return {
    value: parts === undefined ? name(value) : { parts: parts.map(name), by: norm },
    /** What was read, in a word. */
    title: parts === undefined ? name(value) : String(columns),
    step: step === null ? null : name(step),
    epoch: epoch === null ? null : name(epoch)
  }
}

const noValues = (value: string, stepless: number): Problem =>
  stepless > 0
    ? invalid(
        'query/step',
        `None of the ${stepless} values in ${JSON.stringify(value)} stands beside a step.`,
        'Name another column of steps with `step`.'
      )
    : invalid('query/column', `The column ${JSON.stringify(value)} holds no value.`, 'Name the column of the norms with `column`.')
