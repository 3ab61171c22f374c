import type { Precision } from '../../domain/engine.ts'
import type { Kernel } from '../kernel.ts'
import { uniformValues } from '../operations.ts'
import type { Span } from '../span.ts'
import { copyNumbers, zeroValues } from '../tensor.ts'
import type { Backend } from '../workspace.ts'
import type { TensorId } from './binding.ts'
import { evaluate } from './evaluate.ts'
import type { Operations } from './operations.ts'
import { isWhole, type Vector } from './vector.ts'

/** A backend on TensorFlow's vectors. */
export const createBackend = (operations: Operations, precision: Precision): Backend<Vector> => ({
  store: (parts, length) => {
    // Copy: TensorFlow may share the memory that it is given.
    const packed = zeroValues(precision, length)
    let offset = 0
    for (const part of parts) {
      packed.set(part, offset)
      offset += part.length
    }
    return { id: operations.upload(packed), length }
  },
  load: (span, room) => {
    const values = room(precision, span.length)
    copyNumbers(values, withSlice(operations, span, operations.download))
    return values
  },
  everyNth: (spans, p) => {
    const slices = spans.map(({ buffer, offset, length }) => operations.slice(buffer.id, offset, length, p))
    try {
      return { id: operations.concatenate(slices), length: spans.reduce((sum, { length }) => sum + Math.ceil(length / p), 0) }
    } finally {
      slices.forEach(operations.remove)
    }
  },
  run: (kernel, inputs, scalars) => run(operations, kernel, inputs, scalars),
  tailSums: (span) => withSlice(operations, span, (id) => ({ id: operations.tailSums(id), length: span.length })),
  interpolateEven: (span, length) =>
    withSlice(operations, span, (id) => ({ id: operations.interpolateEven(id, span.length, length), length })),
  largest: (span) =>
    withSlice(operations, span, (id) => {
      const largest = operations.largest(id)
      try {
        return operations.readSums([largest])[0]!
      } finally {
        operations.remove(largest)
      }
    }),
  release: ({ id }) => operations.remove(id)
})

/** Calls `use` with the entries of a span as one vector. */
function withSlice<R>(operations: Operations, span: Span<Vector>, use: (id: TensorId) => R): R {
  if (isWhole(span)) return use(span.buffer.id)
  const slice = operations.slice(span.buffer.id, span.offset, span.length, 1)
  try {
    return use(slice)
  } finally {
    operations.remove(slice)
  }
}

function run(
  operations: Operations,
  kernel: Kernel,
  inputs: readonly (readonly Span<Vector>[])[],
  scalars: Readonly<Record<string, number>>
): ReturnType<Backend<Vector>['run']> {
  const program = kernel.programFor(scalars)
  const spans = inputs[0]!
  const starts: number[] = []
  const length = spans.reduce((end, span) => {
    starts.push(end)
    return end + span.length
  }, 0)
  if (length === 0) return { tensors: program.tensors.map(() => []), sums: program.sums.map(() => []) }

  const lengths = spans.map((span) => span.length)
  const { results, sums } = evaluate(
    operations,
    program,
    uniformValues(program, scalars),
    (name) => inputs[kernel.tensors.indexOf(name)]!,
    lengths
  )
  const bySpan = operations.readSums(sums)
  new Set(sums).forEach(operations.remove)
  const spansOf = (id: TensorId) => {
    const buffer = { id, length }
    return spans.map((span, i) => ({ buffer, offset: starts[i]!, length: span.length }))
  }
  return { tensors: results.map(spansOf), sums: program.sums.map((_, i) => bySpan.slice(i * spans.length, (i + 1) * spans.length)) }
}
