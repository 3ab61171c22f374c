import type { FileMetaData, SchemaTree } from 'hyparquet'
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
      const names = plainColumns(metadata, parquetSchema(metadata))
      const isLong = names.includes('attribute_path') && names.includes('float_value')
      const wanted = isLong ? names.filter((name) => longColumns.has(name)) : names.filter((name) => recorder.wants(recorder.column(name)))
      const rowCount = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
      for (let start = 0; start < rowCount; start += rowsAtOnce) {
        const rowEnd = Math.min(rowCount, start + rowsAtOnce)
        const cells = new Map<string, unknown[]>()
        for (const name of wanted) {
          const rows = await parquetReadObjects({ file, metadata, compressors, columns: [name], rowStart: start, rowEnd })
          cells.set(
            name,
            rows.map((row) => row[name])
          )
        }
        const found = Math.max(0, ...Array.from(cells.values(), (list) => list.length))
        // Where pages hold fewer rows than the file says, nothing comes after them.
        if (found === 0) break
        for (let i = 0; i < found; i++) {
          const cell = (name: string) => cells.get(name)?.[i]
          if (isLong) {
            if (cell('attribute_type') !== 'float_series') continue
            put('step', cell('step'))
            put(String(cell('attribute_path')), cell('float_value'))
            recorder.end(start + i + 1, text(cell('custom_run_id') ?? cell('run_id')))
          } else {
            for (const name of wanted) put(name, cell(name))
            recorder.end(start + i + 1)
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

/** What is read of a table with a row for each value. */
const longColumns = new Set(['step', 'attribute_path', 'attribute_type', 'float_value', 'custom_run_id', 'run_id'])

/**
 * The columns that may hold numbers: those that are no lists and no records. Each is read alone, and its name stands once: where several are
 * read at once and one of them is broken, the library leaves failures of the others to nobody, which ends a process.
 * @throws Error where a file is not what it says
 */
function plainColumns({ row_groups: groups }: FileMetaData, { children }: SchemaTree): string[] {
  const names = children.map(({ element }) => element.name)
  const known = new Set(names)
  for (const { columns } of groups) {
    const paths = columns.map(({ meta_data: data }) => data?.path_in_schema ?? [])
    const areTwice = new Set(paths.map((path) => path.join('\0'))).size < paths.length
    if (areTwice || paths.some(([first]) => first === undefined || !known.has(first)))
      throw new Error('its columns are not those of its schema')
  }
  if (known.size < names.length) throw new Error('two columns have one name')
  return children.filter((child) => child.children.length === 0).map(({ element }) => element.name)
}

/** Rows as objects take many times the memory of the file. */
const rowsAtOnce = 50_000

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
