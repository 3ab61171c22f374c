import { type Static, Type } from 'typebox'
import { float } from './float.ts'
import { orNull } from './or-null.ts'
import { RunId } from './run.ts'

/** Most runs of a request. */
const runsMax = 1000

const peak = (description: string) => Type.Number({ exclusiveMinimum: 0, description })
const steps = (description: string) => Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description })
const range = (description: string) =>
  Type.Object({ low: Type.Number({ minimum: 0 }), high: Type.Number({ minimum: 0 }) }, { additionalProperties: false, description })

export const PeakRequest = Type.Object(
  {
    runs: Type.Array(
      Type.Object(
        {
          runId: Type.Optional(RunId),
          peakLearningRate: Type.Optional(peak('Default: that of the run.')),
          finalLoss: Type.Optional(
            float(
              'Default: the last evaluation loss of the run, or the median of its last 5 % of losses. "NaN" or "Infinity": it diverged.'
            )
          ),
          steps: Type.Optional(steps('Length of the run. Default: its totalSteps.'))
        },
        { additionalProperties: false }
      ),
      { minItems: 1, maxItems: runsMax, description: 'Runs of one length that differ in their peaks, and in their seeds.' }
    ),
    loss: Type.Optional(
      Type.Enum(['loss', 'eval-loss'], {
        description: 'Which losses of runs by id. Default: those of evaluation where all have them, else of training.'
      })
    ),
    noise: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        description: 'Standard deviation of the final loss over seeds. Default: found from more than three runs.'
      })
    ),
    steps: Type.Optional(steps('Another length, to which the best peak is carried over.'))
  },
  { $id: 'PeakRequest', additionalProperties: false, description: 'Runs with different peak learning rates.' }
)
export type PeakRequest = Static<typeof PeakRequest>

export const BestPeak = Type.Object(
  {
    best: orNull(
      Type.Object(
        {
          peakLearningRate: peak('The minimum of the parabola.'),
          finalLoss: Type.Number({ description: 'The loss there, by the parabola.' }),
          interval: orNull(
            range('Holds the best peak in 90 of 100 cases, if the parabola is right; null where the noise is not known, or too large.')
          )
        },
        { additionalProperties: false, description: 'The best peak; null where the runs do not bracket it.' }
      )
    ),
    atEdge: orNull(Type.Enum(['low', 'high'], { description: 'The end of what was tried at which the loss is least.' })),
    try: Type.Array(peak('A peak.'), { description: 'Peaks to try next, the most useful first.' }),
    fit: orNull(
      Type.Object(
        {
          peaks: Type.Integer({ minimum: 3, description: 'Different peaks that the parabola is fitted to.' }),
          runs: Type.Integer({ minimum: 3, description: 'Their runs.' }),
          curvature: Type.Number({ description: 'c₂ of L = c₀ + c₁ ln γ + c₂ (ln γ)².' }),
          noise: orNull(
            Type.Number({ minimum: 0, description: 'Standard deviation of the final loss at one peak; null where nothing tells it.' })
          )
        },
        { additionalProperties: false, description: 'The parabola in ln γ, of peaks within a factor of 8 of the best.' }
      )
    ),
    horizon: orNull(
      Type.Object(
        {
          steps: steps('The length that was asked for.'),
          fromSteps: steps('That of the runs.'),
          low: Type.Number({ minimum: 0 }),
          high: Type.Number({ minimum: 0 })
        },
        {
          additionalProperties: false,
          description: 'The best peak over `steps`: from T^−½ of convex theory to T^−0.32 as measured. A range, not a forecast.'
        }
      )
    ),
    diverged: Type.Integer({ minimum: 0, description: 'Runs whose loss is not finite.' }),
    runs: Type.Array(
      Type.Object(
        { runId: orNull(RunId), peakLearningRate: peak('As used.'), finalLoss: float('As used.'), steps: orNull(steps('Its length.')) },
        { additionalProperties: false }
      ),
      { description: 'What was read of each run.' }
    ),
    detail: Type.String({ description: 'What to do, in a sentence.' }),
    warnings: Type.Array(
      Type.Object(
        { code: Type.Enum(['unfinished']), detail: Type.String() },
        { additionalProperties: false, description: 'unfinished: a run has not reached its end.' }
      )
    )
  },
  { $id: 'BestPeak', additionalProperties: false, description: 'The best peak learning rate of runs with different ones.' }
)

export const peakSchemas = [PeakRequest, BestPeak]

export const peakRequestExamples = {
  losses: {
    summary: 'Peaks and final losses',
    value: {
      runs: [
        { peakLearningRate: 0.0001, finalLoss: 3.31, steps: 10000 },
        { peakLearningRate: 0.0003, finalLoss: 3.25, steps: 10000 },
        { peakLearningRate: 0.001, finalLoss: 3.29, steps: 10000 }
      ],
      noise: 0.005,
      steps: 40000
    }
  },
  runs: { summary: 'Runs by id', value: { runs: [{ runId: 'peak-1e-4' }, { runId: 'peak-3e-4' }, { runId: 'peak-1e-3' }] } }
}

export const bestPeakExample = {
  best: { peakLearningRate: 0.00036, finalLoss: 3.249, interval: { low: 0.00032, high: 0.00041 } },
  atEdge: null,
  try: [0.00036],
  fit: { peaks: 3, runs: 3, curvature: 0.038, noise: 0.005 },
  horizon: { steps: 40000, fromSteps: 10000, low: 0.00018, high: 0.00023 },
  diverged: 0,
  runs: [
    { runId: null, peakLearningRate: 0.0001, finalLoss: 3.31, steps: 10000 },
    { runId: null, peakLearningRate: 0.0003, finalLoss: 3.25, steps: 10000 },
    { runId: null, peakLearningRate: 0.001, finalLoss: 3.29, steps: 10000 }
  ],
  detail: 'The best peak is 0.00036, between 0.00032 and 0.00041 in 90 of 100 cases.',
  warnings: []
}
