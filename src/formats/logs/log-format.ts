import type { NormLog } from './norm-log.ts'

export interface ReadOptions {
  /** The column (CSV) or field (NDJSON) that holds the norms, where it is not the usual one. */
  readonly column?: string
}

/** One way in which the world writes gradient norms. */
export interface LogFormat {
  readonly name: 'json' | 'ndjson' | 'csv' | 'float64'
  readonly mediaType: string
  /**
   * Reads a whole log from the bytes of its text, in slices that let other work pass between them.
   * @throws Problem `invalid-request` naming the first place that is wrong
   */
  readonly read: (chunks: AsyncIterable<Uint8Array>, options?: ReadOptions) => Promise<NormLog>
}
