import { type FileMetaData, parquetMetadata, type SchemaElement } from 'hyparquet'
import { CompactReader } from './compact-protocol.ts'

/** The length of the metadata, and "PAR1" again. */
const tailBytes = 8

/** @throws Error where there is none, or it claims more than its bytes hold */
export function readMetadata(bytes: Buffer): FileMetaData {
  const length = bytes.length < tailBytes ? 0 : bytes.readUInt32LE(bytes.length - tailBytes)
  if (length > 0 && length <= bytes.length - tailBytes)
    new CompactReader(bytes.subarray(bytes.length - tailBytes - length, -tailBytes)).struct()
  return parquetMetadata(bytes, { geoparquet: false })
}

/**
 * The columns that may hold numbers: those that are no lists and no records.
 * @throws Error where a file is not what it says
 */
export function plainColumns({ schema, row_groups: groups }: FileMetaData): SchemaElement[] {
  const columns = topElements(schema)
  const known = new Set(columns.map(({ name }) => name))
  for (const { columns: chunks } of groups) {
    const paths = chunks.map(({ meta_data: data }) => data?.path_in_schema ?? [])
    const areTwice = new Set(paths.map((path) => path.join('\0'))).size < paths.length
    if (areTwice || paths.some(([first]) => first === undefined || !known.has(first)))
      throw new Error('its columns are not those of its schema')
  }
  if (known.size < columns.length) throw new Error('two columns have one name')
  return columns.filter(
    ({ type, num_children: children, repetition_type: repetition, logical_type: logical }) =>
      type !== undefined && !children && repetition !== 'REPEATED' && !(logical !== undefined && unread.has(logical.type))
  )
}

/** What holds no numbers, and is much work to read. */
const unread = new Set(['GEOMETRY', 'GEOGRAPHY', 'VARIANT', 'BSON'])

/** The elements below the root; a tree is written as a list, each element before its children. */
function topElements(schema: readonly SchemaElement[]): SchemaElement[] {
  const top: SchemaElement[] = []
  let left = schema[0]?.num_children ?? 0
  let below = 0
  for (const element of schema.slice(1)) {
    const children = element.num_children ?? 0
    if (children < 0 || children > schema.length) throw new Error(`its schema claims ${children} columns in one`)
    if (below === 0) {
      if (left-- <= 0) break
      top.push(element)
      below = children
    } else below += children - 1
  }
  if (left > 0 || below > 0) throw new Error('its schema ends before its columns')
  return top
}
