import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a process lives. A zombie does not: where nothing reaps orphans, a killed process stays in the table as one. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processState(pid) !== 'Z'
}

/** The state letter and the start time of a process as Linux tells them; undefined elsewhere. A pid that is used again has another start. */
function processFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
const processState = (pid: number) => processFields(pid)?.[0]
const processStart = (pid: number) => processFields(pid)?.[19] ?? ''

/**
 * Takes a data folder for this process alone, until the returned function is called or the process ends. A lock that a dead
 * process left is taken over.
 * @throws Error that names the process that has the folder
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'taper.lock')
  const mine = join(folder, `taper.lock.${randomUUID()}`)
  writeFileSync(mine, JSON.stringify({ pid: process.pid, start: processStart(process.pid) }))
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // A link appears whole or not at all, so nobody ever reads a half-written lock.
        linkSync(mine, path)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        if (attempt > 0 || isHeld(readHolder(path))) throw taken(folder, readHolder(path))
        takeAway(path, folder)
      }
    }
  } finally {
    unlinkSync(mine)
  }
  return () => rmSync(path, { force: true })
}

interface Holder {
  pid: number
  start: string
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

const isHeld = (holder: Holder | null) => holder !== null && isAlive(holder.pid) && processStart(holder.pid) === holder.start

const taken = (folder: string, holder: Holder | null) =>
  new Error(
    `Another Taper (process ${holder?.pid ?? 'unknown'}) is running on the data folder ${folder}. ` +
      'Stop it, set TAPER_DATA_DIR to another folder, or set DATABASE_URL to one database for both.'
  )

/** Takes a dead process's lock away. Of two who find it at once, one moves it; the other may move the first one's new lock: it gives it back. */
function takeAway(path: string, folder: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const holder = readHolder(aside)
  if (isHeld(holder)) {
    try {
      linkSync(aside, path)
    } finally {
      unlinkSync(aside)
    }
    throw taken(folder, holder)
  }
  unlinkSync(aside)
}
