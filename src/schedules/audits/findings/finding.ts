import type { Explanation, Place } from '../explanation.ts'
import type { MeantSchedule } from '../meant-schedule.ts'

/** What is told of some steps where rates do not follow the schedule that was meant. */
export interface Finding {
  readonly code: string
  readonly fromStep: number
  /** The last step. */
  readonly toStep: number
  /** Of the rate (scaled), of the speed of the schedule (strided), of its length (other-length). */
  readonly factor?: number
  /** How many steps ahead of the schedule the rates are; behind it where negative. */
  readonly offset?: number
  readonly detail: string
  readonly fix: string
}

/** Steps that one explanation fits. */
export interface Stretch {
  readonly explanation: Explanation
  readonly fromStep: number
  readonly toStep: number
  /** What fits before it. */
  readonly before: Explanation
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly meant: MeantSchedule
  /** Scales that differ by less, relatively, are the same. */
  readonly scalePrecision: number
}

/** A kind of finding: what it looks for, and how it is told. */
export interface FindingKind {
  readonly code: string
  /** One sentence for the contract. */
  readonly meaning: string
  /** Explanations that would be this finding, from a place on, the likeliest first. */
  propose(place: Place): Explanation[]
  /** The finding in what was explained; null where it is something else. */
  tell(stretch: Stretch): Omit<Finding, 'code' | 'fromStep' | 'toStep'> | null
}

export const short = (value: number): string => String(Number(value.toPrecision(4)))

/** A scale or slope this near to 1 is 1. */
export const isOne = (value: number, precision = 1e-3): boolean => Math.abs(value - 1) <= precision
