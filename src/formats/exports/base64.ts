import { bytesOfFloat64 } from '../../domain/float64-bytes.ts'

const lineLength = 120

/** Encodes float64 values, little-endian, as lines of base64. */
export function base64Lines(values: Float64Array): string {
  const bytes = bytesOfFloat64(values)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const lines: string[] = []
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength))
  return lines.join('\n')
}
