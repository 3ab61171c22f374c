import type { Schedule } from '../../domain/schedule.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { Storage } from '../../storage/storage.ts'

/** Schedules, all or those made from one run, newest first. */
export const listSchedules = (storage: Storage, filter: { runId?: string }, page: PageRequest): Promise<Page<Schedule>> =>
  storage.schedules.list(filter, page)
