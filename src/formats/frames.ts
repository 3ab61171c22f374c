import { Problem } from '../domain/problems.ts'

/**
 * Messages between two programs over a pipe. A frame is the length of its JSON in bytes (uint32), the JSON, and after it vectors of
 * float64, all little-endian. Where the value has a vector, the JSON has `{"$numbers": k}` for the k-th; `lengths` says how long each is.
 * So numbers travel bit for bit, and NaN and infinities too.
 */
interface Envelope {
  readonly lengths: readonly number[]
  readonly value: unknown
}

/** Most bytes of JSON in a frame, and of numbers: more is a mistake of the sender, or no frame at all. */
const jsonBytesMax = 2 ** 26
const numberBytesMax = 2 ** 32
const vectorsMax = 4096

/** Bytes of a frame, in pieces: the vectors are not copied. */
export function* frameOf(value: unknown): Generator<Uint8Array> {
  const vectors: Float64Array[] = []
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Float64Array) return { $numbers: vectors.push(part) - 1 }
    return typeof part === 'number' && part - part !== 0 ? String(part) : part
  })
  const json = new TextEncoder().encode(`{"lengths":${JSON.stringify(vectors.map(({ length }) => length))},"value":${text}}`)
  const head = new Uint8Array(4 + json.length)
  new DataView(head.buffer).setUint32(0, json.length, true)
  head.set(json, 4)
  yield head
  for (const vector of vectors) yield new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
}

/**
 * The values of frames as they come.
 * @throws Problem `invalid-request` where the bytes are no frame; what follows cannot be understood either
 */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const bytes = new Bytes(chunks)
  for (;;) {
    const head = await bytes.take(4)
    if (head === null) return
    const size = new DataView(head.buffer, head.byteOffset).getUint32(0, true)
    if (size > jsonBytesMax) throw noFrame(`its JSON would have ${size} bytes`)
    const { lengths, value } = envelopeOf(await bytes.takeAll(size))
    const vectors: Float64Array[] = []
    for (const length of lengths) {
      const numbers = new Float64Array(length)
      await bytes.fill(new Uint8Array(numbers.buffer))
      vectors.push(numbers)
    }
    yield withVectors(value, vectors)
  }
}

function envelopeOf(json: Uint8Array): Envelope {
  let envelope: Partial<Envelope> | null
  try {
    envelope = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as Partial<Envelope> | null
  } catch {
    throw noFrame('it has no JSON')
  }
  const lengths = envelope?.lengths
  const isRight =
    Array.isArray(lengths) &&
    lengths.length <= vectorsMax &&
    lengths.every((length) => Number.isInteger(length) && length >= 0) &&
    8 * lengths.reduce((sum, length) => sum + length, 0) <= numberBytesMax
  if (!isRight) throw noFrame('it does not say the lengths of its vectors')
  return { lengths, value: envelope?.value }
}

function withVectors(value: unknown, vectors: readonly Float64Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => withVectors(part, vectors))
  const { $numbers: index } = value as { $numbers?: number }
  if (index !== undefined) {
    const vector = vectors[index]
    if (vector === undefined) throw noFrame(`it has no vector ${index}`)
    return vector
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withVectors(part, vectors)]))
}

const noFrame = (why: string): Problem => new Problem('invalid-request', `The input is not a frame: ${why}.`)

/** Bytes of a stream, as many at a time as are asked for. */
class Bytes {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Null where the stream has ended before the first of them. */
  async take(count: number): Promise<Uint8Array | null> {
    if (this.#rest.length === 0 && !(await this.#more())) return null
    return await this.takeAll(count)
  }

  async takeAll(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count)
    await this.fill(taken)
    return taken
  }

  async fill(taken: Uint8Array): Promise<void> {
    for (let filled = 0; filled < taken.length; ) {
      if (this.#rest.length === 0 && !(await this.#more())) throw noFrame('it ends early')
      const part = this.#rest.subarray(0, taken.length - filled)
      taken.set(part, filled)
      filled += part.length
      this.#rest = this.#rest.subarray(part.length)
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done !== true) this.#rest = next.value
    return next.done !== true
  }
}
