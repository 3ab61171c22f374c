import { invalid } from '../../domain/problems.ts'
import type { LogFormat } from './log-format.ts'
import type { NormLog } from './norm-log.ts'
import { negative } from './point-checks.ts'

/** Values alone: float64, little-endian. */
export const float64: LogFormat = {
  name: 'float64',
  mediaType: 'application/octet-stream',
  read: async (chunks) => {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    return float64Log(parts)
  }
}

/**
 * Reads values from their bytes, which need not be aligned.
 * @param parts the bytes in order, cut anywhere
 * @throws Problem `invalid-request`
 */
export function float64Log(parts: readonly Uint8Array[]): NormLog {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length % 8 !== 0) {
    throw invalid('', `The body has ${length} bytes, which is not a multiple of 8.`, 'Send float64 values, little-endian, 8 bytes each.')
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  const values = new Float64Array(bytes.buffer)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value >= 0) continue
    if (Number.isNaN(value))
      values[i] = Number.NaN // one NaN of many
    else if (value !== Number.NEGATIVE_INFINITY) throw negative(value, { pointer: () => `/${i}`, prefix: `Value ${i}: ` })
  }
  return { values, steps: null, startStep: null, stride: null }
}
