import { isObject } from '../../lenient-json.ts'
import { isStepName } from '../../names/step-names.ts'
import type { Recorder } from '../../recorder.ts'
import { jsonShape } from './json-shape.ts'

type Cell = number | string | null
type Column = readonly Cell[] | Record<string, Cell>

const isCell = (cell: unknown): cell is Cell => typeof cell === 'number' || typeof cell === 'string' || cell === null
/** A list, or cells by the numbers of their rows. */
const isColumn = (value: unknown): value is Column =>
  Array.isArray(value)
    ? value.length > 0 && value.every(isCell)
    : isObject(value) &&
      Object.keys(value).length > 0 &&
      Object.keys(value).every((row) => /^\d+$/.test(row)) &&
      Object.values(value).every(isCell)
const cellsOf = (column: Column): readonly Cell[] => (Array.isArray(column) ? column : Object.values(column))

const hasColumns = (value: unknown): value is Record<string, unknown> => isObject(value) && Object.values(value).some(isColumn)

/**
 * A list for each column, or an object of row numbers as pandas' `to_json` writes it; also one such table for the training and one for its
 * evaluations. `steps` is the column of steps.
 */
export const columns = jsonShape<Record<string, unknown>>({
  title: 'a list for each column',
  fits: (document): document is Record<string, unknown> =>
    isObject(document) && (hasColumns(document) || Object.values(document).some(hasColumns)),
  put: (document, recorder) => {
    let records = putTable(document, '', recorder, 0)
    for (const [name, table] of Object.entries(document)) {
      if (hasColumns(table) && !isColumn(table)) records = putTable(table, `${name}/`, recorder, records)
    }
  }
})

/** @param before records that were put @returns how many records there are then */
function putTable(document: Record<string, unknown>, prefix: string, recorder: Recorder, before: number): number {
  const lists = Object.entries(document).flatMap(([name, column]) => (isColumn(column) ? [{ name, cells: cellsOf(column) }] : []))
  const { startStep, stride } = document
  const isEven = !('steps' in document) && (typeof startStep === 'number' || typeof stride === 'number')
  const steps = isEven ? undefined : lists.find(({ name }) => isStepName(name))
  const rows = steps?.cells.length ?? Math.max(0, ...lists.map(({ cells }) => cells.length))
  const others = lists.filter(({ cells }) => cells.length !== rows)
  if (others.length > 0) {
    const names = others.slice(0, 5).map(({ name, cells }) => `${JSON.stringify(prefix + name)} (${cells.length})`)
    recorder.note(`Lists that are not as long as the others (${rows}) were left out: ${names.join(', ')}${others.length > 5 ? ', …' : ''}.`)
  }
  const table = lists
    .filter(({ cells }) => cells.length === rows)
    .map(({ name, cells }) => ({ column: recorder.column(isStepName(name) ? name : prefix + name), cells }))
  const step = isEven ? recorder.column('step') : -1
  for (let row = 0; row < rows; row++) {
    for (const { column, cells } of table) {
      const cell = cells[row]
      if (cell !== null && cell !== undefined) recorder.put(column, cell)
    }
    if (isEven) recorder.put(step, (typeof startStep === 'number' ? startStep : 0) + row * (typeof stride === 'number' ? stride : 1))
    recorder.end(before + row + 1)
  }
  return before + rows
}
