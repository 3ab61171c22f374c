import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid, type Problem } from '../../domain/problems.ts'
import { duplicateKey } from '../duplicate-key.ts'
import { readCount, readFields, readList, readObject, readText } from '../json-fields.ts'
import { dimensionsMax } from '../tensors/json-tensors.ts'
import { type Dtype, dtypeBytes } from './float-bytes.ts'

/** A tensor of a safetensors file: where its bytes are, counted from the end of the header. */
export interface Entry {
  readonly name: string
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly start: number
  readonly end: number
}

export interface Header {
  /** In the order of their bytes, which have no gaps and do not overlap. */
  readonly entries: readonly Entry[]
  readonly metadata: Readonly<Record<string, string>>
  /** Bytes that follow the header. */
  readonly dataLength: number
}

/** The longest header that is read, as in the official library. Bytes. */
export const headerBytesMax = 100_000_000
/** The most tensors of one file. */
export const tensorsMax = 1_000_000

/**
 * The length of a header, from the first 8 bytes of a file.
 * @throws Problem `invalid-request`
 */
export function headerLength(prefix: Uint8Array): number {
  if (prefix.length < 8) throw invalid('', 'The body ends before the 8 bytes that say how long its safetensors header is.')
  const length = new DataView(prefix.buffer, prefix.byteOffset, 8).getBigUint64(0, true)
  if (length <= headerBytesMax) return Number(length)
  throw invalid('', `The safetensors header says that it has ${length} bytes; ${headerBytesMax} is the most.`)
}

/**
 * Reads the header of a safetensors file. Places are JSON Pointers into the header.
 * @param bytes the header, without the 8 bytes of its length
 * @throws Problem `invalid-request`, naming the tensor
 * @see https://huggingface.co/docs/safetensors, Format
 */
export const readHeader = (bytes: Uint8Array): Header => readHeaderText(headerText(bytes))

/**
 * The text of a header.
 * @param bytes without the 8 bytes of its length
 * @throws Problem `invalid-request` where they are no text
 */
export function headerText(bytes: Uint8Array): string {
  try {
    // Text is not decoded from memory that is shared.
    return utf8.decode(bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes))
  } catch {
    throw invalid('', 'The safetensors header is not UTF-8.')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a header that is there as text. @throws Problem as {@link readHeader} */
export function readHeaderText(text: string): Header {
  const { __metadata__: metadata = {}, ...tensors } = readObject(parsed(text), '')
  const list = Object.entries(tensors)
  if (list.length > tensorsMax) throw invalid('', `There are ${list.length} tensors; ${tensorsMax} is the most.`)
  const entries = list.map(([name, entry]) => readEntry(name, entry)).sort((a, b) => a.start - b.start || a.end - b.end)
  let dataLength = 0
  for (const { name, start, end } of entries) {
    if (start !== dataLength) {
      const what = start < dataLength ? 'overlap those of another tensor' : `leave a gap of ${start - dataLength} bytes before them`
      throw wrongEntry(name, 'data_offsets', `The bytes of "${name}", from ${start}, ${what}.`)
    }
    dataLength = end
  }
  return { entries, metadata: readMetadata(metadata), dataLength }
}

function parsed(text: string): unknown {
  if (!text.startsWith('{')) throw invalid('', 'The safetensors header does not begin with {.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw invalid('', `The safetensors header is not JSON: ${(error as Error).message}.`)
  }
  const twice = duplicateKey(text)
  if (twice !== undefined) throw invalid('', `The safetensors header has the key ${JSON.stringify(twice)} twice.`)
  return value
}

const fields = { dtype: readText, shape: readSizes, data_offsets: readSizes }

function readEntry(name: string, value: unknown): Entry {
  const { dtype, shape, data_offsets } = readFields(value, pointerTo('', name), fields, ['dtype', 'shape', 'data_offsets'])
  if (dtype !== 'F32' && dtype !== 'F64') {
    throw wrongEntry(name, 'dtype', `"${name}" has dtype ${JSON.stringify(dtype)}; F32 and F64 are read.`, 'Convert it.')
  }
  const [start, end] = data_offsets!
  if (data_offsets!.length !== 2 || start! > end!) {
    throw wrongEntry(name, 'data_offsets', `The data_offsets of "${name}" are not a first byte and a last one after it.`)
  }
  const bytes = dtypeBytes[dtype] * shape!.reduce((product, size) => product * size, 1)
  if (bytes !== end! - start!) {
    const expected = `${dtype} of shape [${shape!.join(', ')}] takes ${bytes}`
    throw wrongEntry(name, 'data_offsets', `"${name}" has ${end! - start!} bytes, and ${expected}.`)
  }
  return { name, dtype, shape: shape!, start: start!, end: end! }
}

function readSizes(value: unknown, pointer: string): readonly number[] {
  const list = readList(value, pointer)
  if (list.length > dimensionsMax) throw invalid(pointer, `has ${list.length} dimensions; ${dimensionsMax} is the most.`)
  return list.map((size, i) => readCount(size, pointerTo(pointer, i)))
}

const readMetadata = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readObject(value, '/__metadata__')).map(([key, text]) => [key, readText(text, pointerTo('/__metadata__', key))])
  )

const wrongEntry = (name: string, field: string, detail: string, fix?: string): Problem => invalid(pointerTo('', name, field), detail, fix)
