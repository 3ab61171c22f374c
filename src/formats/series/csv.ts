import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { eachRecord } from '../logs/csv-records.ts'
import { textNumber } from '../logs/text-number.ts'
import { SeriesBuilder, type SeriesLog, seriesNamed } from './series-log.ts'

const headerHint = 'Send a header line such as step,l2,loss and a row for each step.'

/**
 * A header of `step` and names of series, in any order, and a row for each step. An empty cell is no point.
 * @throws Problem `invalid-request` naming the first place that is wrong, as `/3/loss` in the fourth row
 */
export async function readCsvSeries(chunks: AsyncIterable<Uint8Array>): Promise<SeriesLog> {
  let table: Table | undefined
  await eachRecord(chunks, (cells, line) => {
    if (table === undefined) table = new Table(cells, line)
    else table.add(cells, line)
  })
  if (table === undefined) throw invalid('', 'The body is empty.', headerHint)
  return table.log.finish()
}

class Table {
  readonly log = new SeriesBuilder()
  readonly #step: number
  readonly #columns: readonly (SeriesName | null)[]
  #rows = 0

  constructor(header: readonly string[], line: number) {
    const names = header.map((cell) => cell.trim())
    this.#step = names.indexOf('step')
    if (this.#step === -1) throw invalid('', `Line ${line}: the header has no column step.`, headerHint)
    this.#columns = names.map((name, i) => {
      if (names.indexOf(name) !== i) throw invalid('', `Line ${line}: the column ${JSON.stringify(name)} stands twice.`)
      return i === this.#step ? null : seriesNamed(name, pointerTo('', name), `Line ${line}: `)
    })
    for (const name of this.#columns) if (name !== null) this.log.name(name)
    if (names.length === 1) throw invalid('', `Line ${line}: the header names no series.`, headerHint)
  }

  add(cells: readonly string[], line: number): void {
    const at = `/${this.#rows++}`
    const prefix = `Line ${line}: `
    if (cells.length !== this.#columns.length) {
      throw invalid(at, `${prefix}There are ${cells.length} cells, and ${this.#columns.length} columns.`)
    }
    const step = (cells[this.#step] as string).trim()
    this.log.step(step === '' ? step : (textNumber(step) ?? step), () => ({ pointer: () => `${at}/step`, prefix }))
    for (const [i, name] of this.#columns.entries()) {
      if (name === null) continue
      const cell = (cells[i] as string).trim()
      if (cell !== '') this.log.value(name, numberOf(cell), () => ({ pointer: () => `${at}/${name}`, prefix }))
    }
  }
}

/** A cell as JSON would have it: infinities and NaN are words there. */
function numberOf(cell: string): number | string {
  const number = textNumber(cell)
  if (number === null) return Number.isNaN(Number(cell)) ? cell : Number(cell)
  return Number.isFinite(number) ? number : String(number)
}
