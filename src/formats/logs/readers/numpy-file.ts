import { invalid } from '../../../domain/problems.ts'
import { isNumpy, type NumpyArray, readNumpy } from '../binary/numpy-array.ts'
import { wholeBytes } from '../binary/whole-bytes.ts'
import { isZip, zipEntries } from '../binary/zip-entries.ts'
import type { LogReader, LogSource, Recorder } from '../recorder.ts'

/**
 * Arrays that NumPy saved: one of norms in a .npy file, of shape `[n]`, or `[n, 2]` with the steps before them; in a .npz file an array for
 * each column, of one length, by name.
 */
export const numpyFile: LogReader = {
  name: 'numpy',
  title: 'a file of NumPy',
  place: 'Record',
  recognises: ({ bytes, name }) => isNumpy(bytes) || (isZip(bytes) && /\.npz$/i.test(name)),
  read: async (source, recorder) => {
    const bytes = await wholeBytes(source)
    try {
      putAll(bytes, recorder, source.grow)
    } catch (error) {
      if (error instanceof RangeError) throw invalid('', 'The NumPy file is cut off or broken.')
      throw error
    }
  }
}

function putAll(bytes: Buffer, recorder: Recorder, grow: LogSource['grow']): void {
  if (isNumpy(bytes)) putArray(readNumpy(bytes), recorder)
  else {
    const arrays = zipEntries(bytes, grow).filter(({ name }) => name.endsWith('.npy'))
    putColumns(new Map(arrays.map(({ name, bytes: array }) => [name.slice(0, -'.npy'.length), readNumpy(array)])), recorder)
  }
}

function putArray({ shape, values }: NumpyArray, recorder: Recorder): void {
  if (shape.length === 1) putColumns(new Map([['value', { shape, values }]]), recorder)
  else if (shape.length === 2 && shape[1] === 2) {
    const length = shape[0] as number
    const column = (at: number) => ({ shape: [length], values: Float64Array.from({ length }, (_, i) => values[2 * i + at]!) })
    putColumns(
      new Map([
        ['step', column(0)],
        ['value', column(1)]
      ]),
      recorder
    )
  } else
    throw invalid('', `The array has the shape (${shape.join(', ')}).`, 'Save norms of shape (n,), or steps and norms of shape (n, 2).')
}

function putColumns(arrays: ReadonlyMap<string, NumpyArray>, recorder: Recorder): void {
  const columns = [...arrays].filter(([, { shape }]) => shape.length === 1)
  const length = Math.max(0, ...columns.map(([, { values }]) => values.length))
  const table = columns
    .filter(([, { values }]) => values.length === length)
    .map(([name, { values }]) => ({ column: recorder.column(name), values }))
  for (let i = 0; i < length; i++) {
    for (const { column, values } of table) recorder.put(column, values[i]!)
    recorder.end(i)
  }
}
