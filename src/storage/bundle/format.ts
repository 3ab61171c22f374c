/**
 * A bundle: everything that a service has stored, as a tar that needs neither Taper nor PostgreSQL to be read. docs/bundle.md describes it.
 */

export const formatName = 'taper-bundle'
/** What a reader of a lower version would read wrongly is a new version. */
export const formatVersion = 1

/** The first file of a bundle, and the last: without the last one it is not whole. */
export const headFile = 'bundle.json'
export const manifestFile = 'manifest.json'

/** A column; of the type `bytea` the rows have its length in bytes, and a file beside them the bytes. */
export interface BundleColumn {
  name: string
  /** In PostgreSQL's words, e.g. "double precision". */
  type: string
}

export interface BundleTable {
  name: string
  /** No order is promised. */
  columns: BundleColumn[]
}

/** What is known before the first row. */
export interface BundleHead {
  format: string
  version: number
  /** Version of Taper that wrote it. */
  taper: string
  /** The last migration of the database, which says what its tables mean. */
  migration: string
  /** Version of PostgreSQL, e.g. "18.4". */
  postgres: string
  /** The moment as of which everything is, ISO 8601. */
  takenAt: string
  /** In the order of their rows in the bundle: what a row refers to comes before it. */
  tables: BundleTable[]
}

/** A part of a table: some of its rows, and their bytes beside them. */
export interface BundlePart {
  table: string
  rows: number
  files: { name: string; bytes: number; sha256: string }[]
}

export interface BundleManifest extends BundleHead {
  /** Rows by table. */
  rows: Record<string, number>
  parts: BundlePart[]
}

/** The name of the rows of a part. @param part counts from 0 */
export const rowsFile = (table: string, part: number): string => `${table}/${String(part).padStart(6, '0')}.ndjson.gz`

/** The name of the bytes of a column of a part. */
export const bytesFile = (table: string, part: number, column: string): string => `${table}/${String(part).padStart(6, '0')}.${column}.bin`

export const isBytes = ({ type }: BundleColumn): boolean => type === 'bytea'

/** A part ends when its rows or its bytes are so many: what a writer and a reader hold at a time. */
export const partRowBytes = 4 * 2 ** 20
export const partBytes = 16 * 2 ** 20
