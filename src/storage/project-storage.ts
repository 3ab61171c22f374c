import type { IdempotencyRepository } from './idempotency-repository.ts'
import type { ImportRepository } from './import-repository.ts'
import type { OperationRepository } from './operation-repository.ts'
import type { RunRepository } from './run-repository.ts'
import type { ScheduleRepository } from './schedule-repository.ts'
import type { SeriesRepository } from './series-repository.ts'

/** What one project has stored. Another's is not there: neither to be read nor to be changed. */
export interface ProjectStorage {
  /** Its name. */
  readonly project: string
  readonly runs: RunRepository
  readonly series: SeriesRepository
  readonly imports: ImportRepository
  readonly schedules: ScheduleRepository
  readonly idempotency: IdempotencyRepository
  readonly operations: OperationRepository
}
