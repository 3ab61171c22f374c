import { invalid } from '../../../domain/problems.ts'
import { bytesOf, type Dtype, dtypeOf, numbersIn } from '../../../formats/safetensors/float-bytes.ts'
import type { NamedTensors } from '../../../formats/tensors/named-tensors.ts'
import { entryCount } from '../../../kernels/tensor.ts'
import { createSpool } from '../../threads/spool.ts'

/** What `keep: "all"` may keep: numbers of all steps together, and tensors, each of which has a name in the answer. */
const keptEntriesMax = 2 ** 28
const keptTensorsMax = 2 ** 20
/** What `diagnostics: "tensors"` may tell of, which stays in memory: tensors of all steps together. */
const toldTensorsMax = 2 ** 18

/** @throws Problem `invalid-request` where the parameters of all steps are more than an answer can be */
export function assertKeepable(parameters: NamedTensors, steps: number): void {
  const entries = steps * [...parameters.values()].reduce((sum, { shape }) => sum + entryCount(shape), 0)
  const tensors = steps * parameters.size
  if (entries <= keptEntriesMax && tensors <= keptTensorsMax) return
  throw invalid(
    '/keep',
    `would keep ${entries} numbers in ${tensors} tensors; the limits are ${keptEntriesMax} and ${keptTensorsMax}.`,
    'Send fewer steps per request, and the rest with the returned state.'
  )
}

/** @throws Problem `invalid-request` where the diagnostics of each tensor in each step are more than an answer can be */
export function assertTellable(parameters: NamedTensors, steps: number): void {
  const count = steps * parameters.size
  if (count <= toldTensorsMax) return
  throw invalid(
    '/diagnostics',
    `would tell of ${count} tensors in ${steps} steps; the limit is ${toldTensorsMax}.`,
    'Send fewer steps per request, and the rest with the returned state.'
  )
}

/** Tensors after each of many steps: the same names, shapes and types each time. */
export interface Trajectory {
  readonly add: (tensors: NamedTensors) => Promise<void>
  readonly steps: () => number
  /** What each step has, in the order of its bytes. */
  readonly tensors: () => readonly { readonly name: string; readonly dtype: Dtype; readonly shape: readonly number[] }[]
  /** The little-endian bytes of all steps, one step after the other. */
  readonly bytes: () => AsyncIterable<Uint8Array>
  readonly read: (step: number) => Promise<NamedTensors>
  readonly discard: () => void
}

/** A trajectory in memory as long as it is small, then in a temporary file, so that its length costs no memory. */
export function createTrajectory(): Trajectory {
  const spool = createSpool()
  let layout: { name: string; dtype: Dtype; shape: readonly number[]; start: number; end: number }[] = []
  let stride = 0
  let steps = 0
  return {
    async add(tensors) {
      if (steps === 0) {
        layout = [...tensors].map(([name, { shape, values }]) => {
          const start = stride
          stride += values.byteLength
          return { name, dtype: dtypeOf(values), shape, start, end: stride }
        })
      }
      steps += 1
      for (const { values } of tensors.values()) await spool.write(bytesOf(values))
    },
    steps: () => steps,
    tensors: () => layout,
    bytes: () => spool.read(0, steps * stride),
    async read(step) {
      const bytes = await spool.readAt(step * stride, stride)
      return new Map(
        layout.map(({ name, dtype, shape, start, end }) => [name, { shape, values: numbersIn(bytes.subarray(start, end), dtype) }])
      )
    },
    discard: spool.discard
  }
}
