import type { ImportReceipt } from './import.ts'
import type { InvalidPart, ProblemName } from './problems.ts'
import type { Report, Schedule } from './schedule.ts'

/** Calls that may become operations, by their operationId in the contract. */
export const operationKinds = ['refine', 'createRefinedSchedule', 'importLog'] as const
export type OperationKind = (typeof operationKinds)[number]

/** `queued` and `running` continue. The others are final. */
export const operationStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type OperationStatus = (typeof operationStatuses)[number]

export const hasEnded = ({ status }: { status: OperationStatus }): boolean => status !== 'queued' && status !== 'running'

/** Why an operation failed: the problem that a direct answer would have had. */
export interface OperationProblem {
  type: ProblemName
  detail: string
  errors?: InvalidPart[] | undefined
}

/** Result of a call: a schedule and whether it is new; a refinement, whose multipliers are read separately; an import, and whether it stored anything. */
export type OperationOutcome =
  | { schedule: Schedule; created: boolean }
  | { steps: number; report: Report }
  | { receipt: ImportReceipt; created: boolean }

/** A call that continues after its request was answered. */
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

/** Whether a call answered with an operation instead of its result. */
export const isOperation = (answer: object): answer is Operation => 'progress' in answer
