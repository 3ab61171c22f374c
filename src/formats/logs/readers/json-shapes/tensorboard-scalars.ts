import { jsonShape } from './json-shape.ts'

type Scalar = readonly [wallTime: number, step: number, value: number | string]

/** What TensorBoard's page downloads as JSON: `[[wall time, step, value], …]`, NaN as text. */
export const tensorboardScalars = jsonShape<readonly Scalar[]>({
  title: 'scalars that TensorBoard saved as JSON',
  fits: (document): document is readonly Scalar[] =>
    Array.isArray(document) &&
    document.length > 0 &&
    document.every((row) => Array.isArray(row) && row.length === 3 && typeof row[0] === 'number' && typeof row[1] === 'number'),
  put: (rows, recorder) => {
    const step = recorder.column('step')
    const value = recorder.column('value')
    for (const [index, row] of rows.entries()) {
      recorder.put(step, row[1])
      recorder.put(value, row[2])
      recorder.end(index + 1)
    }
  }
})
