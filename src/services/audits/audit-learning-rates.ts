import type { Points } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import type { Finding } from '../../schedules/audits/findings/finding.ts'
import type { NearestRule } from '../../schedules/audits/nearest-rule.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { AuditPool } from '../../workers/audits/pool.ts'
import type { AuditResult } from '../../workers/audits/task.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { findRun } from '../runs/find-run.ts'
import { readSeries } from '../series/read-series.ts'
import { type Against, type AgainstCandidate, againstOf, againstStored } from './against.ts'

/** Learning rates as a request names them: those that a run has logged, or a list of them at successive steps or at `steps`. */
export interface LearningRates {
  readonly runId?: string
  readonly values?: Float64Array
  readonly steps?: Float64Array
}

export interface AuditRequest {
  readonly learningRates: LearningRates
  readonly against?: AgainstCandidate
  readonly steps?: number
  readonly peakLearningRate?: number
}

/** What learning rates are, against the schedule that was meant. */
export interface LearningRateAudit {
  /** Null where there is nothing that they were meant to follow. */
  readonly follows: boolean | null
  readonly findings: readonly Finding[]
  readonly nearest: NearestRule | null
  /** What was meant: how it was named, its length, its peak. */
  readonly against: {
    readonly rule: string
    readonly scheduleId: string | null
    readonly steps: number
    readonly peakLearningRate: number | null
  } | null
  readonly points: AuditResult['points']
}

/**
 * Compares the learning rates that a trainer used with the schedule that was meant, and finds the rule that they are nearest to.
 * @throws Problem `invalid-request`, `run-not-found`, `schedule-not-found`, `no-learning-rates`, `overloaded`
 */
export async function auditLearningRates(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: AuditPool,
  { learningRates, against, steps, peakLearningRate }: AuditRequest
): Promise<LearningRateAudit> {
  const run = learningRates.runId === undefined ? null : await findRun(storage, learningRates.runId)
  const rates = run === null ? listed(learningRates) : await loggedBy(storage, memory, run)
  if (against === undefined && steps !== undefined) {
    throw invalid('/steps', 'is the length of a rule that rates are compared with.', 'Leave it out, or name the rule in `against`.')
  }
  const facts = { run, rates, steps, peakLearningRate }
  const meant =
    against !== undefined
      ? await againstOf(storage, memory, against, facts)
      : run?.scheduleId == null
        ? null
        : await againstStored(storage, memory, run.scheduleId, facts, '/learningRates/runId')
  return auditAnswer(await pool.audit({ rates, meant: meant?.meant ?? null }), meant)
}

/** The answer to what a thread has found. */
export const auditAnswer = ({ audit, nearest, points }: AuditResult, meant: Against | null): LearningRateAudit => ({
  follows: audit?.follows ?? null,
  findings: audit?.findings ?? [],
  nearest,
  against:
    meant === null
      ? null
      : {
          rule: meant.name,
          scheduleId: meant.scheduleId,
          steps: meant.meant.steps,
          peakLearningRate: meant.meant.peakLearningRate
        },
  points
})

function listed({ values, steps }: LearningRates): Points {
  if (values === undefined) throw invalid('/learningRates', 'has neither `runId` nor `values`.', 'Send one of them.')
  if (steps !== undefined && steps.length !== values.length) {
    throw invalid('/learningRates/steps', `has ${steps.length} entries for ${values.length} rates.`, 'Send a step for each rate.')
  }
  return onSharedMemory({ steps: steps ?? { first: 0, stride: 1 }, values })
}

async function loggedBy(storage: ProjectStorage, memory: HeldMemory, run: Run): Promise<Points> {
  const reading = await storage.series.read(run.id, 'learning-rate')
  if (reading.count >= 2) return await readSeries(reading, memory, '/learningRates/runId')
  throw new Problem(
    'no-learning-rates',
    `The run ${run.id} has logged ${reading.count === 0 ? 'no learning rates' : 'one learning rate'}; an audit needs two.`
  )
}
