import type { Schedule } from '../../domain/schedule.ts'
import type { RuleCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { RulePool } from '../../workers/rules/pool.ts'
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
 * @param id for the schedule
 * @throws Problem `invalid-request`, `run-not-found`, `overloaded`
 */
export async function createRuleSchedule(
  storage: ProjectStorage,
  pool: RulePool,
  id: string,
  { rule, parameters: given, steps, name = null, runId = null, peakLearningRate = null }: NewRuleSchedule
): Promise<Schedule> {
  const run = runId === null ? null : await findRun(storage, runId)
  return await pool.compute({ rule, parameters: given }, steps, async ({ multipliers, parameters }) => {
    const { schedule } = await storage.schedules.create({
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
    })
    return schedule
  })
}
