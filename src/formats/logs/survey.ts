import { cellNumber } from './cell.ts'
import { partsOf } from './names/run-names.ts'
import { isStepName, stepWithin } from './names/step-names.ts'
import type { LogFacts, Recorder } from './recorder.ts'

/** A column as it was seen. */
export interface SeenColumn {
  readonly name: string
  /** Cells that hold numbers. */
  numbers: number
  /** Cells that hold something else. */
  texts: number
  /** The first number. */
  first: number | null
  /** Its numbers are whole and grow from record to record, as steps do. */
  grows: boolean
  /** The latest number. */
  last: number
}

/** Enough was seen. */
export class SurveyDone extends Error {
  override readonly name = 'SurveyDone'
}

/** Looks at every column of a log before anyone chooses among them. */
export class Survey implements Recorder {
  readonly columns: SeenColumn[] = []
  readonly facts: LogFacts = {}
  readonly notes: string[] = []
  readonly runs = new Set<string>()
  records = 0
  /** Whether fields were found in running text, where a number may be of anything. */
  isText = false
  readonly #numbers = new Map<string, number>()
  /** For each column that is called like steps: how many records have a number in it and in each other column. */
  readonly #together = new Map<number, number[]>()
  /** The cells of the record that is being read; null for text. */
  readonly #record: { column: number; value: number | null }[] = []
  readonly #recordsMax: number
  readonly #run: string | undefined

  /**
   * @param recordsMax after as many records it ends the reading with a {@link SurveyDone}
   * @param run the only one whose records count, where the file names several
   */
  constructor(recordsMax = Number.POSITIVE_INFINITY, run?: string) {
    this.#recordsMax = recordsMax
    this.#run = run
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.columns.length
    this.columns.push({ name, numbers: 0, texts: 0, first: null, grows: true, last: Number.NEGATIVE_INFINITY })
    this.#numbers.set(name, number)
    const { metric } = partsOf(name)
    if (isStepName(metric) || stepWithin(metric) !== null) this.#together.set(number, [])
    return number
  }

  wants(): boolean {
    return true
  }

  put(column: number, cell: number | string): void {
    const value = cellNumber(cell)
    if (value !== undefined) this.#record.push({ column, value })
  }

  end(_place: number, run?: string): void {
    this.records++
    if (run !== undefined) this.runs.add(run)
    if (run === undefined || this.#run === undefined || run === this.#run) this.#count()
    this.#record.length = 0
    if (this.records >= this.#recordsMax) throw new SurveyDone()
  }

  #count(): void {
    for (const { column, value } of this.#record) {
      const seen = this.columns[column] as SeenColumn
      if (value === null) {
        seen.texts++
        continue
      }
      seen.numbers++
      seen.first ??= value
      seen.grows &&= Number.isInteger(value) && value >= 0 && value > seen.last
      seen.last = value
      const counts = this.#together.get(column)
      if (counts === undefined) continue
      for (const other of this.#record) if (other.value !== null) counts[other.column] = (counts[other.column] ?? 0) + 1
    }
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.facts[name] = value
  }

  resume(): void {}

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name)
  }

  /** Whether a column of this name holds anything. */
  has(name: string): boolean {
    const column = this.columns[this.#numbers.get(name) ?? -1]
    return column !== undefined && column.numbers + column.texts > 0
  }

  /** The share of a column's numbers that stand in a record with a number of this step column. */
  together(step: number, column: number): number {
    const { numbers } = this.columns[column] as SeenColumn
    return numbers === 0 ? 0 : (this.#together.get(step)?.[column] ?? 0) / numbers
  }

  /** Columns that hold anything, by their place. */
  filled(): number[] {
    return [...this.columns.keys()].filter((column) => {
      const { numbers, texts } = this.columns[column] as SeenColumn
      return numbers + texts > 0
    })
  }

  /** Columns that hold numbers and hardly anything else, by their place. */
  numeric(): number[] {
    return [...this.columns.keys()].filter((column) => {
      const { numbers, texts } = this.columns[column] as SeenColumn
      return numbers > 0 && numbers >= texts
    })
  }
}
