import { fileURLToPath } from 'node:url'
import { type ModelName, modelNames } from './training/networks.ts'

/** A model with an optimizer at a peak learning rate: its curves differ in their schedule alone. */
export interface CurveSet {
  id: string
  model: ModelName
  optimizer: 'sgd' | 'adamw'
  peakLearningRate: number
}

/** A schedule as a request has it: a rule, its parameters and a length in steps. */
export interface CurveSchedule {
  id: string
  rule: string
  parameters: Record<string, unknown>
  steps: number
}

export const warmupSteps = 200

/** About the peak at which cosine decay ends lowest, and a quarter of it. */
const peaks = { transformer: { sgd: [0.2, 0.05], adamw: [0.008, 0.002] }, mlp: { sgd: [0.2, 0.05], adamw: [0.012, 0.003] } }

export const curveSets: readonly CurveSet[] = modelNames.flatMap((model) =>
  (['sgd', 'adamw'] as const).flatMap((optimizer) =>
    peaks[model][optimizer].map((peakLearningRate) => ({
      id: `${model}-${optimizer}-${peakLearningRate}`,
      model,
      optimizer,
      peakLearningRate
    }))
  )
)

const warmed = (rule: string, parameters: Record<string, unknown>, steps: number): Omit<CurveSchedule, 'id'> => ({
  rule: 'warmup',
  parameters: { length: warmupSteps, of: { rule, parameters } },
  steps
})

/** Four schedules of one length, and one of half of it. */
export const curveSchedules: readonly CurveSchedule[] = [
  { id: 'constant-4000', ...warmed('flat', {}, 4000) },
  { id: 'cosine-4000', ...warmed('cosine', { final: 0.1 }, 4000) },
  { id: 'wsd-4000', ...warmed('wsd', { cooldown: 0.2 }, 4000) },
  { id: 'linear-4000', ...warmed('linear', {}, 4000) },
  { id: 'cosine-2000', ...warmed('cosine', { final: 0.1 }, 2000) }
]

/** The log of a run: step, learning rate and loss, a row for every 20 steps. */
export const curveFile = (set: CurveSet, schedule: Pick<CurveSchedule, 'id'>): string =>
  fileURLToPath(new URL(`curves/${set.id}-${schedule.id}.csv`, import.meta.url))
