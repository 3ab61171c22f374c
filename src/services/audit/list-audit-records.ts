import type { AuditRecord } from '../../domain/access.ts'
import type { AuditFilter } from '../../storage/audit-repository.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { Storage } from '../../storage/storage.ts'
import type { AuditLog } from './audit-log.ts'

/** What was changed in a project and by whom, newest first; with what this process has not written yet. */
export async function listAuditRecords(
  { audit }: Storage,
  log: AuditLog,
  project: string,
  filter: AuditFilter,
  page: PageRequest
): Promise<Page<AuditRecord>> {
  await log.flush()
  return await audit.list(project, filter, page)
}
