import { timeInTurn } from '../../domain/loop-turn.ts'
import { invalid } from '../../domain/problems.ts'
import type { LogFormat } from './log-format.ts'
import { negative } from './point-checks.ts'

/** Values alone: float64, little-endian. */
export const float64: LogFormat = {
  name: 'float64',
  mediaType: 'application/octet-stream',
  content: 'binary',
  hasColumns: false,
  examples: {},
  read: async (chunks) => {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    const values = joined(parts)
    for (let start = 0; start < values.length; start += turnLength) {
      if (start > 0) await timeInTurn()
      check(values, start, Math.min(values.length, start + turnLength))
    }
    return { values, steps: null, startStep: null, stride: null }
  }
}

/** As many values are checked before other work is let pass: a few milliseconds. */
const turnLength = 2 ** 20

/** The values in bytes that are cut anywhere and need not be aligned. Those that came whole and are aligned are not copied. */
function joined(parts: readonly Uint8Array[]): Float64Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length % 8 !== 0) {
    throw invalid('', `The body has ${length} bytes, which is not a multiple of 8.`, 'Send float64 values, little-endian, 8 bytes each.')
  }
  const [whole] = parts
  if (parts.length === 1 && whole!.byteOffset % 8 === 0 && whole!.buffer instanceof ArrayBuffer) {
    return new Float64Array(whole!.buffer, whole!.byteOffset, length / 8)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return new Float64Array(bytes.buffer)
}

/** Refuses finite negative values, and makes one NaN of the many that there are. */
function check(values: Float64Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const value = values[i]!
    if (value >= 0) continue
    if (Number.isNaN(value)) values[i] = Number.NaN
    else if (value !== Number.NEGATIVE_INFINITY) throw negative(value, { pointer: () => `/${i}`, prefix: `Value ${i}: ` })
  }
}
