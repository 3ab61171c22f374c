import type { Span } from '../span.ts'
import type { TensorId } from './binding.ts'

/** A TensorFlow vector. It never changes: a result that replaces an input is a new vector. */
export interface Vector {
  readonly id: TensorId
  readonly length: number
}

export const isWhole = ({ buffer, offset, length }: Span<Vector>): boolean => offset === 0 && length === buffer.length
