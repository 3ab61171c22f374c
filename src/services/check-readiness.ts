import type { EngineDescription } from '../domain/engine.ts'
import type { Storage } from '../storage/storage.ts'

export interface Check {
  status: 'ok' | 'failed'
  detail: string
}

export interface Readiness {
  status: 'ok' | 'failed'
  checks: { database: Check; engine: Check }
}

/** Whether requests can be served: the database answers, and the engine is there. */
export async function checkReadiness(storage: Storage, engine: EngineDescription): Promise<Readiness> {
  const database = await storage.check().then(
    (version): Check => ({ status: 'ok', detail: `PostgreSQL ${version}, ${storage.kind}` }),
    (): Check => ({ status: 'failed', detail: 'PostgreSQL does not answer.' })
  )
  return { status: database.status, checks: { database, engine: { status: 'ok', detail: `${engine.name} on ${engine.device}` } } }
}
