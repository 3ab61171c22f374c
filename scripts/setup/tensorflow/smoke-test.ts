/**
 * Computes with the addon whose file is the first argument, in a process of its own, as a library that does not fit this processor ends it.
 * Prints `{ version, gpu }`. What is tested is the least that the engine builds on: sums in float32, and the closed form of the refinement in float64,
 * w·Σ_{j>t} w_j with w = G⁻² (Defazio and others, 2023, arXiv:2310.07831), which the addon does not know and which goes through Bitcast.
 */
import { createRequire } from 'node:module'

interface Attribute {
  name: string
  type: number
  value: number | boolean
}

/** What is used of the addon's own interface, as tfjs-node declares it in `tfjs_binding.d.ts`. */
interface Binding {
  TF_Version: string
  TF_ATTR_TYPE: number
  TF_ATTR_BOOL: number
  isUsingGpuDevice(): boolean
  createTensor(shape: number[], dtype: number, values: Int32Array | Float32Array): number
  executeOp(name: string, attributes: Attribute[], inputs: number[], outputs: number): { id: number }[]
  tensorDataSync(id: number): Float32Array | Int32Array
  deleteTensor(id: number): void
}

// TensorFlow's own numbers (tensorflow/core/framework/types.proto).
const float = 1
const double = 2
const int32 = 3

const binding = createRequire(import.meta.url)(process.argv[2] as string) as Binding
const typed = (name: string, value: number): Attribute => ({ name, type: binding.TF_ATTR_TYPE, value })
const flag = (name: string, value: boolean): Attribute => ({ name, type: binding.TF_ATTR_BOOL, value })
const run = (operation: string, attributes: Attribute[], inputs: number[]): number => {
  const [output] = binding.executeOp(operation, attributes, inputs, 1)
  if (output === undefined) throw new Error(`${operation} answers nothing`)
  return output.id
}
const scanned = [flag('exclusive', true), flag('reverse', true), typed('Tidx', int32)]

function tailSums(values: number[]): number[] {
  const axis = binding.createTensor([], int32, new Int32Array([0]))
  const sums = run(
    'Cumsum',
    [...scanned, typed('T', float)],
    [binding.createTensor([values.length], float, Float32Array.from(values)), axis]
  )
  return [...binding.tensorDataSync(sums)]
}

function closedForm(norms: Float64Array): Float64Array {
  const bits = binding.createTensor([norms.length, 2], int32, new Int32Array(norms.buffer))
  const doubles = run('Bitcast', [typed('T', int32), typed('type', double)], [bits])
  const weights = run('Reciprocal', [typed('T', double)], [run('Square', [typed('T', double)], [doubles])])
  const axis = binding.createTensor([], int32, new Int32Array([0]))
  const tails = run('Cumsum', [...scanned, typed('T', double)], [weights, axis])
  const rates = run('Mul', [typed('T', double)], [weights, tails])
  const data = binding.tensorDataSync(run('Bitcast', [typed('T', double), typed('type', int32)], [rates]))
  return new Float64Array(data.buffer, data.byteOffset, norms.length)
}

function plainClosedForm(norms: Float64Array): Float64Array {
  const rates = new Float64Array(norms.length)
  let tail = 0
  for (let step = norms.length - 1; step >= 0; step--) {
    const weight = 1 / norms[step]! ** 2
    rates[step] = weight * tail
    tail += weight
  }
  return rates
}

const sums = tailSums([1, 2, 3, 4])
if (sums.join() !== '9,7,4,0') throw new Error(`float32: the sums of what follows 1, 2, 3, 4 come out as ${sums.join(', ')}`)

const norms = Float64Array.from({ length: 1000 }, (_, step) => 1 + Math.sin(step) / 3)
const expected = plainClosedForm(norms)
const off = closedForm(norms).findIndex((rate, step) => !(Math.abs(rate - expected[step]!) <= 1e-12 * expected[step]!))
if (off !== -1) throw new Error(`float64: the closed form is wrong at step ${off} of ${norms.length}`)

process.stdout.write(JSON.stringify({ version: binding.TF_Version, gpu: binding.isUsingGpuDevice() }))
