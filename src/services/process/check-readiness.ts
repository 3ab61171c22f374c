import { Problem } from '../../domain/problems.ts'
import type { Parts } from '../parts.ts'

export interface Check {
  status: 'ok' | 'failed'
  detail: string
}

export interface Readiness {
  status: 'ok' | 'failed'
  checks: { service: Check; database: Check; engine: Check }
}

/** Whether requests can be served: the service is not about to stop, the database answers, and the engine is there. What computes else is said, or why it does not. */
export async function checkReadiness({ storage, engines }: Parts, isStopping: boolean): Promise<Readiness> {
  const service: Check = isStopping ? { status: 'failed', detail: 'It is about to stop.' } : { status: 'ok', detail: 'It takes requests.' }
  const database = await storage.check().then(
    (version): Check => ({ status: 'ok', detail: `PostgreSQL ${version}, ${storage.kind}` }),
    (error): Check => ({ status: 'failed', detail: error instanceof Problem ? error.detail : 'The database does not answer.' })
  )
  const { usual, absent } = engines
  const detail = [`${usual.name} on ${usual.device}`, ...absent.map(({ name, reason }) => `without ${name}: ${reason}`)].join('; ')
  const checks = { service, database, engine: { status: 'ok', detail } as Check }
  return { status: Object.values(checks).every(({ status }) => status === 'ok') ? 'ok' : 'failed', checks }
}
