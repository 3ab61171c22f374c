import type { Storage } from '../../storage/storage.ts'

/** How long superseded points of a project are kept, and who says so. */
export interface RetentionInForce {
  readonly project: string
  /** Days; null: for ever. */
  readonly supersededDays: number | null
  readonly from: 'project' | 'service'
}

interface Where {
  storage: Pick<Storage, 'retention'>
  /** What holds where a project says nothing. */
  supersededDays: number | null
}

export async function retentionInForce({ storage, supersededDays }: Where, project: string): Promise<RetentionInForce> {
  const own = await storage.retention.of(project)
  return own === null ? { project, supersededDays, from: 'service' } : { project, supersededDays: own.supersededDays, from: 'project' }
}

/** @param days null: for ever */
export async function setRetention({ storage }: Where, project: string, days: number | null): Promise<RetentionInForce> {
  await storage.retention.set(project, { supersededDays: days })
  return { project, supersededDays: days, from: 'project' }
}

/** From now on what the service says holds for the project, too. */
export const resetRetention = ({ storage }: Where, project: string): Promise<void> => storage.retention.set(project, null)
