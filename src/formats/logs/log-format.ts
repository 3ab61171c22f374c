import type { ColumnWishes } from './choose-columns.ts'
import type { NormLog } from './norm-log.ts'

/** What is said of the columns of a log; the rest is found by name. */
export type ReadOptions = ColumnWishes

/** A body as the contract shows it. */
export interface LogExample {
  readonly summary?: string
  readonly value: unknown
}

/** A body that gradient norms can be sent in. The route and its documentation take all of it from here. */
export interface LogFormat {
  /** Unique. */
  readonly name: string
  readonly mediaType: string
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
