import type { ColumnMetaData, RowGroup, SchemaElement } from 'hyparquet'
import { codecs } from './codecs.ts'
import { CompactReader } from './compact-protocol.ts'
import { type PageHeader, readPageHeader } from './page-header.ts'
import { type ColumnShape, checkValues, checkWidth } from './page-values.ts'

/** Values of a page, which is unpacked as a whole: writers begin a new one after a mebibyte, and 20 000 rows or some millions. */
const pageValuesMax = 2 ** 24

/** Unpacked bytes of a page, and of the text that prefixes spare in it. */
const pageBytesMax = 2 ** 28

/** Deflate packs no better than this; Zstandard and Brotli may, and then only what is small. @see https://zlib.net/zlib_tech.html */
const ratioMax = 1032
const smallBytes = 2 ** 24

/** What reading a column of a row group takes. */
export interface ChunkSize {
  readonly rows: number
  /** Of the page that has most. */
  readonly pageValues: number
  readonly bytes: number
}

/**
 * Checks what the metadata and the pages of a column claim against the bytes that there are. A decoder takes memory for what they claim:
 * a run of 2³⁰ values in five bytes ends the whole process, because V8 ends it where an array grows too long.
 * @param file all its bytes
 * @throws RangeError naming what is wrong
 */
export function checkColumnChunk(file: Buffer, group: RowGroup, element: SchemaElement): ChunkSize {
  const rows = Number(group.num_rows)
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`it claims ${group.num_rows} rows`)
  if (rows === 0) return { rows, pageValues: 0, bytes: 0 }
  const chunk = bytesOf(file, chunkOf(group, element.name))
  const reader = new CompactReader(chunk)
  let values = 0
  let pageValues = 0
  let bytes = 0
  const isUnpackedMax = Math.max(pageBytesMax, ratioMax * chunk.length)
  while (values < rows && reader.at < chunk.length - 1) {
    const header = readPageHeader(reader)
    if (header.packed > chunk.length - reader.at) throw new RangeError(`a page claims ${header.packed} bytes and ends before`)
    const packed = chunk.subarray(reader.at, reader.at + header.packed)
    reader.at += header.packed
    checkPage(packed, header, rows, codecOf(group, element.name), shapeOf(element))
    bytes += header.unpacked
    if (bytes > isUnpackedMax) throw new RangeError(`${chunk.length} bytes claim to be more than ${isUnpackedMax} unpacked`)
    if (header.isDictionary) continue
    values += header.values
    pageValues = Math.max(pageValues, header.values)
  }
  if (values < rows) throw new RangeError(`it claims ${rows} rows and has pages of ${values}`)
  return { rows, pageValues, bytes }
}

function checkPage(packed: Buffer, header: PageHeader, rows: number, codec: ColumnMetaData['codec'], column: ColumnShape): void {
  const { unpacked } = header
  if (unpacked > pageBytesMax || unpacked > Math.max(smallBytes, ratioMax * packed.length))
    throw new RangeError(`a page of ${packed.length} bytes claims to be ${unpacked} unpacked`)
  if (header.isDictionary) checkWidth(unpacked, header.values, column)
  else if (header.values > Math.min(rows, pageValuesMax))
    throw new RangeError(`a page claims ${header.values} values${header.values > rows ? `, of ${rows} rows` : ''}`)
  if (header.isDictionary) return
  const levels = packed.subarray(0, header.v2?.levels ?? 0)
  const rest = packed.subarray(levels.length)
  const isPacked = header.v2 === null || (header.v2.isPacked && unpacked > levels.length)
  checkValues(isPacked ? unpack(rest, unpacked - levels.length, codec) : rest, levels, header, column, pageBytesMax)
}

function unpack(packed: Buffer, length: number, codec: ColumnMetaData['codec']): Buffer {
  if (codec === 'UNCOMPRESSED') return packed
  const decompress = codecs[codec]
  if (decompress === undefined) throw new RangeError(`its compression ${String(codec)} is not read`)
  const bytes = decompress(packed, length)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** @throws RangeError where a row group does not have the column */
function chunkOf({ columns }: RowGroup, name: string): ColumnMetaData {
  const found = columns.find(({ meta_data: data }) => data?.path_in_schema.length === 1 && data.path_in_schema[0] === name)?.meta_data
  if (found === undefined) throw new RangeError('it is missing')
  return found
}

const codecOf = (group: RowGroup, name: string) => chunkOf(group, name).codec

function bytesOf(
  file: Buffer,
  { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: size }: ColumnMetaData
) {
  const start = Number(dictionary || data)
  const length = Number(size)
  if (!(start >= 0 && length >= 0 && start + length <= file.length))
    throw new RangeError(`it claims ${length} bytes at ${start} of ${file.length}`)
  return file.subarray(start, start + length)
}

const shapeOf = ({ type, type_length: typeLength, repetition_type: repetition }: SchemaElement): ColumnShape => ({
  type,
  typeLength,
  isOptional: repetition !== 'REQUIRED'
})
