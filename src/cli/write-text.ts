import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from './failures.ts'

/** Writes piece by piece, into a file or to standard output. */
export async function writeText(text: Iterable<string>, path: string | undefined): Promise<void> {
  try {
    if (path === undefined) await pipeline(Readable.from(text), process.stdout, { end: false })
    else await pipeline(Readable.from(text), createWriteStream(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // The reader of the pipe has seen enough, as `head` does.
    if (code === 'EPIPE') return
    if (path !== undefined) throw new UsageError(`cannot write ${path}: ${message}`)
    throw error
  }
}
