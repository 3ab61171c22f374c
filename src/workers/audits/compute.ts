import { type Points, stepMax } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import { auditRates } from '../../schedules/audits/audit.ts'
import { loggedRates } from '../../schedules/audits/logged-rates.ts'
import { meantBy } from '../../schedules/audits/meant-by.ts'
import { nearestRule } from '../../schedules/audits/nearest-rule.ts'
import { answering } from '../threads/answering.ts'
import { type AuditResult, type AuditTask, bytesToAudit } from './task.ts'

export default answering(auditOf, (task) => 8 * task.rates.values.length + bytesToAudit(task))

/** What rates are, against the schedule that was meant. @throws Problem `invalid-request` */
export function auditOf({ rates: points, meant }: AuditTask): AuditResult {
  requireRates(points)
  const rates = loggedRates(points)
  if (rates.count < 2) throw invalid('/learningRates', `Only ${rates.count} of the rates are finite.`, 'Send at least two.')
  const received = points.values.length
  return {
    audit: meant === null ? null : auditRates(rates, meantBy(meant, rates.largest)),
    nearest: nearestRule(rates),
    points: { received, nonFinite: received - rates.count }
  }
}

/** @throws Problem `invalid-request` at the first rate below 0, or step that is no step or does not come after the one before it */
function requireRates({ steps, values }: Points): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) throw invalid(`/learningRates/values/${i}`, `A learning rate must be ≥ 0, but is ${values[i]}.`)
  }
  if (!(steps instanceof Float64Array)) return
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    if (!(Number.isInteger(step) && step >= 0 && step <= stepMax)) {
      throw invalid(`/learningRates/steps/${i}`, `must be a whole number from 0 to 2^53 − 1, but is ${step}.`)
    }
    if (i > 0 && step <= steps[i - 1]!) {
      throw invalid(
        `/learningRates/steps/${i}`,
        `Step ${step} comes after step ${steps[i - 1]}.`,
        'Sort the points by step, each step once.'
      )
    }
  }
}
