import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { Problem } from '../../domain/problems.ts'

/** Bytes that are written once, one after the other, and read anywhere. */
export interface Spool {
  /** The bytes are the spool's own from then on. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly readAt: (start: number, length: number) => Promise<Uint8Array>
  /** Bytes from `start` to before `end`, in pieces. */
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>
  /** All bytes for another thread of this process, which is done with them before they are discarded. */
  readonly share: () => Promise<SpooledBytes>
  readonly discard: () => void
}

/** Bytes of a spool: in memory, or in a file that is open in this process. */
export type SpooledBytes = { readonly memory: Uint8Array } | { readonly descriptor: number }

/** What stays in memory; a spool that grows beyond it goes to a file. Bytes. */
const memoryBytesMax = 32 * 2 ** 20
const pieceBytes = 2 ** 20

/** A spool in memory, and beyond a bound in a temporary file, which has no name and is gone with the process whatever happens. */
export function createSpool(bound = memoryBytesMax): Spool {
  let memory: Uint8Array[] = []
  let length = 0
  let inFile = 0
  let file: FileHandle | undefined

  const flush = async (): Promise<void> => {
    if (file === undefined) {
      const path = join(tmpdir(), `taper-${uuidv7()}`)
      file = await open(path, 'wx+', 0o600)
      await unlink(path)
    }
    const pieces = memory
    memory = []
    if (pieces.length > 0) await file.writev(pieces, inFile).catch(refuseWhereFull)
    inFile = length
  }
  const readFile = async (start: number, count: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(count)
    let filled = 0
    while (filled < count) {
      const { bytesRead } = await file!.read(bytes, filled, count - filled, start + filled)
      if (bytesRead === 0) throw new Error('a temporary file is shorter than what was written to it')
      filled += bytesRead
    }
    return bytes
  }
  const readAt = async (start: number, count: number): Promise<Uint8Array> => {
    if (inFile > 0) {
      if (memory.length > 0) await flush()
      return await readFile(start, count)
    }
    if (memory.length > 1) memory = [Buffer.concat(memory)]
    return (memory[0] ?? new Uint8Array(0)).subarray(start, start + count)
  }
  return {
    async write(bytes) {
      memory.push(bytes)
      length += bytes.length
      if (length - inFile > bound) await flush()
    },
    readAt,
    async *read(start, end) {
      for (let at = start; at < end; at += pieceBytes) yield await readAt(at, Math.min(pieceBytes, end - at))
    },
    async share() {
      if (inFile === 0) return { memory: await readAt(0, length) }
      if (memory.length > 0) await flush()
      return { descriptor: file!.fd }
    },
    discard() {
      memory = []
      // Nothing is lost by a failure to close what nobody reads again.
      file?.close().catch(() => {})
      file = undefined
    }
  }
}

/** @throws Problem `storage-full` */
function refuseWhereFull(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error
  throw new Problem('storage-full', `The disk of the folder for temporary files, ${tmpdir()}, is full.`, {
    retryAfterSeconds: 30,
    cause: error
  })
}
