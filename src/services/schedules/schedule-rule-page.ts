import { docstringOf } from '../docstring.ts'
import { findScheduleRuleEntry, type ScheduleRuleEntry } from './schedule-rule-catalogue.ts'

/** What there is to read of a rule besides its entry in the catalogue. */
export interface ScheduleRulePage extends ScheduleRuleEntry {
  /** The formula, as written above its code; null where there is none. */
  readonly formula: string | null
}

/** @throws Problem `schedule-rule-not-found` */
export const describeScheduleRule = (name: string): ScheduleRulePage => ({
  ...findScheduleRuleEntry(name),
  formula: docstringOf('schedules', name)
})
