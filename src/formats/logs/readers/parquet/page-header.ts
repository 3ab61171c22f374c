import type { CompactReader, Fields } from './compact-protocol.ts'

/** What the header of a page says of it. */
export interface PageHeader {
  readonly isDictionary: boolean
  /** Nulls too. */
  readonly values: number
  /** A number of the enumeration `Encoding`. */
  readonly encoding: number
  /** Bytes in the file, and unpacked; levels too. */
  readonly packed: number
  readonly unpacked: number
  /** Of a data page of version 2: levels stand before the values and are not packed. */
  readonly v2: { readonly levels: number; readonly nulls: number; readonly isPacked: boolean } | null
}

/** Numbers of fields and kinds of pages, as parquet.thrift has them. */
const page = { kind: 1, unpacked: 2, packed: 3, v1: 5, dictionary: 7, v2: 8 } as const
const kinds = { v1: 0, dictionary: 2, v2: 3 } as const
const v2 = { values: 1, nulls: 2, rows: 3, encoding: 4, definitionBytes: 5, repetitionBytes: 6, isPacked: 7 } as const

/**
 * Reads the header of a page; the reader then stands at its data.
 * @see https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
 * @throws RangeError where it is none, or a count is missing or negative
 */
export function readPageHeader(reader: CompactReader): PageHeader {
  const fields = reader.struct()
  const sizes = { packed: count(fields, page.packed, 'a packed size'), unpacked: count(fields, page.unpacked, 'an unpacked size') }
  const kind = fields.get(page.kind)
  if (kind === kinds.v2) {
    const part = struct(fields, page.v2)
    const levels = count(part, v2.definitionBytes, 'a size of levels') + count(part, v2.repetitionBytes, 'a size of levels')
    const values = count(part, v2.values, 'a number of values')
    const nulls = count(part, v2.nulls, 'a number of nulls')
    if (levels > Math.min(sizes.packed, sizes.unpacked)) throw new RangeError(`a page of ${sizes.packed} bytes claims ${levels} of levels`)
    if (nulls > values) throw new RangeError(`a page claims ${nulls} nulls among ${values} values`)
    if (count(part, v2.rows, 'a number of rows') !== values) throw new RangeError('a page has not a value for each row')
    const isPacked = part.get(v2.isPacked) !== false
    return { ...sizes, isDictionary: false, values, encoding: count(part, v2.encoding, 'an encoding'), v2: { levels, nulls, isPacked } }
  }
  if (kind !== kinds.v1 && kind !== kinds.dictionary) throw new RangeError(`a page is of the kind ${String(kind)}, which is not read`)
  const isDictionary = kind === kinds.dictionary
  const part = struct(fields, isDictionary ? page.dictionary : page.v1)
  return { ...sizes, isDictionary, values: count(part, 1, 'a number of values'), encoding: count(part, 2, 'an encoding'), v2: null }
}

function struct(fields: Fields, field: number): Fields {
  const found = fields.get(field)
  if (!(found instanceof Map)) throw new RangeError('the header of a page is not whole')
  return found
}

function count(fields: Fields, field: number, what: string): number {
  const found = fields.get(field)
  if (typeof found !== 'number' || found < 0) throw new RangeError(`a page claims ${what} of ${String(found)}`)
  return found
}
