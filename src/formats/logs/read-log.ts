import { stepAt } from '../../domain/gradient-norm.ts'
import { invalid, type Problem } from '../../domain/problems.ts'
import { SeriesAssembly } from './assembly.ts'
import { type ChosenColumns, type ColumnWishes, chooseNorms, oneRun } from './choose-columns.ts'
import { meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import type { NormReading } from './norm-reading.ts'
import { type OpenLog, openLog } from './open-log.ts'
import { type BesideWish, readBeside } from './read-beside.ts'
import { logReaders } from './readers/index.ts'
import { notesOf } from './reading-notes.ts'
import type { LogSource } from './recorder.ts'
import { factsWithin } from './run-length.ts'
import { type SeenColumn, Survey, SurveyDone } from './survey.ts'
import { withFormat } from './suspected-format.ts'

export interface ReadWishes extends ColumnWishes {
  /** The name of a reader, where it is not to be found by content. */
  readonly input?: string
  /** Steps that go back or stand twice are a fault, as in a request; else they are a resumption and duplicates, as in a file. */
  readonly isStrict?: boolean
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
      points: { steps: { first: 0, stride: 1 }, values: new Float64Array(0) },
      facts: {},
      notes: []
    }
  }
  const chosen = () => {
    try {
      return namesOf(survey, chooseNorms(survey, wishes), wishes)
    } catch (error) {
      throw wishes.isStrict === true ? error : withFormat(error, reader, survey.notes)
    }
  }
  let names = chosen()
  const assemble = async () => {
    const assembly = new SeriesAssembly(
      { ...names, isNorm: true, ...(wishes.run === undefined ? {} : { run: wishes.run }) },
      reader.place,
      { isStrict: wishes.isStrict ?? false }
    )
    const beside = await readBeside(reader, survey, assembly, names, wishes)
    return { assembly, beside }
  }
  let { assembly, beside } = await assemble()
  if (assembly.names().some((name) => survey.find(name) === undefined)) {
    // Columns came late: what was chosen must still be right.
    survey = await surveyOf(reader, Number.POSITIVE_INFINITY, wishes.run)
    const better = chosen()
    if (JSON.stringify(better) !== JSON.stringify(names)) {
      names = better
      ;({ assembly, beside } = await assemble())
    }
  }
  oneRun(assembly, wishes.run)
  if (assembly.order.count === 0) throw noValues(names.title, assembly.stepless)
  const { points, report } = assembly.order.finish()
  const { facts, notes } = factsWithin(assembly.facts, stepAt(points.steps, points.values.length - 1), assembly.renumbered > 0)
  return {
    format: reader.name,
    columns: { step: names.step, value: names.title },
    norm: wishes.norm ?? meaningOf(partsOf(names.title).metric).norm,
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
  try {
    await reader.read(survey)
  } catch (error) {
    if (!(error instanceof SurveyDone)) throw error
  }
  return survey
}

const namesOf = (survey: Survey, { step, epoch, value, parts }: ChosenColumns, { columns, norm = 'l2' }: ReadWishes) => {
  const nameOf = (column: number) => (survey.columns[column] as SeenColumn).name
  return {
    value: parts === undefined ? nameOf(value) : { parts: parts.map(nameOf), by: norm },
    /** What was read, in a word. */
    title: parts === undefined ? nameOf(value) : String(columns),
    step: step === null ? null : nameOf(step),
    epoch: epoch === null ? null : nameOf(epoch)
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
