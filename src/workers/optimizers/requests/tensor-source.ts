import { invalid } from '../../../domain/problems.ts'
import type { ByteReader } from '../../../formats/safetensors/byte-reader.ts'
import { numbersIn } from '../../../formats/safetensors/float-bytes.ts'
import type { Entry, Header } from '../../../formats/safetensors/header.ts'
import type { WireTensor } from '../../../formats/tensors/named-tensors.ts'
import { createSpool } from '../../threads/spool.ts'

/** Gives the tensors of a safetensors body. */
export interface TensorSource {
  readonly read: (entry: Entry) => WireTensor | Promise<WireTensor>
  /** Called when all are read. @throws Problem `invalid-request` where bytes follow them */
  readonly finish: () => Promise<void>
  readonly discard: () => void
}

/**
 * Tensors of a body that is in memory.
 * @param data what follows the header
 * @throws Problem `invalid-request` where it ends too soon or goes on
 */
export function wholeTensors(data: Uint8Array, { dataLength }: Header): TensorSource {
  assertLength(data.length, dataLength)
  return { read: (entry) => tensorOf(entry, data.subarray(entry.start, entry.end)), finish: async () => {}, discard: () => {} }
}

/**
 * Tensors that are asked for in the order of their bytes: each is taken from the body when it is asked for, and none is kept.
 * @throws Problem `invalid-request`, when it is read, where the body ends too soon
 */
export function streamedTensors(reader: ByteReader): TensorSource {
  return {
    read: async (entry) => tensorOf(entry, await reader.take(entry.end - entry.start)),
    finish: () => assertEnd(reader),
    discard: () => {}
  }
}

/**
 * Tensors that are asked for in any order: all bytes are read first, and kept in memory as long as they are few, then in a temporary file.
 * @throws Problem `invalid-request` where the body ends too soon or goes on
 */
export async function keptTensors(reader: ByteReader, { dataLength }: Header, bytesInMemory?: number): Promise<TensorSource> {
  const spool = createSpool(bytesInMemory)
  let length = 0
  try {
    for await (const piece of reader.rest()) {
      length += piece.length
      await spool.write(piece)
    }
    assertLength(length, dataLength)
  } catch (error) {
    spool.discard()
    throw error
  }
  return {
    read: async (entry) => tensorOf(entry, await spool.readAt(entry.start, entry.end - entry.start)),
    finish: async () => {},
    discard: spool.discard
  }
}

function tensorOf({ shape, dtype, start, end }: Entry, bytes: Uint8Array): WireTensor {
  if (bytes.length < end - start) throw endsTooSoon(end - start - bytes.length)
  return { shape, values: numbersIn(bytes, dtype) }
}

async function assertEnd(reader: ByteReader): Promise<void> {
  const { length } = await reader.take(1)
  if (length > 0) throw goesOn()
}

function assertLength(length: number, expected: number): void {
  if (length < expected) throw endsTooSoon(expected - length)
  if (length > expected) throw goesOn(length - expected)
}

const endsTooSoon = (missing: number) => invalid('', `The body ends ${missing} bytes before the end of its tensors.`)
const goesOn = (bytes?: number) => invalid('', `${bytes ?? 'More'} bytes follow the tensors that the header lists.`)
