import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { logsAmong } from '../formats/logs/log-files.ts'
import { UsageError } from './failures.ts'
import { filesIn, isFolder } from './log-folder.ts'
import { unreadable } from './read-log-file.ts'

/** A file on its way to a service. */
export interface FileToSend {
  /** With the folders that say whose it is; empty for standard input. */
  readonly name: string
  /** Bytes; NaN where nobody knows. */
  readonly size: number
  open(): AsyncIterable<Uint8Array>
}

/**
 * The files of paths, those that go together in one list: a folder sends the logs in it, and nothing else of what a trainer keeps there.
 * @throws UsageError for what is not there, and a folder without a log
 */
export async function filesToSend(paths: readonly string[]): Promise<FileToSend[][]> {
  const requests: FileToSend[][] = []
  const files: FileToSend[] = []
  for (const path of paths) {
    if (path === '-') requests.push([{ name: '', size: Number.NaN, open: () => process.stdin }])
    else if (await isFolder(path)) requests.push(await filesOfFolder(path))
    else files.push(await fileAt(path, basename(path)))
  }
  const names = files.map(({ name }) => name)
  // Files that are one log, or several of which none hides another, go together.
  const isOne = new Set(names).size === names.length && logsAmong(names).passed.length === 0
  return [...(isOne && files.length > 0 ? [files] : files.map((file) => [file])), ...requests]
}

export const sizeOf = (files: readonly FileToSend[]): number => files.reduce((sum, { size }) => sum + size, 0)

async function filesOfFolder(folder: string): Promise<FileToSend[]> {
  const { logs } = logsAmong(await filesIn(folder))
  const paths = logs.flatMap((log) => log.paths)
  if (paths.length === 0) throw new UsageError(`${folder} is a folder without a log. Name a file.`)
  const name = basename(resolve(folder))
  return await Promise.all(paths.map((path) => fileAt(join(folder, path), `${name}/${path}`)))
}

async function fileAt(path: string, name: string): Promise<FileToSend> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}: ${unreadable(error)}`)
  })
  return { name, size, open: () => createReadStream(path, { highWaterMark: 2 ** 20 }) }
}
