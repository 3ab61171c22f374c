import type { NumberTable } from './scanner/number-table.ts'

/** What a file says of the run beside its points. */
export interface LogFacts {
  totalSteps?: number
  optimizer?: string
  peakLearningRate?: number
  weightDecay?: number
  /** The norm that gradients were clipped to. */
  clipNorm?: number
}

/**
 * Takes down what a reader finds, record by record: a row of a table, a line of JSON or of a console, a scalar of an event file. A
 * record holds a cell for each column that it has, in any order.
 */
export interface Recorder {
  /** The number of a column, by the name that the file gives it. Names may come at any time. */
  column(name: string): number
  /** Whether cells of this column are used, or its numbers alone. A reader need not read, nor put, what is not. */
  wants(column: number): boolean | 'numbers'
  /** A cell of the record: a number, or text that may be one. */
  put(column: number, cell: number | string): void
  /** The record is complete. @param place where it stands, such as `Line 7` @param run whose it is, where the file names several */
  end(place: number, run?: string): void
  /** Takes many records of numbers at once, as `put` and `end` do one by one; absent where it knows no quicker way. @param place of the first */
  takeTable?(table: NumberTable, place: number): void
  /** Training went back: what was logged at this step and after it counts no more. */
  resume(step: number): void
  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void
  /** Something that a person should know of how the file was read, once. */
  note(text: string): void
}

/** A log that can be read from its beginning more than once. */
export interface LogSource {
  /** Its file's name, without folders; empty where it has none. */
  readonly name: string
  /** Its bytes, decompressed. */
  bytes(): AsyncIterable<Uint8Array>
  /** Told of memory that a reader is about to take for the file as a whole. Bytes. @throws where there is not so much */
  readonly grow?: (bytes: number) => void
  /** No more is unpacked of it: a small file may hold a very long one. Bytes. */
  readonly unpackedMax?: number
}

/** The first bytes of a source. */
export interface Head {
  /** The file's name, for formats that their bytes do not tell. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The same as text, where they are text; else null. */
  readonly text: string | null
  /** Whether these bytes are all. */
  readonly isWhole: boolean
}

/** One way in which the world writes logs. */
export interface LogReader {
  /** How its records are counted in messages. */
  readonly place: 'Line' | 'Record'
  /** Unique: what `--input` of the command line takes. */
  readonly name: string
  /** What people call it, with its article. */
  readonly title: string
  /** Its fields are found in running text, where a number whose name says nothing may be of anything. */
  readonly isText?: true
  /** Whether a file that begins so is of this kind. The first in the list that says so reads it. */
  readonly recognises: (head: Head) => boolean
  /**
   * Reads everything once, in slices that let other work pass.
   * @throws Problem `invalid-request` naming the first place that is wrong
   */
  readonly read: (source: LogSource, recorder: Recorder) => Promise<void>
}
