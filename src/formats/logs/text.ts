import { timeInTurn } from '../../domain/loop-turn.ts'
import { invalid, type Problem } from '../../domain/problems.ts'
import { joinedBytes } from './binary/joined-bytes.ts'

/** A slice is parsed in a few milliseconds. */
const sliceBytes = 65_536

/** By so many bytes the encoding is told. */
const headBytes = 256

/** The same bytes in slices of at most 64 KiB, letting other work of the process pass between them. */
export async function* slices(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      await timeInTurn()
      yield chunk.subarray(start, start + sliceBytes)
    }
  }
}

/**
 * The encoding of a text by its first bytes: by its mark, or by the zero bytes that ASCII has in UTF-16, as Excel and PowerShell write it;
 * else UTF-8.
 */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const looked = head.subarray(0, headBytes)
  const zeros = (parity: number) => looked.reduce((sum, byte, i) => sum + (byte === 0 && i % 2 === parity ? 1 : 0), 0)
  if (looked.length >= 4 && zeros(1) >= looked.length / 4 && zeros(0) === 0) return 'utf-16le'
  return looked.length >= 4 && zeros(0) >= looked.length / 4 && zeros(1) === 0 ? 'utf-16be' : 'utf-8'
}

/**
 * The text of bytes in UTF-8 or UTF-16, slice by slice, without the byte order mark.
 * @throws Problem `invalid-request` where the bytes are neither
 */
export async function* texts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let head: Uint8Array = new Uint8Array(0)
  try {
    for await (const slice of slices(chunks)) {
      if (decoder === undefined && slice.length + head.length < headBytes) {
        head = Buffer.concat([head, slice])
        continue
      }
      const known = decoder === undefined ? Buffer.concat([head, slice]) : slice
      decoder ??= new TextDecoder(encodingOf(known), { fatal: true })
      yield decoder.decode(known, { stream: true })
    }
    yield decoder === undefined ? new TextDecoder(encodingOf(head), { fatal: true }).decode(head) : decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw notText()
  }
}

export const notText = (): Problem =>
  invalid('', 'The text is neither UTF-8 nor UTF-16.', 'Save it as UTF-8, or send float64 values as application/octet-stream.')

const utf8Mark = Buffer.of(0xef, 0xbb, 0xbf)

/** The bytes of a text as UTF-8, slice by slice, without the byte order mark. Those that came as UTF-8 are not checked. */
export async function* utf8Slices(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const source = slices(chunks)
  let head: Buffer = Buffer.alloc(0)
  while (head.length < headBytes) {
    const { value, done } = await source.next()
    if (done === true) break
    head = joinedBytes(head, bufferOf(value))
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head
    for await (const slice of source) yield bufferOf(slice)
  }
  if (encodingOf(head) !== 'utf-8') {
    for await (const text of texts(all())) yield Buffer.from(text)
    return
  }
  if (head.subarray(0, 3).equals(utf8Mark)) head = head.subarray(3)
  yield* all()
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** @param grow told of memory before it is taken. Bytes. */
export async function allText(chunks: AsyncIterable<Uint8Array>, grow?: (bytes: number) => void): Promise<string> {
  const parts: string[] = []
  for await (const text of texts(chunks)) {
    // The text, and the objects that it becomes.
    grow?.(6 * text.length)
    parts.push(text)
  }
  return parts.join('')
}
