import { float64OfBytes } from '../../domain/float64-bytes.ts'
import type { Points, Steps } from '../../domain/gradient-norm.ts'
import { indicesBetween, slice } from '../../domain/step-index.ts'
import { type ChunkInfo, concatenate, pointsOf } from './chunk.ts'

/** Points as they arrived, each with its sequence. */
export interface Arrived extends Points {
  /** Increasing; without gaps unless superseded points were removed. */
  sequences: Steps
}

/** The points of a row. */
export function arrivedOf(
  info: Pick<ChunkInfo, 'sequence' | 'first' | 'stride'>,
  { steps, values, sequences }: { steps: Uint8Array | null; values: Uint8Array; sequences: Uint8Array | null }
): Arrived {
  return { ...pointsOf(info, steps, values), sequences: sequences ? float64OfBytes(sequences) : { first: info.sequence, stride: 1 } }
}

/** Those with from ≤ sequence < to. */
export function between({ sequences, ...points }: Arrived, from: number, to: number): Arrived {
  const [start, end] = indicesBetween(sequences, points.values.length, from, to - 1)
  return { ...slice(points, start, end), sequences: slice({ steps: sequences, values: points.values }, start, end).steps }
}

/** Points one after another. */
export function joined(parts: readonly Arrived[]): Arrived {
  const some = parts.filter(({ values }) => values.length > 0)
  if (some.length === 0) return { steps: new Float64Array(0), values: new Float64Array(0), sequences: new Float64Array(0) }
  return { ...concatenate(some), sequences: concatenate(some.map(({ sequences, values }) => ({ steps: sequences, values }))).steps }
}
