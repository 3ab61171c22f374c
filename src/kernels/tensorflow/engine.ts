import { precisions } from '../../domain/engine.ts'
import type { Engine } from '../engine.ts'
import { createWorkspace } from '../workspace.ts'
import { createBackend } from './backend.ts'
import { loadBinding, type TensorflowBinding } from './binding.ts'
import { createOperations } from './operations.ts'

/**
 * Runs kernels as TensorFlow's eager operations, on a GPU if there is one. float64 passes through the native addon by Bitcast, since
 * TensorFlow.js has no such type.
 * @throws Error that names what is missing if TensorFlow is not set up.
 */
export function createTensorflowEngine(binding: TensorflowBinding = loadBinding()): Engine {
  return {
    description: {
      name: 'tensorflow',
      device: binding.isUsingGpuDevice() ? 'gpu' : 'cpu',
      library: `TensorFlow ${binding.TF_Version}`,
      precisions
    },
    open: (precision) => createWorkspace(createBackend(createOperations(binding, precision), precision), precision)
  }
}
