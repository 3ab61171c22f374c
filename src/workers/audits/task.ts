import type { Points } from '../../domain/gradient-norm.ts'
import type { Audit } from '../../schedules/audits/audit.ts'
import { bytesToLayOut, type Meant } from '../../schedules/audits/meant-by.ts'
import type { NearestRule } from '../../schedules/audits/nearest-rule.ts'

/** Rates to compare with a schedule; arrays are on shared memory. */
export interface AuditTask {
  readonly rates: Points
  /** Null: only the nearest rule is wanted. */
  readonly meant: Meant | null
}

export interface AuditResult {
  readonly audit: Audit | null
  readonly nearest: NearestRule | null
  readonly points: { readonly received: number; readonly nonFinite: number }
}

/** Memory to audit: the finite rates with their steps, and the multipliers of a rule. Bytes. */
export const bytesToAudit = ({ rates, meant }: AuditTask): number => 16 * rates.values.length + (meant === null ? 0 : bytesToLayOut(meant))
