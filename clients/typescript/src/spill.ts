import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment } from './api.ts'
import { type Batch, batchOf, lineOf } from './batch.ts'

/** A file is finished at this size, so that one is read at once. */
const segmentBytes = 256 * 1024
/** A file that nobody has touched for so long belongs to nobody, whatever its name says: process ids come again. */
const abandonedMs = 3600_000

/** Batches on disk, oldest first, for when the service is away; what one process leaves, the next one of the same run sends. */
export interface Spill {
  /** Synchronous, so that it works at exit; a batch takes well under a millisecond. */
  push(batches: readonly Batch[]): void
  /** The oldest batches, with what to call once they are stored; null where there are none. */
  oldest(): { batches: Batch[]; stored(): void } | null
  /** Leaves what there is to whoever opens the next one. */
  close(): void
}

/** Names of the spills that are open in this process. */
const open = new Set<string>()
let opened = 0

/**
 * @param directory default: `TAPER_SPILL_DIR`, else `taper-spill` in the folder for temporary files
 * @param url       with the run it names what the batches are for: files of others are left alone
 */
export function openSpill(directory: string | undefined, url: string, runId: string): Spill {
  const folder = join(
    directory ?? environment('TAPER_SPILL_DIR') ?? join(tmpdir(), 'taper-spill'),
    createHash('sha256').update(`${url}\n${runId}`).digest('hex').slice(0, 16)
  )
  const owner = `${hostname()}.${process.pid}.${opened++}`
  open.add(owner)
  let segment = 0
  let bytes = 0
  const fileOf = (number: number): string => join(folder, `${owner}.${String(number).padStart(8, '0')}.ndjson`)

  return {
    push(batches) {
      if (batches.length === 0) return
      mkdirSync(folder, { recursive: true })
      const text = batches.map(lineOf).join('')
      appendFileSync(fileOf(segment), text)
      bytes += text.length
      if (bytes >= segmentBytes) nextSegment()
    },
    oldest() {
      for (const file of filesIn(folder, owner)) {
        // A file is made ours before it is read, so that nobody appends to it any more.
        const claimed = nextSegment()
        try {
          renameSync(file, claimed)
          return { batches: read(claimed), stored: () => rmSync(claimed, { force: true }) }
        } catch {
          // Another process of the same run has it.
        }
      }
      return null
    },
    close() {
      open.delete(owner)
    }
  }

  /** Gives the name that is passed over. */
  function nextSegment(): string {
    if (bytes > 0) segment++
    bytes = 0
    return fileOf(segment++)
  }
}

/** The files to send, oldest first: this owner's, and those of owners that are gone. */
function filesIn(folder: string, owner: string): string[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .map((name) => ({ name, modified: modifiedAt(join(folder, name)) }))
    .filter(({ name, modified }) => name.startsWith(`${owner}.`) || isAbandoned(name, modified))
    .sort((a, b) => a.modified - b.modified || (a.name < b.name ? -1 : 1))
    .map(({ name }) => join(folder, name))
}

function isAbandoned(name: string, modified: number): boolean {
  const [, owner, host, pid] = /^((.*)\.(\d+)\.\d+)\.\d{8}\.ndjson$/.exec(name) ?? []
  if (owner === undefined) return false
  if (Date.now() - modified > abandonedMs) return true
  if (host !== hostname()) return false
  return Number(pid) === process.pid ? !open.has(owner) : !isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function modifiedAt(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const read = (file: string): Batch[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [batchOf(line)]
      } catch {
        // A line that a crash cut off: it was never whole.
        return []
      }
    })
