import { precisions } from '../../domain/engine.ts'
import type { Engine } from '../engine.ts'
import { createWorkspace } from '../workspace.ts'
import { createBackend } from './backend.ts'
import { loadBinding, type TensorflowBinding } from './binding.ts'
import { createOperations } from './operations.ts'

/**
 * Kernels as eager operations of TensorFlow, on a GPU where there is one. float64 goes through the native addon by Bitcast, since
 * TensorFlow.js has no such type.
 * @throws Error that says what is missing, where TensorFlow is not set up.
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
