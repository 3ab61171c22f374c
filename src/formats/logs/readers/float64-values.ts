import { float64 } from '../float64.ts'
import type { LogReader } from '../recorder.ts'

/** Norms alone, float64 and little-endian, in a file whose name ends in .f64: their bytes look like nothing else, and like everything. */
export const float64Values: LogReader = {
  name: 'float64',
  title: 'values in float64',
  place: 'Record',
  recognises: ({ name }) => name.toLowerCase().endsWith('.f64'),
  read: async (source, recorder) => {
    const { values } = await float64.read(source.bytes())
    const column = recorder.column('value')
    for (let i = 0; i < values.length; i++) {
      recorder.put(column, values[i]!)
      recorder.end(i)
    }
  }
}
