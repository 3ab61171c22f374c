import type { NormLog } from './norm-log.ts'

export interface ReadOptions {
  /** The column (CSV) or field (NDJSON) that holds the norms, where it is not the usual one. */
  readonly column?: string
}

/** A body as the contract shows it. */
export interface LogExample {
  readonly summary?: string
  readonly value: unknown
}

/** One way in which the world writes gradient norms. The route, its documentation and the command line take all of it from here. */
export interface LogFormat {
  /** Unique: what `--input` of the command line takes. */
  readonly name: string
  readonly mediaType: string
  /** How names of such files end, without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** How the contract describes a body: by the schema of a log in JSON, as text, or as bytes. */
  readonly content: 'json' | 'text' | 'binary'
  /** Whether `column` can name what holds the norms. */
  readonly hasColumns: boolean
  /** Bodies for the contract, by name; none where it is binary. */
  readonly examples: Readonly<Record<string, LogExample>>
  /**
   * Reads a whole log from the bytes of its text, in slices that let other work pass between them.
   * @throws Problem `invalid-request` naming the first place that is wrong
   */
  readonly read: (chunks: AsyncIterable<Uint8Array>, options?: ReadOptions) => Promise<NormLog>
}
