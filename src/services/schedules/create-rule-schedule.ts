import type { RuleCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { StoredSchedule } from '../../storage/schedule-repository.ts'
import type { RulePool } from '../../workers/rules/pool.ts'
import type { Attempt } from '../idempotency/answer-once.ts'
import { findRun } from '../runs/find-run.ts'
import { digestOfValues } from './digest-of-values.ts'

/** A schedule to make by rule. */
export interface NewRuleSchedule extends RuleCandidate {
  readonly steps: number
  readonly name?: string | null
  /** The run that it is for. */
  readonly runId?: string | null
  /** The learning rate at multiplier 1; that of the run where there is none. */
  readonly peakLearningRate?: number | null
}

/**
 * Makes a schedule by rule and stores it: a new one each time.
 * @throws Problem `invalid-request`, `run-not-found`, `overloaded`
 */
export async function createRuleSchedule(
  storage: ProjectStorage,
  pool: RulePool,
  { id, once }: Attempt<StoredSchedule>,
  { rule, parameters: given, steps, name = null, runId = null, peakLearningRate = null }: NewRuleSchedule
): Promise<StoredSchedule> {
  const run = runId === null ? null : await findRun(storage, runId)
  return await pool.compute({ rule, parameters: given }, steps, async ({ multipliers, parameters }) => {
    const schedule = {
      id,
      identity: null,
      name,
      runId,
      rule,
      parameters,
      steps,
      peakLearningRate: peakLearningRate ?? run?.peakLearningRate ?? null,
      report: null,
      digest: await digestOfValues(multipliers),
      multipliers
    }
    return await storage.schedules.create(schedule, once)
  })
}
