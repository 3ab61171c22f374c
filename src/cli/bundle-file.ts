import { createWriteStream, type ReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { UsageError } from './failures.ts'
import { unreadable } from './read-log-file.ts'

/**
 * Writes a file that is there whole or not at all: beside its place, under the name with `.partial`, and moved there when it is on disk.
 * Nobody but its owner may read it.
 */
export async function writeWholeFile<T>(path: string, write: (out: Writable) => Promise<T>): Promise<T> {
  const partial = `${path}.partial`
  await rm(partial, { force: true })
  const file = await open(partial, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${partial}: ${error.code === 'ENOENT' ? 'no such folder' : error.message}`)
  })
  try {
    // By its number: a stream that holds the file itself would have to close it, before it is known to be on disk.
    const result = await write(createWriteStream(partial, { fd: file.fd, autoClose: false }))
    await file.sync()
    const [mine, there] = [await file.stat(), await stat(partial)]
    if (mine.ino !== there.ino || mine.dev !== there.dev) throw new Error(`${partial} is being written by another process as well.`)
    await rename(partial, path)
    await syncFolder(dirname(path))
    return result
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** So that a name survives a power cut. Not every system can do that with a folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

/** Standard output as a stream that can be given up, which standard output itself cannot. */
export const standardOutput = (): Writable =>
  new Writable({ write: (bytes: Uint8Array, _encoding, done) => void process.stdout.write(bytes, (error) => done(error ?? null)) })

/** A file as a stream, or standard input for "-". @throws UsageError where there is no such file */
export async function readFileStream(path: string): Promise<NodeJS.ReadStream | ReadStream> {
  if (path === '-') return process.stdin
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}: ${unreadable(error)}`)
  })
  return file.createReadStream({ highWaterMark: 2 ** 20 })
}
