import { cellNumber } from './cell.ts'
import { isStepName } from './names/step-names.ts'
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
}

/** Enough was seen. */
export class SurveyDone extends Error {
  override readonly name = 'SurveyDone'
}

/** Looks at every column of a log before anyone chooses among them. */
export class Survey implements Recorder {
  readonly columns: SeenColumn[] = []
  readonly facts: LogFacts = {}
  readonly runs = new Set<string>()
  records = 0
  readonly #numbers = new Map<string, number>()
  /** For each column that is called like steps: how many records have a number in it and in each other column. */
  readonly #together = new Map<number, number[]>()
  readonly #record: number[] = []
  readonly #recordsMax: number

  /** @param recordsMax after as many records it ends the reading with a {@link SurveyDone} */
  constructor(recordsMax = Number.POSITIVE_INFINITY) {
    this.#recordsMax = recordsMax
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.columns.length
    this.columns.push({ name, numbers: 0, texts: 0, first: null })
    this.#numbers.set(name, number)
    if (isStepName(name)) this.#together.set(number, [])
    return number
  }

  wants(): boolean {
    return true
  }

  put(column: number, cell: number | string): void {
    const value = cellNumber(cell)
    if (value === undefined) return
    const seen = this.columns[column] as SeenColumn
    if (value === null) {
      seen.texts++
      return
    }
    seen.numbers++
    seen.first ??= value
    this.#record.push(column)
  }

  end(_place: number, run?: string): void {
    this.records++
    if (run !== undefined) this.runs.add(run)
    for (const column of this.#record) {
      const counts = this.#together.get(column)
      if (counts !== undefined) for (const other of this.#record) counts[other] = (counts[other] ?? 0) + 1
    }
    this.#record.length = 0
    if (this.records >= this.#recordsMax) throw new SurveyDone()
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.facts[name] = value
  }

  note(): void {}

  find(name: string): number | undefined {
    return this.#numbers.get(name)
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
