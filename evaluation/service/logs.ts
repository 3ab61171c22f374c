import { seeds } from '../tuning/job.ts'

/** How the run was trained and logged whose norms are refined. */
export interface LogKind {
  /** The schedule that it was trained with. */
  schedule: 'linear' | 'flat'
  /** Of the best peak learning rate of linear decay. */
  rateFactor: number
  seed: number
  /** Every so many steps a point was logged. */
  stride: number
}

/** The usual log: one run with linear decay at its best rate, every step logged. */
export const usualLog: LogKind = { schedule: 'linear', rateFactor: 1, seed: seeds.log, stride: 1 }

/** Logs as people have them who did not tune, or logged seldom. */
export const weakLogs: Readonly<Record<string, LogKind>> = {
  'another-seed': { ...usualLog, seed: seeds.log + 1 },
  'half-rate': { ...usualLog, schedule: 'flat', rateFactor: 0.5 },
  'four-times-rate': { ...usualLog, rateFactor: 4 },
  'every-tenth': { ...usualLog, stride: 10 }
}

/** What the report calls them. */
export const logTitles: Readonly<Record<string, string>> = {
  'another-seed': 'another seed',
  'half-rate': 'flat at half the rate',
  'four-times-rate': 'four times the best rate',
  'every-tenth': 'every tenth step'
}
