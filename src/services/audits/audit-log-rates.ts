import type { Points } from '../../domain/gradient-norm.ts'
import { auditOf } from '../../workers/audits/compute.ts'
import { type AgainstCandidate, type AuditFacts, againstRule } from './against.ts'
import { auditAnswer, type LearningRateAudit } from './audit-learning-rates.ts'

/** What a log is compared with, and what is known of its run. */
export interface LogAudit {
  readonly against?: Pick<AgainstCandidate, 'rule' | 'parameters'>
  readonly steps?: number
  readonly peakLearningRate?: number
  readonly totalSteps?: number
}

/**
 * Audits the learning rates of one log in this process and thread, with no database.
 * @throws Problem `invalid-request`
 */
export function auditLogRates(points: Points, { against, steps, peakLearningRate, totalSteps }: LogAudit): LearningRateAudit {
  const run: AuditFacts['run'] = totalSteps === undefined ? null : { totalSteps, peakLearningRate: null }
  const facts = { run, rates: points, steps, peakLearningRate }
  const meant = against === undefined ? null : againstRule({ rule: against.rule ?? '', parameters: against.parameters }, facts)
  return auditAnswer(auditOf({ rates: points, meant: meant?.meant ?? null }), meant)
}
