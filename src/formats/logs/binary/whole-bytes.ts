import type { LogSource } from '../recorder.ts'

/** All bytes of a log, for formats that are read from their end or at random. */
export async function wholeBytes(source: LogSource): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of source.bytes()) {
    // Once in pieces and once as a whole.
    source.grow?.(2 * chunk.length)
    parts.push(chunk)
  }
  const [whole] = parts
  return parts.length === 1 ? Buffer.from(whole!.buffer, whole!.byteOffset, whole!.byteLength) : Buffer.concat(parts)
}
