import type { Engine } from '../../src/kernels/engine.ts'
import { createReferenceEngine } from '../../src/kernels/reference/engine.ts'
import { loadBinding, type TensorflowBinding } from '../../src/kernels/tensorflow/binding.ts'
import { createTensorflowEngine } from '../../src/kernels/tensorflow/engine.ts'
import { createWasmEngine } from '../../src/kernels/wasm/engine.ts'

/** TensorFlow where it is set up, else why it is not. */
function tryTensorflow(): TensorflowBinding | string {
  try {
    return loadBinding()
  } catch (error) {
    return (error as Error).message
  }
}

export const tensorflow = tryTensorflow()

/** The engines that the tests run on: all that this machine has. */
export const engines: readonly Engine[] = [
  createReferenceEngine(),
  createWasmEngine(),
  ...(typeof tensorflow === 'string' ? [] : [createTensorflowEngine(tensorflow)])
]
for (const { prepare } of engines) await prepare?.()

/** What computes a refinement: the plain loops that are used where no engine is named, and every engine. */
export const computing = [{ by: 'plain loops', engine: undefined }, ...engines.map((engine) => ({ by: engine.description.name, engine }))]
