/** The engines that formulas can run on. */
export const engineNames = ['tensorflow', 'wasm', 'reference'] as const
export type EngineName = (typeof engineNames)[number]

/** What computes: `library` with its version, null where there is none. */
export interface EngineDescription {
  name: EngineName
  device: string
  library: string | null
  precisions: readonly ('float64' | 'float32')[]
}

/** An engine that this process does without, and why. */
export interface AbsentEngine {
  name: EngineName
  reason: string
}

/** Plain loops over typed arrays. */
export const referenceEngine: EngineDescription = { name: 'reference', device: 'cpu', library: null, precisions: ['float64'] }
