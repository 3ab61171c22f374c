import { type ApiOptions, createApi, dataOf, type Schemas } from './api.ts'
import { runIdOf } from './run-id.ts'

/** A run by its id, which has logged its losses; or a peak and the loss that training with it ended at. NaN and Infinity: it diverged. */
export type TriedPeak = string | { readonly peakLearningRate: number; readonly finalLoss: number; readonly steps?: number }

export interface PeakOptions extends ApiOptions {
  /** Which losses of runs by id. Default: those of evaluation where all have them, else of training. */
  loss?: 'loss' | 'eval-loss' | undefined
  /** Standard deviation of the final loss over seeds, > 0. Default: found from more than three runs. */
  noise?: number | undefined
  /** Another length, to which the best peak is carried over as a range. */
  steps?: number | undefined
}

/**
 * Finds the best peak learning rate of runs with different ones, by a parabola in its logarithm.
 * @returns the best with its interval, or null and what to try next where the runs do not bracket it; `detail` is the sentence to act on
 * @throws TaperProblem no such run, or one without losses or peak
 */
export async function bestPeak(runs: readonly TriedPeak[], options: PeakOptions = {}): Promise<Schemas['BestPeak']> {
  const { loss, noise, steps, ...api } = options
  const asked = await Promise.all(
    runs.map(async (run) =>
      typeof run === 'string'
        ? { runId: await runIdOf(run) }
        : { ...run, finalLoss: Number.isFinite(run.finalLoss) ? run.finalLoss : (String(run.finalLoss) as never) }
    )
  )
  const body = { runs: asked, ...(loss && { loss }), ...(noise !== undefined && { noise }), ...(steps !== undefined && { steps }) }
  return await dataOf(createApi(api).POST('/v1/peaks', { body }))
}
