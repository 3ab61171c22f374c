import type { Engine } from '../../src/kernels/engine.ts'
import { createReferenceEngine } from '../../src/kernels/reference/engine.ts'
import { createWasmEngine } from '../../src/kernels/wasm/engine.ts'

/** The engines that the contract tests run on. */
export const engines: readonly Engine[] = [createReferenceEngine(), createWasmEngine()]
