import type { Recorder } from '../../recorder.ts'

/** One way to lay out a log in one JSON document. */
export interface JsonShape {
  /** What people call it, as "a trainer_state.json of Transformers". */
  readonly title: string
  readonly fits: (document: unknown) => boolean
  /** Puts every record; the document fits. */
  readonly put: (document: never, recorder: Recorder) => void
}

/** A shape whose check says what its document is. */
export const jsonShape = <Document>(shape: {
  title: string
  fits: (document: unknown) => document is Document
  put: (document: Document, recorder: Recorder) => void
}): JsonShape => shape as JsonShape
