import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual, promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import {
  type BundleHead,
  type BundleManifest,
  type BundlePart,
  bytesFile,
  formatName,
  formatVersion,
  headFile,
  isBytes,
  manifestFile,
  rowsFile
} from './format.ts'

const decompress = promisify(gunzip)

/** No writer makes a file or the rows of one larger; so a broken length is not believed. */
const fileBytesMax = 2 ** 30

/** The bundle is damaged, cut off, no bundle at all, or a newer version's. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}

interface BundleFile {
  name: string
  content: Buffer
}

/** What is done with a bundle while it is read. Nothing of it is certain until {@link readBundle} has returned. */
export interface BundleReader {
  begin(head: BundleHead): Promise<void>
  /** @param lines NDJSON @param contents for each column of bytes, in their order, the bytes of all rows */
  part(table: string, lines: Buffer, contents: Buffer[]): Promise<void>
}

/**
 * Reads a bundle piece by piece and compares all of it with the hashes and counts of its manifest, which comes last.
 * @returns the manifest, of a bundle that is whole
 * @throws BundleError
 */
export async function readBundle(input: Readable, reader: BundleReader): Promise<BundleManifest> {
  const tar = extract()
  const piped = pipeline(input, tar)
  piped.catch(() => {})
  const files = tar[Symbol.asyncIterator]()
  let seen = 0
  const next = async (): Promise<BundleFile | null> => {
    try {
      const { done, value: entry } = await files.next()
      if (done) return null
      const { name, size = 0 } = entry.header
      if (size > fileBytesMax) throw new Error(`${name} would have ${size} bytes`)
      const pieces: Buffer[] = []
      for await (const piece of entry) pieces.push(piece as Buffer)
      seen++
      return { name, content: Buffer.concat(pieces) }
    } catch (error) {
      throw new BundleError(seen === 0 ? 'it is no bundle of Taper.' : `it is damaged or cut off: ${(error as Error).message}.`)
    }
  }
  try {
    const manifest = await readFiles(next, reader)
    await piped
    return manifest
  } finally {
    input.destroy()
    tar.destroy()
  }
}

async function readFiles(next: () => Promise<BundleFile | null>, reader: BundleReader): Promise<BundleManifest> {
  const first = await next()
  if (first?.name !== headFile) throw new BundleError('it is no bundle of Taper.')
  const head = parsed<BundleHead>(headFile, first.content)
  checkHead(head)
  await reader.begin(head)

  const parts: BundlePart[] = []
  let at: { table: string; index: number } | undefined
  for (;;) {
    const file = await next()
    if (file === null) throw new BundleError('it was cut off: its last file, manifest.json, is missing.')
    if (file.name === manifestFile) {
      if ((await next()) !== null) throw new BundleError('it is damaged: something follows its last file, manifest.json.')
      return checkedManifest(head, parsed(manifestFile, file.content), parts)
    }
    const table = head.tables.find(({ name }) => file.name.startsWith(`${name}/`))
    if (table === undefined) throw new BundleError(`it has a file that belongs to no table: ${file.name}.`)
    const index: number = at?.table === table.name ? at.index + 1 : 0
    at = { table: table.name, index }
    expectName(file.name, rowsFile(table.name, index))
    const files = [described(file)]
    const lines = await decompress(file.content, { maxOutputLength: fileBytesMax }).catch((error: Error) => {
      throw new BundleError(`it is damaged: ${file.name}: ${error.message}.`)
    })
    const contents: Buffer[] = []
    for (const column of table.columns.filter(isBytes)) {
      const bytes = await next()
      expectName(bytes?.name, bytesFile(table.name, index, column.name))
      files.push(described(bytes as BundleFile))
      contents.push((bytes as BundleFile).content)
    }
    parts.push({ table: table.name, rows: lineCount(lines), files })
    await reader.part(table.name, lines, contents)
  }
}

function checkHead(head: BundleHead): void {
  if (head.format !== formatName || !Array.isArray(head.tables)) throw new BundleError('it is no bundle of Taper.')
  if (head.version > formatVersion) {
    throw new BundleError(
      `it has version ${head.version} of the format, and this Taper reads ${formatVersion}. Restore it with Taper ${head.taper} or newer.`
    )
  }
}

/** Compares what was read with what the manifest says was written. */
function checkedManifest(head: BundleHead, manifest: BundleManifest, parts: readonly BundlePart[]): BundleManifest {
  const { rows, parts: written, ...same } = manifest
  if (!isDeepStrictEqual(same, head)) throw new BundleError('it is damaged: bundle.json and manifest.json differ.')
  for (const [i, part] of written.entries()) {
    const read = parts[i]
    const bad = part.files.find((file, j) => !isDeepStrictEqual(read?.files[j], file))
    if (bad) throw new BundleError(`it is damaged: ${bad.name} is not what was written (SHA-256).`)
    if (read?.rows !== part.rows)
      throw new BundleError(`it is damaged: ${part.files[0]?.name} has ${read?.rows} rows instead of ${part.rows}.`)
  }
  if (parts.length !== written.length) throw new BundleError(`it is damaged: it has ${parts.length} parts instead of ${written.length}.`)
  for (const { name } of head.tables) {
    const read = parts.reduce((sum, part) => sum + (part.table === name ? part.rows : 0), 0)
    if (read !== rows[name]) throw new BundleError(`it is damaged: ${name} has ${read} rows instead of ${rows[name]}.`)
  }
  return manifest
}

function expectName(name: string | undefined, expected: string): void {
  if (name !== expected) throw new BundleError(`it is damaged: ${expected} is missing.`)
}

const described = ({ name, content }: BundleFile) => ({
  name,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex')
})

function parsed<T>(name: string, content: Buffer): T {
  try {
    return JSON.parse(content.toString()) as T
  } catch {
    throw new BundleError(`it is damaged: ${name} is no JSON.`)
  }
}

function lineCount(lines: Buffer): number {
  let count = 0
  for (let at = lines.indexOf(10); at !== -1; at = lines.indexOf(10, at + 1)) count++
  return count
}
