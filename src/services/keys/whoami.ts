import type { Access, ApiKey, Scope } from '../../domain/access.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Limits } from '../limits/limits.ts'

/** What the sender of a request may do. */
export interface Whoami {
  readonly project: string
  readonly scope: Scope
  /** Null where none is needed. */
  readonly key: Pick<ApiKey, 'id' | 'name' | 'expiresAt'> | null
  /** `pointsToday` is null where points are not counted. */
  readonly limits: Limits & { readonly pointsToday: number | null }
}

/** @param subject whose points are counted */
export async function whoami(
  { pointCounts }: Pick<Storage, 'pointCounts'>,
  limits: Limits,
  { project, scope, key }: Access,
  subject: string
): Promise<Whoami> {
  const pointsToday = limits.pointsPerDay === null ? null : await pointCounts.today({ project, subject })
  return {
    project,
    scope,
    key: key === null ? null : { id: key.id, name: key.name, expiresAt: key.expiresAt },
    limits: { requestsPerMinute: limits.requestsPerMinute, pointsPerDay: limits.pointsPerDay, pointsToday }
  }
}
