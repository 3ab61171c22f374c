import type { Parts } from '../parts.ts'

export interface Check {
  status: 'ok' | 'failed'
  detail: string
}

export interface Readiness {
  status: 'ok' | 'failed'
  checks: { database: Check; engine: Check }
}

/** Whether requests can be served: the database answers, and the engine is there. What computes else is said, or why it does not. */
export async function checkReadiness({ storage, engines }: Parts): Promise<Readiness> {
  const database = await storage.check().then(
    (version): Check => ({ status: 'ok', detail: `PostgreSQL ${version}, ${storage.kind}` }),
    (): Check => ({ status: 'failed', detail: 'PostgreSQL does not answer.' })
  )
  const { usual, absent } = engines
  const detail = [`${usual.name} on ${usual.device}`, ...absent.map(({ name, reason }) => `without ${name}: ${reason}`)].join('; ')
  return { status: database.status, checks: { database, engine: { status: 'ok', detail } } }
}
