import { isObject } from '../../lenient-json.ts'
import type { Recorder } from '../../recorder.ts'
import { jsonShape } from './json-shape.ts'

type Scalar = readonly [wallTime: number, step: number, value: number | string]

const areScalars = (value: unknown): value is readonly Scalar[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => Array.isArray(row) && row.length === 3 && typeof row[0] === 'number' && typeof row[1] === 'number')

/** What TensorBoard's page downloads as JSON: `[[wall time, step, value], …]`, NaN as text. */
export const tensorboardScalars = jsonShape<readonly Scalar[]>({
  title: 'scalars that TensorBoard saved as JSON',
  fits: areScalars,
  put: (rows, recorder) => putScalars(rows, 'value', recorder, 0)
})

/** The same for several tags at once, by their names. */
export const tensorboardTags = jsonShape<Record<string, unknown>>({
  title: 'scalars of TensorBoard by their tags',
  fits: (document): document is Record<string, unknown> => isObject(document) && Object.values(document).some(areScalars),
  put: (document, recorder) => {
    let records = 0
    for (const [tag, rows] of Object.entries(document)) {
      if (!areScalars(rows)) continue
      putScalars(rows, tag, recorder, records)
      records += rows.length
    }
  }
})

function putScalars(rows: readonly Scalar[], tag: string, recorder: Recorder, before: number): void {
  const step = recorder.column('step')
  const value = recorder.column(tag)
  for (const [index, row] of rows.entries()) {
    recorder.put(step, row[1])
    recorder.put(value, row[2])
    recorder.end(before + index + 1)
  }
}
