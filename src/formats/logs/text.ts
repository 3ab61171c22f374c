import { invalid } from '../../domain/problems.ts'

/** A slice is parsed in a few milliseconds. */
const sliceBytes = 65_536

/** As long as this, in milliseconds, slices are worked on before other work is let pass. */
const turnMs = 8

/** Lets other work of the process pass: network, timers, other requests. */
export const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The same bytes in slices of at most 64 KiB, letting other work of the process pass between them. */
export async function* slices(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let turnStart = performance.now()
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      yield chunk.subarray(start, start + sliceBytes)
      if (performance.now() - turnStart > turnMs) {
        await otherWork()
        turnStart = performance.now()
      }
    }
  }
}

/**
 * The text of UTF-8 bytes, slice by slice, without the byte order mark.
 * @throws Problem `invalid-request` where the bytes are not UTF-8
 */
export async function* texts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const slice of slices(chunks)) yield decoder.decode(slice, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw invalid('', 'The body is not UTF-8 text.', 'Send UTF-8, or float64 values as application/octet-stream.')
  }
}

export async function allText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: string[] = []
  for await (const text of texts(chunks)) parts.push(text)
  return parts.join('')
}
