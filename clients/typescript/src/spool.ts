import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Batch, batchOf, lineOf } from './batch.ts'
import { homeFolder } from './home.ts'

/** A file is closed at this size, since each is read whole. Bytes. */
const segmentBytes = 256 * 1024
/** A file untouched for so long has no owner, even if its process id is in use: ids are reused. */
const abandonedMs = 3600_000

/** Unsent batches on disk, oldest first. The next process of the run sends what one leaves behind. */
export interface Spool {
  /** Writes batches. Synchronous, so that it works at exit; a batch takes well under a millisecond. */
  push(batches: readonly Batch[]): void
  /** The oldest batches; call `stored` once they are stored. Null if there are none. */
  oldest(): { batches: Batch[]; stored(): void } | null
  /** Leaves the files to the next process. */
  close(): void
}

/** Owner names of the spools open in this process. */
const open = new Set<string>()
let opened = 0

/**
 * Opens the spool of a run.
 * @param home see {@link homeFolder}
 * @param url  each service and run has a folder of its own
 */
export function openSpool(home: string | undefined, url: string, runId: string): Spool {
  const folder = join(homeFolder(home), 'spool', createHash('sha256').update(`${url}\n${runId}`).digest('hex').slice(0, 16))
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
        // Claim the file before reading it, so that nobody appends to it.
        const claimed = nextSegment()
        try {
          renameSync(file, claimed)
          return { batches: read(claimed), stored: () => rmSync(claimed, { force: true }) }
        } catch {
          // Another process of this run has claimed it.
        }
      }
      return null
    },
    close() {
      open.delete(owner)
    }
  }

  /** Starts a new file. Returns the number in between, free for a claimed file. */
  function nextSegment(): string {
    if (bytes > 0) segment++
    bytes = 0
    return fileOf(segment++)
  }
}

/** The files to send, oldest first: those of this owner, and of ended ones. */
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
        // A crash cut this line off: it was never complete.
        return []
      }
    })
