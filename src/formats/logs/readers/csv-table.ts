import { invalid } from '../../../domain/problems.ts'
import { type CsvDialect, dialectOf, withPoint } from '../csv-dialect.ts'
import { eachRecord } from '../csv-records.ts'
import { headOf } from '../head.ts'
import { isStepName } from '../names/step-names.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { textNumber } from '../text-number.ts'

export const headerHint = 'Send a header line such as step,value and a row for each point.'

/**
 * A header and rows: W&B, TensorBoard, Lightning, Keras, MLflow, DeepSpeed, spreadsheets. Cells are separated by commas, semicolons, tabs,
 * pipes or blanks; a header that stands again is passed over, as are lines of remarks.
 */
export const csvTable: LogReader = {
  name: 'csv',
  title: 'a table',
  place: 'Line',
  recognises: ({ text }) => text !== null,
  read: async (source, recorder) => {
    const { text, isWhole } = await headOf(source)
    const dialect = dialectOf(text ?? '', isWhole)
    let rows: Rows | undefined
    await eachRecord(
      source.bytes(),
      (cells, line) => {
        if (rows === undefined) rows = new Rows(cells, dialect, recorder, line)
        else rows.take(cells, line)
      },
      dialect.delimiter
    )
    if (rows === undefined) throw invalid('', 'The body is empty.', headerHint)
  }
}

/** Names of the columns in which a table with a row for each metric says which metric and whose it is, as MLflow and ClearML write it. */
const metricColumns = new Set(['metric', 'metric_name', 'key', 'tag', 'name', 'variable'])
const runColumns = new Set(['run_id', 'run', 'run_uuid', 'run_name'])

class Rows {
  readonly #header: readonly string[]
  readonly #columns: readonly number[]
  readonly #recorder: Recorder
  readonly #hasDecimalComma: boolean
  /** Where a row names its metric, and where the value stands; null: each metric has a column. */
  readonly #long: { metric: number; value: number } | null
  readonly #run: number

  constructor(header: readonly string[], dialect: CsvDialect, recorder: Recorder, line: number) {
    this.#header = header.map((name) => name.trim())
    if (this.#header.every((name) => name === '' || textNumber(dialect.hasDecimalComma ? withPoint(name) : name) !== null)) {
      throw invalid('', `Line ${line}: the first line holds numbers; a header must come before them.`, headerHint)
    }
    this.#recorder = recorder
    this.#hasDecimalComma = dialect.hasDecimalComma
    const lower = this.#header.map((name) => name.toLowerCase())
    const metric = lower.findIndex((name) => metricColumns.has(name))
    const value = lower.indexOf('value')
    this.#long = metric !== -1 && value !== -1 && this.#header.some(isStepName) ? { metric, value } : null
    this.#run = this.#long === null ? -1 : lower.findIndex((name) => runColumns.has(name))
    this.#columns = this.#header.map((name, i) => (this.#long?.value === i || name === '' ? -1 : recorder.column(name)))
  }

  take(cells: string[], line: number): void {
    if (cells.length === this.#header.length && cells.every((cell, i) => cell.trim() === this.#header[i])) return
    const recorder = this.#recorder
    for (let i = 0; i < cells.length && i < this.#columns.length; i++) {
      const column = this.#columns[i]!
      if (column === -1 || !recorder.wants(column)) continue
      recorder.put(column, this.#cell(cells[i]!))
    }
    if (this.#long !== null) {
      const column = recorder.column((cells[this.#long.metric] ?? '').trim())
      if (recorder.wants(column)) recorder.put(column, this.#cell(cells[this.#long.value] ?? ''))
    }
    recorder.end(line, this.#run === -1 ? undefined : cells[this.#run]?.trim())
  }

  #cell(cell: string): string {
    return this.#hasDecimalComma ? withPoint(cell) : cell
  }
}
