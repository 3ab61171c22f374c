import type { SeriesName } from '../../domain/series.ts'
import type { SeriesReading } from '../../formats/logs/read-series.ts'
import type { SpooledBytes } from '../threads/spool.ts'

/** A file that was sent, and where its bytes lie in the spool. */
export interface SpooledFile {
  /** With its folders, as it was sent; empty where it has none. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What a person says of the columns, as plain data. */
export interface ReadingWishes {
  readonly map: readonly (readonly [SeriesName, string | null])[]
  readonly input?: string
  readonly step?: string
  readonly run?: string
}

/** Logs to read: of each its files, in the order that they are read. */
export interface ImportTask {
  readonly bytes: SpooledBytes
  readonly logs: readonly (readonly SpooledFile[])[]
  readonly wishes: ReadingWishes
  /** What points and files held as a whole may take. Bytes. */
  readonly memoryMax: number
  /** On shared memory, shape `[1]`: how far it is, from 0 to 1. */
  readonly progress?: Float64Array
}

/** The readings of logs, in their order. */
export interface ImportResult {
  readonly readings: readonly SeriesReading[]
}
