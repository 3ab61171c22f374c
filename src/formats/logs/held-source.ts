import type { LogSource } from './recorder.ts'

/** A log whose bytes come once, and are kept so that they can be read again. */
export async function heldSource(chunks: AsyncIterable<Uint8Array>, name = ''): Promise<LogSource> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return {
    name,
    async *bytes() {
      yield* parts
    }
  }
}
