import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** A tensor of TensorFlow, by number. It lives until it is deleted. */
export type TensorId = number

export interface OperationAttribute {
  readonly name: string
  readonly type: number
  readonly value: boolean | number | readonly number[]
}

/** The part used here of the native addon of @tensorflow/tfjs-node: TensorFlow's eager operations, by name. */
export interface TensorflowBinding {
  createTensor(shape: number[], type: number, values: Float32Array | Int32Array): TensorId
  deleteTensor(id: TensorId): void
  tensorDataSync(id: TensorId): Float32Array | Int32Array
  executeOp(name: string, attributes: OperationAttribute[], inputs: TensorId[], outputs: number): { id: TensorId }[]
  /** Tensors that are alive. */
  getNumOfTensors(): number
  isUsingGpuDevice(): boolean
  readonly TF_ATTR_TYPE: number
  readonly TF_ATTR_BOOL: number
  readonly TF_ATTR_INT: number
  readonly TF_Version: string
}

/** TensorFlow's own numbers of its types (tensorflow/c/tf_datatype.h); the addon names no double. */
export const types = { float32: 1, float64: 2, int32: 3, bool: 10 } as const

/**
 * The addon, without the JavaScript of tfjs-node around it, which refuses float64.
 * @throws Error saying what is missing: the package, the addon that is built for it, or the library that the addon needs.
 */
export function loadBinding(): TensorflowBinding {
  const require = createRequire(import.meta.url)
  const path = join(dirname(require.resolve('@tensorflow/tfjs-node/package.json')), 'lib', 'napi-v8', 'tfjs_binding.node')
  if (!existsSync(path)) throw new Error('TensorFlow is not set up here; npm run setup:tensorflow does it, or says what it would need.')
  // TensorFlow takes all memory of a GPU at its start otherwise, and tells of each of its optimisations.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  loaded ??= load(path)
  return loaded
}

let loaded: TensorflowBinding | undefined

/**
 * As `require` would, but for good: Node.js unmaps an addon with the thread that loaded it, and TensorFlow leaves behind what is called
 * when the process ends, in code that is gone then.
 * @see dlopen(3), RTLD_NODELETE of glibc
 */
function load(path: string): TensorflowBinding {
  const module = { exports: {} }
  const staysMapped = process.platform === 'linux' ? 0x1000 : process.platform === 'darwin' ? 0x80 : 0
  process.dlopen(module, path, constants.dlopen.RTLD_LAZY | staysMapped)
  return module.exports as TensorflowBinding
}
