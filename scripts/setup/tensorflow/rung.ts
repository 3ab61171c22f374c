import type { Progress } from '../progress.ts'
import type { TensorflowChoice } from './choice.ts'
import type { Libraries } from './libraries.ts'

/** What all rungs know. */
export interface Situation {
  /** Where TensorFlow is kept; locked, so that nobody else writes there. */
  cache: string
  /** Which build is wanted; `auto` is decided. */
  device: Exclude<TensorflowChoice, 'auto' | 'skip'>
  /** What keeps the addon from being built here, or null. */
  missingForBuild: string | null
  /** The whole output of the programs that ran. */
  log: string[]
  progress: Progress
}

/** A rung gives libraries to build the addon against, or a finished addon, or the reason why it gives nothing. */
export type Step = { libraries: Libraries } | { addon: string } | { reason: string }

/** One way to come by TensorFlow. */
export interface Rung {
  /** As the reason for its failing begins, e.g. "the cache". */
  name: string
  climb(situation: Situation): Promise<Step>
}
