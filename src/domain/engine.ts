/** The engines that formulas run on: TensorFlow, kernels compiled to WebAssembly, plain loops. */
export const engineNames = ['tensorflow', 'wasm', 'reference'] as const
export type EngineName = (typeof engineNames)[number]

/** What a caller can ask for: an engine by its name, or `auto`, which picks one by the machine and the size of the work. */
export const engineChoices = ['auto', ...engineNames] as const
export type EngineChoice = (typeof engineChoices)[number]

/** The floating-point formats that an engine computes in (IEEE 754 binary64 and binary32). */
export const precisions = ['float64', 'float32'] as const
export type Precision = (typeof precisions)[number]

/** What computed a result. It is shown with the result, so that the result can be made again. */
export interface EngineDescription {
  readonly name: EngineName
  readonly device: 'cpu' | 'gpu'
  /** The library that computes, with its version; null where there is none. */
  readonly library: string | null
  readonly precisions: readonly Precision[]
}

/** An engine that this process cannot use, and why. */
export interface AbsentEngine {
  readonly name: EngineName
  readonly reason: string
}

/** What computes in a process: the engine that most work gets, all that can be asked for, and those that it does without. */
export interface FoundEngines {
  readonly usual: EngineDescription
  readonly available: readonly EngineDescription[]
  readonly absent: readonly AbsentEngine[]
}

/** Plain loops over typed arrays. */
export const referenceEngine: EngineDescription = { name: 'reference', device: 'cpu', library: null, precisions: ['float64'] }
