import { type FileMetaData, parquetReadObjects, type SchemaElement } from 'hyparquet'
import { invalid } from '../../../../domain/problems.ts'
import { wholeBytes } from '../../binary/whole-bytes.ts'
import type { LogReader, LogSource } from '../../recorder.ts'
import { codecs as compressors } from './codecs.ts'
import { type ChunkSize, checkColumnChunk } from './column-chunk.ts'
import { plainColumns, readMetadata } from './metadata.ts'

/** Reads a Parquet file, after what it claims was checked against its size. */
export const readTable: LogReader['read'] = async (source, recorder) => {
  const bytes = await wholeBytes(source)
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end = bytes.length) => new Uint8Array(bytes.subarray(start, end)).buffer
  }
  try {
    const metadata = readMetadata(bytes)
    const columns = plainColumns(metadata)
    const names = columns.map(({ name }) => name)
    const isLong = names.includes('attribute_path') && names.includes('float_value')
    const wanted = columns.filter(({ name }) => (isLong ? longColumns.has(name) : recorder.wants(recorder.column(name))))
    const sizes = wanted.flatMap((column) => chunkSizes(bytes, metadata, column))
    const pageValues = sizes.reduce((most, size) => Math.max(most, size.pageValues), 0)
    growFor(sizes, pageValues, source.grow)
    const rowCount = wanted.length === 0 ? 0 : metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
    if (rowCount > rowsPerByteMax * bytes.length) throw new RangeError(`${bytes.length} bytes claim ${rowCount} rows`)
    // A page is unpacked again for each part of it.
    const rowsAtOnce = Math.max(rowsAtOnceMin, Math.min(rowsAtOnceMax, pageValues))
    const tables = wanted.map((column) => ({ column, metadata: ofOneColumn(metadata, column) }))
    for (let start = 0; start < rowCount; start += rowsAtOnce) {
      const rowEnd = Math.min(rowCount, start + rowsAtOnce)
      const cells = new Map<string, unknown[]>()
      for (const { column, metadata } of tables) {
        const rows = await parquetReadObjects({ file, metadata, compressors, columns: [column.name], rowStart: start, rowEnd })
        cells.set(
          column.name,
          rows.map((row) => row[column.name])
        )
      }
      for (let i = 0; i < rowEnd - start; i++) {
        const cell = (name: string) => cells.get(name)?.[i]
        if (isLong) {
          if (cell('attribute_type') !== 'float_series') continue
          put('step', cell('step'))
          put(String(cell('attribute_path')), cell('float_value'))
          recorder.end(start + i + 1, text(cell('custom_run_id') ?? cell('run_id')))
        } else {
          for (const { name } of wanted) put(name, cell(name))
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

/** What is read of a table with a row for each value. */
const longColumns = new Set(['step', 'attribute_path', 'attribute_type', 'float_value', 'custom_run_id', 'run_id'])

/** Sizes of a column in each row group. @throws RangeError naming the column and the row group that is wrong */
function chunkSizes(bytes: Buffer, { row_groups: groups }: FileMetaData, column: SchemaElement): ChunkSize[] {
  return groups.map((group, i) => {
    try {
      return checkColumnChunk(bytes, group, column)
    } catch (error) {
      throw new RangeError(`in row group ${i + 1}, column ${JSON.stringify(column.name)}, ${(error as Error).message}`, { cause: error })
    }
  })
}

function growFor(sizes: readonly ChunkSize[], pageValues: number, grow: LogSource['grow']): void {
  const unpacked = sizes.reduce((most, size) => Math.max(most, size.bytes), 0)
  grow?.(unpacked + bytesPerValue * pageValues)
}

/**
 * The same file as if it had no other column. Where several are read at once and one of them is broken, the library leaves failures of the
 * others to nobody, which ends a process.
 */
const ofOneColumn = (metadata: FileMetaData, column: SchemaElement): FileMetaData => ({
  ...metadata,
  schema: [{ ...metadata.schema[0]!, num_children: 1 }, column],
  row_groups: metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.filter(({ meta_data: data }) => data?.path_in_schema[0] === column.name)
  }))
})

/** Rows as objects take many times the memory of the file. */
const rowsAtOnceMin = 50_000
const rowsAtOnceMax = 200_000

/** Of the page that is unpacked: its level, its value as it stands and as it is read, and its row. */
const bytesPerValue = 64

/** Runs of one value take next to nothing, but steps and norms that change do. */
const rowsPerByteMax = 1032

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
