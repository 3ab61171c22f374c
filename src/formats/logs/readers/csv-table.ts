import { invalid } from '../../../domain/problems.ts'
import { type CsvDialect, dialectOf, withoutThousands, withPoint } from '../csv-dialect.ts'
import { eachRecord } from '../csv-records.ts'
import { headOf } from '../head.ts'
import { isStepName } from '../names/step-names.ts'
import { PlainRow } from '../plain-row.ts'
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
      dialect.delimiter,
      (bytes, start, line) => rows?.plain?.take(bytes, start, line) ?? -1
    )
    if (rows === undefined) throw invalid('', 'The body is empty.', headerHint)
  }
}

/** Names of the columns in which a table with a row for each metric says which metric and whose it is, as MLflow and ClearML write it. */
const metricColumns = new Set(['metric', 'metric_name', 'key', 'tag', 'name', 'variable'])
const runColumns = ['run_id', 'run id', 'run_uuid', 'run_name', 'run']

class Rows {
  readonly #header: readonly string[]
  readonly #columns: readonly number[]
  readonly #recorder: Recorder
  readonly #hasDecimalComma: boolean
  /** Where a row names its metric, and where the value stands; null: each metric has a column. */
  readonly #long: { metric: number; variant: number; value: number } | null
  readonly #run: number
  /** Takes rows of decimal numbers at once; undefined where cells must be looked at one by one. */
  readonly plain: PlainRow | undefined

  constructor(header: readonly string[], dialect: CsvDialect, recorder: Recorder, line: number) {
    // pandas writes the index of its rows without a name, and reads it by this one.
    this.#header = header.map((name, i) => name.trim() || (i === 0 ? 'Unnamed: 0' : ''))
    if (header.every((name) => name.trim() === '' || textNumber(dialect.hasDecimalComma ? withPoint(name.trim()) : name.trim()) !== null)) {
      throw invalid('', `Line ${line}: the first line holds numbers; a header must come before them.`, headerHint)
    }
    this.#recorder = recorder
    this.#hasDecimalComma = dialect.hasDecimalComma
    const lower = this.#header.map((name) => name.toLowerCase())
    const metric = lower.findIndex((name) => metricColumns.has(name))
    const value = lower.indexOf('value')
    this.#long =
      metric !== -1 && value !== -1 && this.#header.some(isStepName) ? { metric, variant: lower.indexOf('variant'), value } : null
    this.#run = this.#long === null ? -1 : lower.indexOf(runColumns.find((name) => lower.includes(name)) ?? '\0')
    this.#columns = this.#header.map((name, i) => (this.#long?.value === i || name === '' ? -1 : recorder.column(name)))
    const isPlain = this.#long === null && !dialect.hasDecimalComma && dialect.delimiter !== null
    this.plain = isPlain ? new PlainRow(recorder, dialect.delimiter ?? ',', this.#columns) : undefined
  }

  take(cells: string[], line: number): void {
    if (
      cells.length === this.#header.length &&
      cells.every((cell, i) => cell.trim() === this.#header[i] || (i === 0 && cell.trim() === ''))
    )
      return
    const recorder = this.#recorder
    for (let i = 0; i < cells.length && i < this.#columns.length; i++) {
      const column = this.#columns[i]!
      if (column === -1 || !recorder.wants(column)) continue
      recorder.put(column, this.#cell(cells[i]!))
    }
    if (this.#long !== null) {
      const { metric, variant } = this.#long
      const name = [metric, variant].map((at) => cells[at]?.trim() ?? '').filter((part) => part !== '')
      const column = recorder.column(name.join('/'))
      if (recorder.wants(column)) recorder.put(column, this.#cell(cells[this.#long.value] ?? ''))
    }
    recorder.end(line, this.#run === -1 ? undefined : cells[this.#run]?.trim())
  }

  #cell(cell: string): string {
    return this.#hasDecimalComma ? withPoint(cell) : withoutThousands(cell)
  }
}
