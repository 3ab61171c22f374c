import { isObject } from '../../lenient-json.ts'
import { putRecord } from '../../put-fields.ts'
import { jsonShape } from './json-shape.ts'

type Records = Record<string, Record<string, unknown>>

/** Records by a number, as `{"10": {"loss": 2.1}}` and pandas' `orient="index"`: what the number is, only the records or a person say. */
export const recordsByNumber = jsonShape<Records>({
  title: 'records by a number',
  fits: (document): document is Records =>
    isObject(document) &&
    Object.keys(document).length > 0 &&
    Object.entries(document).every(([number, fields]) => /^\d+$/.test(number) && isObject(fields)),
  put: (document, recorder) => {
    const index = recorder.column('index')
    for (const [at, [number, fields]] of Object.entries(document).entries()) {
      recorder.put(index, number)
      recorder.end(at + 1, putRecord(recorder, fields))
    }
  }
})
