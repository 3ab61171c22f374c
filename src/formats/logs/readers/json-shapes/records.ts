import { isObject } from '../../lenient-json.ts'
import { isEvaluation } from '../../names/evaluation.ts'
import { putRecord } from '../../put-fields.ts'
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
      recorder.end(index + 1, putRecord(recorder, row))
    }
  }
})

function rowsIn(document: unknown): Rows | null {
  if (areRows(document)) return document
  if (!isObject(document)) return null
  const lists = Object.entries(document).filter((entry): entry is [string, Rows] => areRows(entry[1]))
  // Rows of an evaluation stand beside those of the training in a list of their own.
  const own = lists.length > 1 ? lists.filter(([name]) => !isEvaluation(name)) : lists
  return own.length === 1 ? own[0]![1] : null
}
