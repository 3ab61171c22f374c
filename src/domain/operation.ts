import type { InvalidPart, ProblemName } from './problems.ts'
import type { Report, Schedule } from './schedule.ts'

/** Calls that may take long, by the name that the contract has for each. */
export const operationKinds = ['refine', 'createRefinedSchedule'] as const
export type OperationKind = (typeof operationKinds)[number]

/** `queued` and `running` go on; the others are ends, and none follows another. */
export const operationStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type OperationStatus = (typeof operationStatuses)[number]

export const hasEnded = ({ status }: { status: OperationStatus }): boolean => status !== 'queued' && status !== 'running'

/** Why an operation failed: the problem that the call would have been answered with. */
export interface OperationProblem {
  type: ProblemName
  detail: string
  errors?: InvalidPart[] | undefined
}

/** What a call is answered with: a schedule and whether it is new, or a refinement, whose multipliers are read apart. */
export type OperationOutcome = { schedule: Schedule; created: boolean } | { steps: number; report: Report }

/** A call that goes on after its request was answered. */
export interface Operation {
  id: string
  kind: OperationKind
  status: OperationStatus
  /** From 0 to 1; never falls. */
  progress: number
  /** The request that began it. */
  requestId: string
  /** Null until done. */
  outcome: OperationOutcome | null
  /** Null unless failed. */
  problem: OperationProblem | null
  createdAt: Date
}

/** Whether a call has answered with an operation, in place of what it makes. */
export const isOperation = (answer: object): answer is Operation => 'progress' in answer
