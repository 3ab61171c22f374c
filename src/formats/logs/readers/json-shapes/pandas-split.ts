import { isObject } from '../../lenient-json.ts'
import { jsonShape } from './json-shape.ts'

interface Split {
  columns: string[]
  data: unknown[][]
}

/** What pandas' `to_json(orient="split")` writes: the names of columns, and a list for each row. */
export const pandasSplit = jsonShape<Split>({
  title: 'a table that pandas split into columns and data',
  fits: (document): document is Split =>
    isObject(document) &&
    Array.isArray(document.columns) &&
    document.columns.every((name) => typeof name === 'string') &&
    Array.isArray(document.data) &&
    document.data.length > 0 &&
    document.data.every((row) => Array.isArray(row)),
  put: ({ columns, data }, recorder) => {
    const numbers = columns.map((name) => recorder.column(name))
    for (const [index, row] of data.entries()) {
      for (const [at, column] of numbers.entries()) {
        const cell = row[at]
        if (typeof cell === 'number' || typeof cell === 'string') recorder.put(column, cell)
      }
      recorder.end(index + 1)
    }
  }
})
