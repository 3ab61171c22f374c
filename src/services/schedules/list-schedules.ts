import type { Schedule } from '../../domain/schedule.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

/** Schedules, all or those made from one run, newest first. */
export const listSchedules = (storage: ProjectStorage, filter: { runId?: string }, page: PageRequest): Promise<Page<Schedule>> =>
  storage.schedules.list(filter, page)
