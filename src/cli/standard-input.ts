import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogSource } from '../formats/logs/recorder.ts'

/** As much is kept in memory; more is put into a file that has no name. Bytes. */
const keptBytesMax = 2 ** 26
/** Read at once. */
const pieceBytes = 2 ** 20

/** What comes on standard input, as a log that can be read again: it comes once, and may be larger than the memory. */
export async function standardInput(chunks: AsyncIterable<Uint8Array> = process.stdin, keptMax = keptBytesMax): Promise<LogSource> {
  const parts: Uint8Array[] = []
  let length = 0
  let file: FileHandle | undefined
  for await (const chunk of chunks) {
    length += chunk.length
    if (file === undefined && length > keptMax) {
      file = await namelessFile()
      for (const part of parts.splice(0)) await file.appendFile(part)
    }
    if (file === undefined) parts.push(chunk)
    else await file.appendFile(chunk)
  }
  const spilled = file
  return {
    name: '',
    async *bytes() {
      if (spilled === undefined) yield* parts
      else {
        for (let at = 0; at < length; ) {
          const { bytesRead, buffer } = await spilled.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, at)
          if (bytesRead === 0) break
          at += bytesRead
          yield buffer.subarray(0, bytesRead)
        }
      }
    }
  }
}

/** A file that is gone when the process is, however it ends; where a system keeps names of open files, it lies among its temporary ones. */
async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'taper-'))
  const file = await open(join(folder, 'standard-input'), 'wx+', 0o600)
  await rm(folder, { recursive: true, force: true }).catch(() => {})
  return file
}
