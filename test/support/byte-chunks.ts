/** Bytes as they might come over a network: cut into chunks of the sizes given, over and over. */
export async function* chunked(bytes: Uint8Array, sizes: readonly number[] = [65_536]): AsyncGenerator<Uint8Array> {
  for (let start = 0, k = 0; start < bytes.length; k++) {
    const size = Math.max(1, sizes[k % sizes.length]!)
    yield bytes.subarray(start, start + size)
    start += size
  }
}

export const textChunks = (text: string, sizes?: readonly number[]): AsyncGenerator<Uint8Array> =>
  chunked(new TextEncoder().encode(text), sizes)
