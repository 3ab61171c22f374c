import { invalid } from '../../../domain/problems.ts'
import { type CsvDialect, dialectOf, withoutThousands, withPoint } from '../csv-dialect.ts'
import { eachRecord } from '../csv-records.ts'
import { headOf } from '../head.ts'
import { meaningOf } from '../names/meaning.ts'
import { isStepName } from '../names/step-names.ts'
import { isPlain, type RecordRoles, rolesOf, splitPrefix } from '../record-roles.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { PlainRows } from '../scanner/plain-rows.ts'
import { Scanner } from '../scanner/scanner.ts'
import { textNumber } from '../text-number.ts'

export const headerHint = 'Send a header line such as step,value and a row for each point.'

/** `Loss: 2.31` and `lr=1e-4`, which a line of a console has between commas. */
const nameAndNumber = /[A-Za-z][\w ]*[:=]\s{0,8}[+-]?(?:\d|\.\d|nan\b|inf\b)/i
const consoleHint = 'No step was found in its lines. Print it as `step 10 | loss 2.31 | grad_norm 0.52`, or save a table with a header.'

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
    await Scanner.use((scanner) =>
      eachRecord(
        source.bytes(),
        (cells, line) => {
          if (rows !== undefined) {
            rows.take(cells, line)
            return
          }
          const header = headerInRemarks(text ?? '', dialect, cells)
          rows = new Rows(header ?? cells, dialect, recorder, line, scanner)
          if (header !== undefined) rows.take(cells, line)
        },
        dialect.delimiter,
        () => rows?.plain
      )
    )
    if (rows === undefined) throw invalid('', 'It is empty.', headerHint)
  }
}

/** The names that stand in the remark before rows of numbers, as NumPy's savetxt writes them: `# step loss`. */
function headerInRemarks(text: string, { delimiter }: CsvDialect, cells: readonly string[]): string[] | undefined {
  if (cells.some((cell) => textNumber(cell.trim()) === null)) return undefined
  const remarks = /^\ufeff?((?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))+)/.exec(text)?.[1]
  const last = remarks
    ?.trimEnd()
    .split(/[\r\n]+/)
    .at(-1)
    ?.replace(/^\s*#+\s*/, '')
  const names = delimiter === null ? last?.split(/\s+/) : last?.split(delimiter)
  return names?.length === cells.length ? names : undefined
}

/** The line below the header of a table in Markdown. */
const isRule = (cells: readonly string[]): boolean => cells.length > 1 && cells.every((cell) => /^\s*(?::?-{2,}:?)?\s*$/.test(cell))

class Rows {
  readonly #header: readonly string[]
  readonly #columns: readonly number[]
  /** The columns of records that are of an evaluation. */
  #evaluated: readonly number[] | undefined
  readonly #recorder: Recorder
  readonly #hasDecimalComma: boolean
  readonly #roles: RecordRoles
  /** Takes rows of decimal numbers at once; undefined where cells must be looked at one by one. */
  readonly plain: PlainRows | undefined

  constructor(header: readonly string[], dialect: CsvDialect, recorder: Recorder, line: number, scanner: Scanner) {
    // pandas writes the index of its rows without a name, and reads it by this one; of two columns of one name it calls the second so.
    const names = header.map((name, i) => name.trim() || (i === 0 ? 'Unnamed: 0' : ''))
    this.#header = names.map((name, i) => {
      const before = name === '' ? 0 : names.slice(0, i).filter((other) => other === name).length
      return before === 0 ? name : `${name}.${before}`
    })
    const isNumber = (name: string) => textNumber(dialect.hasDecimalComma ? withPoint(name.trim()) : name.trim()) !== null
    const filled = header.filter((name) => name.trim() !== '')
    const numbers = filled.filter(isNumber).length
    if (numbers === filled.length || (isNumber(filled[0] ?? '') && numbers > 1 && numbers >= filled.length / 2)) {
      throw invalid('', `Line ${line}: the first line holds numbers; a header must come before them.`, headerHint)
    }
    if (filled.filter((name) => nameAndNumber.test(name)).length > filled.length / 2) {
      throw invalid('', `Line ${line} is no header of a table: it has names with their numbers, as a program prints them.`, consoleHint)
    }
    refuseTableOfRuns(this.#header)
    this.#recorder = recorder
    this.#hasDecimalComma = dialect.hasDecimalComma
    this.#roles = rolesOf(this.#header)
    this.#columns = this.#header.map((name, i) => (this.#roles.value === i || name === '' ? -1 : recorder.column(name)))
    const isSimple = isPlain(this.#roles) && !dialect.hasDecimalComma && dialect.delimiter !== null
    this.plain = isSimple ? new PlainRows(scanner, recorder, dialect.delimiter ?? ',', this.#columns) : undefined
  }

  take(cells: string[], line: number): void {
    if (
      cells.length === this.#header.length &&
      cells.every(
        (cell, i) =>
          cell.trim() === this.#header[i]?.replace(/\.\d+$/, '') || cell.trim() === this.#header[i] || (i === 0 && cell.trim() === '')
      )
    )
      return
    if (isRule(cells) && cells.some((cell) => cell.trim() !== '')) return
    const recorder = this.#recorder
    if (cells.length > this.#columns.length) this.#refuseMore(cells, line)
    const { metric, variant, value, run, runPrefix, split } = this.#roles
    const prefix = split === -1 ? '' : splitPrefix(cells[split])
    const columns = prefix === '' ? this.#columns : this.#ofEvaluation(prefix)
    for (let i = 0; i < cells.length && i < columns.length; i++) {
      const column = columns[i]!
      if (column === -1 || !recorder.wants(column)) continue
      recorder.put(column, this.#cell(cells[i]!))
    }
    if (metric !== -1) {
      const name = [metric, variant].map((at) => cells[at]?.trim() ?? '').filter((part) => part !== '')
      const column = recorder.column(prefix + name.join('/'))
      if (recorder.wants(column)) recorder.put(column, this.#cell(cells[value] ?? ''))
    }
    const named = run === -1 ? undefined : cells[run]?.trim()
    recorder.end(line, named === undefined || named === '' ? undefined : runPrefix + named)
  }

  /** A comma that is part of a number, or an index without a name in the header, moves every cell to another column. */
  #refuseMore(cells: readonly string[], line: number): void {
    if (cells.slice(this.#columns.length).every((cell) => cell.trim() === '')) return
    throw invalid(
      '',
      `Line ${line} has ${cells.length} cells, and the header names ${this.#header.length} columns.`,
      'Name every column in the header, and write decimal points, or quote cells with commas.'
    )
  }

  #ofEvaluation(prefix: string): readonly number[] {
    this.#evaluated ??= this.#header.map((name, i) =>
      this.#columns[i] === -1 || isStepName(name) || meaningOf(name).kind === 'epoch'
        ? this.#columns[i]!
        : this.#recorder.column(prefix + name)
    )
    return this.#evaluated
  }

  #cell(cell: string): string {
    return this.#hasDecimalComma ? withPoint(cell) : withoutThousands(cell)
  }
}

/** @throws Problem `invalid-request` for a row for each run, as W&B's and MLflow's pages of runs save it: the last value of each is no log */
function refuseTableOfRuns(header: readonly string[]): void {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const isOfWandb = names.has('name') && names.has('state') && (names.has('created') || names.has('runtime'))
  const isOfMlflow = names.has('run_id') && (names.has('artifact_uri') || header.some((name) => name.startsWith('metrics.')))
  if (!isOfWandb && !isOfMlflow) return
  throw invalid(
    '',
    `The table has a row for each run, as the page of runs of ${isOfWandb ? 'Weights & Biases' : 'MLflow'} saves it: the last values alone.`,
    isOfWandb
      ? "Save the history of one run: the CSV of a chart, or run.history() of W&B's API."
      : 'Take the history of one run: its files in mlruns, or GET /api/2.0/mlflow/metrics/get-history.'
  )
}
