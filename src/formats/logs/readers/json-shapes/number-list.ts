import { jsonShape } from './json-shape.ts'

type Cell = number | string | null
type Numbers = readonly Cell[] | readonly (readonly [number, Cell])[]

const isCell = (cell: unknown): cell is Cell => typeof cell === 'number' || typeof cell === 'string' || cell === null
const isPair = (row: unknown): boolean => Array.isArray(row) && row.length === 2 && Number.isInteger(row[0]) && isCell(row[1])

/** Values alone, or pairs of a step and a value: `[7.0, 6.4]` and `[[0, 7.0], [10, 6.4]]`. */
export const numberList = jsonShape<Numbers>({
  title: 'a list of values, or of steps and values',
  fits: (document): document is Numbers =>
    Array.isArray(document) && document.length > 0 && (document.every((cell) => typeof cell === 'number') || document.every(isPair)),
  put: (rows, recorder) => {
    const value = recorder.column('value')
    for (const [index, row] of rows.entries()) {
      if (Array.isArray(row)) recorder.put(recorder.column('step'), row[0])
      const cell = Array.isArray(row) ? row[1] : row
      if (cell !== null) recorder.put(value, cell)
      recorder.end(index + 1)
    }
  }
})
