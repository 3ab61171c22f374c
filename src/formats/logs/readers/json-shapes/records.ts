import { isObject } from '../../lenient-json.ts'
import { putFields } from '../../put-fields.ts'
import type { Recorder } from '../../recorder.ts'
import { jsonShape } from './json-shape.ts'

type Rows = readonly Record<string, unknown>[]

const areRows = (value: unknown): value is Rows => Array.isArray(value) && value.length > 0 && value.every(isObject)

/** A list of objects, alone or under one name: pandas' `orient="records"`, Taper's `points`, a history from MLflow's REST. */
export const records = jsonShape<Rows | Record<string, unknown>>({
  title: 'a list of records',
  fits: (document): document is Rows | Record<string, unknown> => rowsIn(document) !== null,
  put: (document, recorder) => {
    const { next_page_token: next } = document as { next_page_token?: unknown }
    if (typeof next === 'string' && next !== '') recorder.note('It is one page of a history, and says that another follows.')
    for (const [index, row] of (rowsIn(document) as Rows).entries()) {
      putRow(row, recorder)
      recorder.end(index + 1)
    }
  }
})

function rowsIn(document: unknown): Rows | null {
  if (areRows(document)) return document
  if (!isObject(document)) return null
  const lists = Object.values(document).filter(areRows)
  return lists.length === 1 ? lists[0]! : null
}

/** A row of MLflow names its metric, and its value is that of the metric. */
function putRow(row: Record<string, unknown>, recorder: Recorder): void {
  const { key, value, ...rest } = row
  if (typeof key !== 'string' || (typeof value !== 'number' && typeof value !== 'string')) {
    putFields(recorder, row)
    return
  }
  putFields(recorder, rest)
  recorder.put(recorder.column(key), value)
}
