import { findOptimum, type Optimum } from '../training/optimum.ts'
import type { Setting } from '../training/setting.ts'
import { type Task, taskOf } from '../training/task.ts'
import { emptyLog, type Outcome, type Run, type TrainingLog, train } from '../training/train.ts'
import { mean, median } from './statistics.ts'
import { type Search, tunePeak } from './tune-peak.ts'

/** Seeds of the three uses, which never meet: trainings that are reported, that a peak is tuned on, and that log norms for a refinement. */
export const seeds = { report: 0, tuning: 1000, log: 2000 }

export interface Measurement {
  /** Peak learning rate that it was trained with. */
  peak: number
  atEdge: boolean
  /** One a seed. */
  outcomes: Outcome[]
}

/** A piece of work that a process does by itself. */
export type Job =
  | { kind: 'optimum'; setting: Setting }
  | { kind: 'log'; setting: Setting; multipliers: Float64Array; peak: number; seed: number; noiseUnit: number }
  | {
      kind: 'measurement'
      setting: Setting
      multipliers: Float64Array
      search: Search
      tuningSeeds: number
      reportSeeds: number
      /** The loss that nothing can go below: what tells schedules apart is the distance from it. */
      floor: number
      noiseUnit: number
    }

export interface Results {
  optimum: Optimum
  log: TrainingLog
  measurement: Measurement
}

const tasks = new Map<string, Task>()

function known(setting: Setting): Task {
  const key = JSON.stringify([setting.data, setting.network, setting.wrongLabels])
  if (!tasks.has(key)) tasks.set(key, taskOf(setting))
  return tasks.get(key)!
}

/** The mean distance from the least loss where that is known, else the median over seeds, which one seed that fails does not decide. */
export const typicalExcess = (setting: Setting, outcomes: readonly Outcome[], floor: number): number => {
  const losses = outcomes.map(({ loss }) => loss - floor)
  return setting.network === 'regression' ? mean(losses) : median(losses)
}

export function carryOut(job: Job): Results[Job['kind']] {
  const task = known(job.setting)
  if (job.kind === 'optimum') return findOptimum(task, job.setting)
  if (job.kind === 'log') {
    const log = emptyLog(job.setting.steps)
    train(task, job, log)
    return log
  }
  const { setting, search, floor, tuningSeeds, reportSeeds } = job
  const trained = (peak: number, first: number, count: number): Outcome[] =>
    Array.from({ length: count }, (_, k) => train(task, { ...job, peak, seed: first + k } satisfies Run))
  const { peak, atEdge } = tunePeak((rate) => typicalExcess(setting, trained(rate, seeds.tuning, tuningSeeds), floor), search)
  return { peak, atEdge, outcomes: trained(peak, seeds.report, reportSeeds) }
}
