import { invalid } from '../../domain/problems.ts'
import { meaningOf } from './names/meaning.ts'
import { partsOf } from './names/run-names.ts'
import type { LogFacts, Recorder } from './recorder.ts'
import { Survey, SurveyDone } from './survey.ts'

/** More columns than that are none of a log, but names made of numbers. */
export const columnsMax = 20_000
export const runsMax = 1000

/**
 * Whose a cell is: records name their run, or columns do, as `<run> - <metric>` in a chart of Weights & Biases. Columns that name none
 * belong to every run of the record.
 */
export class RunSorter {
  readonly #runs: (string | null)[] = []
  readonly #byColumn: boolean
  #names: string[] = []
  #isSorted: boolean | undefined

  /** @param byColumn whether columns of such a log may name runs */
  constructor(byColumn: boolean) {
    this.#byColumn = byColumn
  }

  add(name: string): void {
    if (this.#names.length >= columnsMax) throw invalid('', `The log has more than ${columnsMax} columns.`)
    this.#names.push(name)
    this.#runs.push(partsOf(name).run)
  }

  /** Whether columns name runs: all do, but for steps and times. */
  get isByColumn(): boolean {
    this.#isSorted ??=
      this.#byColumn &&
      this.#runs.some((run) => run !== null) &&
      this.#names.every((name, column) => this.#runs[column] !== null || ['step', 'passed', 'epoch'].includes(meaningOf(name).kind))
    return this.#isSorted
  }

  /** The run of a column, null where it belongs to all. */
  runOf(column: number): string | null {
    return this.#runs[column] ?? null
  }
}

/** Looks at the columns of each run of a log by themselves. */
export class RunSurveys implements Recorder {
  /** By the names of runs; null where the file names none. */
  readonly runs = new Map<string | null, Survey>()
  readonly facts: LogFacts = {}
  readonly notes: string[] = []
  records = 0
  /** As {@link Survey} has it. */
  isText = false
  readonly #recordsMax: number
  readonly #sorter: RunSorter
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []
  readonly #columns: number[] = []
  readonly #cells: (number | string)[] = []

  /** @param recordsMax after as many records it ends the reading with a {@link SurveyDone} */
  constructor(byColumn: boolean, recordsMax = Number.POSITIVE_INFINITY) {
    this.#sorter = new RunSorter(byColumn)
    this.#recordsMax = recordsMax
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#sorter.add(name)
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  wants(): boolean {
    return true
  }

  put(column: number, cell: number | string): void {
    this.#columns.push(column)
    this.#cells.push(cell)
  }

  end(place: number, run?: string): void {
    this.records++
    const named = this.#sorter.isByColumn && run === undefined ? this.#runsOfRecord() : [run ?? null]
    for (const one of named) this.#record(one, place)
    this.#columns.length = 0
    this.#cells.length = 0
    if (this.records >= this.#recordsMax) throw new SurveyDone()
  }

  #runsOfRecord(): Set<string> {
    const runs = new Set<string>()
    for (const column of this.#columns) {
      const run = this.#sorter.runOf(column)
      if (run !== null) runs.add(run)
    }
    return runs
  }

  #record(run: string | null, place: number): void {
    let survey = this.runs.get(run)
    if (survey === undefined) {
      if (this.runs.size >= runsMax) throw invalid('', `The log has more than ${runsMax} runs.`)
      survey = new Survey()
      survey.isText = this.isText
      this.runs.set(run, survey)
    }
    for (const [i, column] of this.#columns.entries()) {
      const own = this.#sorter.isByColumn ? this.#sorter.runOf(column) : null
      if (own === null || own === run) survey.put(survey.column(this.#names[column] as string), this.#cells[i] as number | string)
    }
    survey.end(place)
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.facts[name] = value
  }

  resume(): void {}

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }
}
