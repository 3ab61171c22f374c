import { type EvenNorms, evenNorms } from './even-grid.ts'
import type { LoggedNorms } from './logged-norms.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { medianNorms, type RunNorms, type SeveralRuns } from './several-runs.ts'
import { type SmoothedNorms, smooth, smoothAsReference } from './smoothing.ts'

/** Norms before and after the median filter. */
export interface PreparedNorms {
  readonly even: EvenNorms & { readonly several?: SeveralRuns }
  readonly smoothed: SmoothedNorms
}

/** What a refinement needs memory for besides its result. */
export type ScratchUse = 'norms' | 'losses' | 'level'

/** Provides an array for one use, with whatever is in it, for the duration of a refinement. */
export type Scratch = (length: number, use: ScratchUse) => Float64Array

export const freshScratch: Scratch = (length) => new Float64Array(length)

/**
 * Prepares norms for weighting: takes usable points at even spacing (the median of several runs), then median-filters them.
 * @throws Problem `too-few-norms`, `series-too-long`
 */
export function smoothedNorms(
  points: LoggedNorms | readonly RunNorms[],
  options: ResolvedRefinementOptions,
  scratch: Scratch = freshScratch
): PreparedNorms {
  const even = 'steps' in points ? evenNorms(points, options) : medianNorms(points, options)
  const filtered = scratch(even.values.length, 'norms')
  const { window } = options
  const smoothed = window === null ? smoothAsReference(even.values, filtered) : smooth(even.values, window, filtered)
  return { even, smoothed }
}
