import type { GradientNormRepository } from './gradient-norm-repository.ts'
import type { IdempotencyRepository } from './idempotency-repository.ts'
import type { RunRepository } from './run-repository.ts'
import type { ScheduleRepository } from './schedule-repository.ts'

/** All that is kept, in one PostgreSQL database. */
export interface Storage {
  readonly kind: 'embedded' | 'external'
  readonly runs: RunRepository
  readonly gradientNorms: GradientNormRepository
  readonly schedules: ScheduleRepository
  readonly idempotency: IdempotencyRepository
  /** The server's version, e.g. "18.4"; rejects where the database is away. */
  check(): Promise<string>
  close(): Promise<void>
}
