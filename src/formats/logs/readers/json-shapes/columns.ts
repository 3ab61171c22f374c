import { isObject } from '../../lenient-json.ts'
import { jsonShape } from './json-shape.ts'

type Column = readonly (number | string | null)[] | Record<string, number | string | null>

const isCell = (cell: unknown): boolean => typeof cell === 'number' || typeof cell === 'string' || cell === null
const isColumn = (value: unknown): value is Column =>
  Array.isArray(value)
    ? value.length > 0 && value.every(isCell)
    : isObject(value) && Object.values(value).length > 0 && Object.values(value).every(isCell)
const cellsOf = (column: Column): (number | string | null)[] => (Array.isArray(column) ? [...column] : Object.values(column))

/** A list for each column, or an object of row numbers as pandas' `to_json` writes it. `steps` is the column of steps. */
export const columns = jsonShape<Record<string, unknown>>({
  title: 'a list for each column',
  fits: (document): document is Record<string, unknown> => isObject(document) && Object.values(document).some(isColumn),
  put: (document, recorder) => {
    const lists = Object.entries(document).filter((entry): entry is [string, Column] => isColumn(entry[1]))
    const table = lists.map(([name, column]) => ({ column: recorder.column(name), cells: cellsOf(column) }))
    const { startStep, stride } = document
    const isEven = !('steps' in document) && (typeof startStep === 'number' || typeof stride === 'number')
    const step = isEven ? recorder.column('step') : -1
    const rows = Math.max(...table.map(({ cells }) => cells.length))
    for (let row = 0; row < rows; row++) {
      for (const { column, cells } of table) {
        const cell = cells[row]
        if (cell !== null && cell !== undefined) recorder.put(column, cell)
      }
      if (isEven) recorder.put(step, (typeof startStep === 'number' ? startStep : 0) + row * (typeof stride === 'number' ? stride : 1))
      recorder.end(row + 1)
    }
  }
})
