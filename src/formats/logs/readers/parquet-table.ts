import type { LogReader } from '../recorder.ts'

/**
 * A Parquet file: a history of Weights & Biases, an export of Neptune or trackio, a frame of pandas or polars. A column for each metric, or
 * a row for each value as Neptune writes it.
 */
export const parquetTable: LogReader = {
  name: 'parquet',
  title: 'a Parquet file',
  place: 'Record',
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1',
  read: async (source, recorder) => {
    // Loaded when a Parquet file is: seldom.
    const { readTable } = await import('./parquet/read-table.ts')
    await readTable(source, recorder)
  }
}
