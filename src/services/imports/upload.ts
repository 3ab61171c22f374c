import { createHash } from 'node:crypto'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { SpooledFile } from '../../workers/imports/task.ts'
import { createSpool, type Spool } from '../../workers/threads/spool.ts'

/** A file as it arrives. */
export interface ArrivingFile {
  /** With its folders; empty where it has none. */
  readonly name: string
  readonly pieces: AsyncIterable<Uint8Array>
}

/** Files that have arrived. */
export interface Upload {
  readonly files: readonly SpooledFile[]
  readonly spool: Spool
  /** All together. */
  readonly bytes: number
  /** Who goes on with the files when others are done with them. */
  hold(): void
  /** Whoever held the files is done with them, as whoever received them is; with the last of them they are gone. */
  release(): void
  /** SHA-256 of names and bytes: the same for the same files. */
  readonly digest: string
}

/** What stays in memory; more goes to a temporary file. Bytes. */
export const inMemoryMax = 8 * 2 ** 20
/** As many files as one import takes. */
export const filesMax = 2000

/**
 * Takes files in as they arrive, each of any size, and keeps what is small in memory. Who calls releases them.
 * @throws Problem `invalid-request` for a name that is no relative path, `body-too-large`, `storage-full`
 */
export async function receiveFiles(arriving: AsyncIterable<ArrivingFile>, memory: HeldMemory): Promise<Upload> {
  const spool = createSpool(inMemoryMax)
  const digest = createHash('sha256')
  const files: SpooledFile[] = []
  const names = new Set<string>()
  let bytes = 0
  try {
    for await (const { name: given, pieces } of arriving) {
      const name = checkedName(given, files.length)
      if (files.length === filesMax) throw new Problem('body-too-large', `There are more than ${filesMax} files.`)
      if (names.has(name)) throw invalid(`/${files.length}/filename`, `The file ${JSON.stringify(name)} is there twice.`, 'Send it once.')
      names.add(name)
      const start = bytes
      const own = createHash('sha256')
      for await (const piece of pieces) {
        own.update(piece)
        if (bytes < inMemoryMax) memory.take(piece.length, '')
        await spool.write(piece)
        bytes += piece.length
      }
      files.push({ name, start, end: bytes })
      digest.update(`${JSON.stringify(name)}${own.digest('hex')}`)
    }
    if (files.length === 0)
      throw invalid('', 'The body has no file.', 'Send the log as the body, or each file as a part with a `filename`.')
    let holders = 1
    return {
      files,
      spool,
      bytes,
      digest: digest.digest('hex'),
      hold: () => void holders++,
      release() {
        if (--holders === 0) spool.discard()
      }
    }
  } catch (error) {
    spool.discard()
    throw error
  }
}

/** A path from the folder of the run on, with `/`. @throws Problem `invalid-request` for one that leads elsewhere */
function checkedName(given: string, index: number): string {
  const at = `/${index}/filename`
  const name = given.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '')
  const fix = 'Send the path of the file from the folder of the log on, such as run-1/events.out.tfevents.1.'
  if (name.length > 1024) throw invalid(at, `The name has ${name.length} characters; 1024 are allowed.`, fix)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what no name has
  if (/[\u0000-\u001f\u007f]/.test(name)) throw invalid(at, 'The name holds a control character.', fix)
  if (/^(?:\/|[A-Za-z]:\/)/.test(name) || name.split('/').includes('..')) {
    throw invalid(at, `${JSON.stringify(given.slice(0, 80))} leads out of the folder of the log.`, fix)
  }
  return name
}
