import type { Points } from '../../domain/gradient-norm.ts'
import type { BesideReading } from './read-beside.ts'
import type { LogFacts } from './recorder.ts'

/** The norms of a log, and all that a person must know of how they were found. */
export interface NormReading {
  readonly format: string
  /** What was read from where; `step` is null where the points were numbered in order. Null: there is nothing in it. */
  readonly columns: { readonly step: string | null; readonly value: string } | null
  /** Which norm the column holds, by its name; null: the name does not say. */
  readonly norm: 'l1' | 'l2' | 'linf' | null
  /** The norms of the whole gradient that the log has, whichever was read. */
  readonly norms: readonly ('l1' | 'l2')[]
  readonly points: Points
  /** What was wished and found beside the norms. */
  readonly beside?: readonly BesideReading[]
  readonly facts: LogFacts
  readonly notes: readonly string[]
}
