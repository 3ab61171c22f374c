import { type EngineDescription, type Precision, precisions } from '../../domain/engine.ts'
import { addTo, type CompensatedSum, sumOf } from '../compensated-sum.ts'
import type { Engine } from '../engine.ts'
import { extrema } from '../extrema.ts'
import { interpolateEven } from '../interpolate.ts'
import type { Kernel } from '../kernel.ts'
import { uniformValues } from '../operations.ts'
import type { Span } from '../span.ts'
import { tailSums } from '../tail-sums.ts'
import { copyNumbers, type Values, zeroValues } from '../tensor.ts'
import { type Backend, createWorkspace } from '../workspace.ts'
import { evaluateBlock } from './evaluate-block.ts'

/** Entries per block. */
const blockEntriesMax = 2048

export const referenceDescription: EngineDescription = {
  name: 'reference',
  device: 'cpu',
  library: `Node.js ${process.versions.node}`,
  precisions
}

/** The trusted engine: one plain loop per operation of a formula, and compensated sums. */
export const createReferenceEngine = (): Engine => ({
  description: referenceDescription,
  open: (precision) => createWorkspace(createBackend(precision), precision)
})

const createBackend = (precision: Precision): Backend<Values> => ({
  store: (parts, length) => {
    const packed = zeroValues(precision, length)
    let offset = 0
    for (const values of parts) {
      packed.set(values, offset)
      offset += values.length
    }
    return packed
  },
  load: ({ buffer, offset, length }, room) => {
    const values = room(precision, length)
    copyNumbers(values, buffer.subarray(offset, offset + length))
    return values
  },
  everyNth: (spans, p) => {
    const packed = zeroValues(
      precision,
      spans.reduce((sum, { length }) => sum + Math.ceil(length / p), 0)
    )
    let at = 0
    for (const { buffer, offset, length } of spans) for (let i = 0; i < length; i += p) packed[at++] = buffer[offset + i]!
    return packed
  },
  run: (kernel, inputs, scalars) => run(precision, kernel, inputs, scalars),
  tailSums: (span) => tailSums(float64(span), new Float64Array(span.length)),
  interpolateEven: (span, length) => interpolateEven(float64(span), new Float64Array(length)),
  largest: (span) => extrema(float64(span))[1],
  release: () => {}
})

const float64 = ({ buffer, offset, length }: Span<Values>): Float64Array => (buffer as Float64Array).subarray(offset, offset + length)

function run(
  precision: Precision,
  kernel: Kernel,
  inputs: readonly (readonly Span<Values>[])[],
  scalars: Readonly<Record<string, number>>
): ReturnType<Backend<Values>['run']> {
  const program = kernel.programFor(scalars)
  const uniforms = uniformValues(program, scalars)
  const spans = inputs[0]!
  const blockEntries = Math.min(blockEntriesMax, Math.max(0, ...spans.map(({ length }) => length)))
  const registers = program.instructions.map(() => zeroValues(precision, blockEntries))
  const sums = program.sums.map(() => spans.map((): CompensatedSum => ({ sum: 0, dropped: 0 })))
  const results = kernel.replaces.map((replaced) => inputs[replaced] ?? fresh(precision, spans))

  spans.forEach(({ length }, at) => {
    for (let start = 0; start < length; start += blockEntries) {
      const entries = Math.min(blockEntries, length - start)
      const block = ({ buffer, offset }: Span<Values>) => buffer.subarray(offset + start, offset + start + entries)
      const input = (name: string) => block(inputs[kernel.tensors.indexOf(name)]![at]!)
      evaluateBlock(program.instructions, registers, entries, uniforms, input)
      for (const [i, index] of program.tensors.entries()) block(results[i]![at]!).set(registers[index]!.subarray(0, entries))
      for (const [i, index] of program.sums.entries()) addTo(sums[i]![at]!, registers[index]!.subarray(0, entries))
    }
  })
  return { tensors: results, sums: sums.map((bySpan) => bySpan.map(sumOf)) }
}

/** Spans of new memory, as long as others. */
function fresh(precision: Precision, like: readonly Span<Values>[]): readonly Span<Values>[] {
  const buffer = zeroValues(
    precision,
    like.reduce((sum, { length }) => sum + length, 0)
  )
  let end = 0
  return like.map(({ length }) => ({ buffer, offset: (end += length) - length, length }))
}
