import { type Precision, precisions } from '../../domain/engine.ts'
import type { Engine } from '../engine.ts'
import type { Kernel } from '../kernel.ts'
import type { Program } from '../program.ts'
import { bytesPerValue } from '../tensor.ts'
import { createWorkspace } from '../workspace.ts'
import { createBackend } from './backend.ts'
import { linearMemoryOf } from './body-memory.ts'
import { type CompiledKernel, compileKernel, type KernelSource, kernelKey } from './compile-kernel.ts'
import { loadCompiler } from './compiler.ts'
import { createLinearMemory, type LinearMemory } from './linear-memory.ts'

/** The compiler's version, as package.json has it. */
const version = '132.0.0'

/**
 * Compiles kernels to fused SIMD loops in one linear memory of at most 4 GiB. All workspaces of the engine share the memory; it is freed
 * when the last of them closes. Only work on a body that came in memory of its own, received here, is done in that.
 * @param source where kernels come from, if not from the compiler alone
 */
export function createWasmEngine(source: KernelSource = (_, compile) => compile()): Engine {
  const compiled = { float32: new WeakMap<Program, CompiledKernel>(), float64: new WeakMap<Program, CompiledKernel>() }
  let memory: LinearMemory | undefined
  let open = 0

  const compileIn = (precision: Precision) => (kernel: Kernel, program: Program) => {
    const known = compiled[precision].get(program)
    if (known !== undefined) return known
    const fresh = source(kernelKey(kernel, program, precision), () => compileKernel(kernel, program, precision))
    compiled[precision].set(program, fresh)
    return fresh
  }
  return {
    description: { name: 'wasm', device: 'cpu', library: `binaryen ${version}, V8 ${process.versions.v8}`, precisions },
    prepare: loadCompiler,
    open: (precision, near) => {
      const ofBody = near?.BYTES_PER_ELEMENT === bytesPerValue(precision) ? linearMemoryOf(near.buffer) : undefined
      if (ofBody !== undefined) return createWorkspace(createBackend(ofBody, precision, compileIn(precision)), precision)
      memory ??= createLinearMemory()
      open += 1
      let closed = false
      const workspace = createWorkspace(createBackend(memory, precision, compileIn(precision)), precision)
      return {
        ...workspace,
        close: () => {
          workspace.close()
          if (closed) return
          closed = true
          open -= 1
          if (open === 0) memory = undefined
        }
      }
    }
  }
}
