import type { AbsentEngine, EngineDescription } from '../../domain/engine.ts'
import type { Parts } from '../parts.ts'

/** What runs here. */
export interface ProcessDescription {
  readonly version: string
  /** The engine that most work gets. */
  readonly engine: EngineDescription
  readonly engines: readonly EngineDescription[]
  readonly absentEngines: readonly AbsentEngine[]
  /** `version` is null while the database is away. */
  readonly database: { readonly kind: 'embedded' | 'external'; readonly version: string | null }
}

export const describeProcess = async ({ storage, engines, version }: Parts): Promise<ProcessDescription> => ({
  version,
  engine: engines.usual,
  engines: engines.available,
  absentEngines: engines.absent,
  database: { kind: storage.kind, version: await storage.check().catch(() => null) }
})
