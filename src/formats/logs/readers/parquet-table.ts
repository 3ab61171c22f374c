import { invalid } from '../../../domain/problems.ts'
import { wholeBytes } from '../binary/whole-bytes.ts'
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
    const [{ parquetMetadata, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
      import('hyparquet'),
      import('hyparquet-compressors')
    ])
    const bytes = await wholeBytes(source)
    const buffer = new Uint8Array(bytes).buffer
    const file = { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) }
    try {
      const metadata = parquetMetadata(buffer)
      const names = parquetSchema(metadata).children.map(({ element }) => element.name)
      const isLong = names.includes('attribute_path') && names.includes('float_value')
      const rowCount = Number(metadata.num_rows)
      let place = 0
      for (let start = 0; start < rowCount; start += rowsAtOnce) {
        const rows = await parquetReadObjects({
          file,
          metadata,
          compressors,
          rowStart: start,
          rowEnd: Math.min(rowCount, start + rowsAtOnce)
        })
        for (const row of rows) {
          place++
          if (isLong) {
            if (row.attribute_type !== 'float_series') continue
            put('step', row.step)
            put(String(row.attribute_path), row.float_value)
            recorder.end(place, text(row.custom_run_id ?? row.run_id))
          } else {
            for (const name of names) put(name, row[name])
            recorder.end(place)
          }
        }
      }
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'Problem' || error.name === 'SurveyDone') throw error
      throw invalid('', `The Parquet file cannot be read: ${error.message}.`)
    }

    function put(name: string, cell: unknown): void {
      if (typeof cell !== 'number' && typeof cell !== 'bigint' && typeof cell !== 'string') return
      const column = recorder.column(name)
      if (recorder.wants(column)) recorder.put(column, typeof cell === 'bigint' ? Number(cell) : cell)
    }
  }
}

/** Rows as objects take many times the memory of the file. */
const rowsAtOnce = 50_000

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
