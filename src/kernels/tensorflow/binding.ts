import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** The number of a TensorFlow tensor. It lives until it is deleted. */
export type TensorId = number

export interface OperationAttribute {
  readonly name: string
  readonly type: number
  readonly value: boolean | number | readonly number[]
}

/** The part of @tensorflow/tfjs-node's native addon used here: TensorFlow's eager operations, by name. */
export interface TensorflowBinding {
  createTensor(shape: number[], type: number, values: Float32Array | Int32Array): TensorId
  deleteTensor(id: TensorId): void
  tensorDataSync(id: TensorId): Float32Array | Int32Array
  executeOp(name: string, attributes: OperationAttribute[], inputs: TensorId[], outputs: number): { id: TensorId }[]
  /** Number of live tensors. */
  getNumOfTensors(): number
  isUsingGpuDevice(): boolean
  readonly TF_ATTR_TYPE: number
  readonly TF_ATTR_BOOL: number
  readonly TF_ATTR_INT: number
  readonly TF_Version: string
}

/** TensorFlow's type numbers (tensorflow/c/tf_datatype.h); the addon has no name for double. */
export const types = { float32: 1, float64: 2, int32: 3, bool: 10 } as const

/**
 * Loads the addon without tfjs-node's JavaScript, which refuses float64.
 * @throws Error that names what is missing: the package, its compiled addon, or the library that the addon needs.
 */
export function loadBinding(): TensorflowBinding {
  const require = createRequire(import.meta.url)
  const path = join(dirname(require.resolve('@tensorflow/tfjs-node/package.json')), 'lib', 'napi-v8', 'tfjs_binding.node')
  if (!existsSync(path))
    throw new Error('TensorFlow is not set up here. Run npm run setup:tensorflow; it sets TensorFlow up or says what is missing.')
  // By default TensorFlow takes all memory of a GPU at its start and logs every optimisation.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  loaded ??= load(path)
  return loaded
}

let loaded: TensorflowBinding | undefined

/**
 * Loads the addon like `require`, but never unmaps it. Node.js unmaps an addon when the thread that loaded it ends, yet TensorFlow
 * registers exit handlers in that code; they would crash at process exit.
 * @see dlopen(3), RTLD_NODELETE of glibc
 */
function load(path: string): TensorflowBinding {
  const module = { exports: {} }
  const staysMapped = process.platform === 'linux' ? 0x1000 : process.platform === 'darwin' ? 0x80 : 0
  process.dlopen(module, path, constants.dlopen.RTLD_LAZY | staysMapped)
  return module.exports as TensorflowBinding
}
