import { randomUUID } from 'node:crypto'
import { closeSync, fstatSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, processSpace, startMark } from './process-table.ts'

/** How often a lock is renewed, and after how long without it its process counts as dead where nobody can look for that. */
const renewedMs = 1000
const silentMs = 10_000

/** Who has a folder. */
interface Holder {
  /** Tells this lock from every other. */
  id: string
  pid: number
  /** Tells the process from others of its number. */
  start: string
  /** Where its number means anything. */
  space: string
}

/**
 * Takes a data folder for this process alone, until the returned function is called or the process ends. A lock that a dead process left
 * is taken over: at once where the process table tells that it is dead, and after ten seconds of silence where it is another container's
 * or another boot's, or where the system tells no starts.
 * @throws FolderTaken that names the process that has the folder
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const path = join(folder, 'taper.lock')
  const holder: Holder = { id: randomUUID(), pid: process.pid, start: startMark(process.pid), space: processSpace() }
  const mine = join(folder, `taper.lock.${holder.id}`)
  const text = JSON.stringify(holder)
  writeFileSync(mine, text)
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // A link appears whole or not at all, so nobody ever reads a half-written lock.
        linkSync(mine, path)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const other = readHolder(path)
        if (other !== null && (attempt > 0 || (await isHeld(path, other, () => touch(mine, text))))) throw taken(folder, other)
        takeAway(path, other, folder)
      }
    }
  } finally {
    unlinkSync(mine)
  }
  return keep(path, text)
}

/** Renews a lock until it is given back. @returns what gives it back */
function keep(path: string, text: string): () => void {
  const isMine = () => readFileSync(path, 'utf8') === text
  const renewing = setInterval(() => {
    try {
      if (isMine()) touch(path, text)
    } catch {
      // A disk that fails now and then: the next second is as good.
    }
  }, renewedMs)
  renewing.unref()
  const giveBack = () => {
    clearInterval(renewing)
    process.off('exit', giveBack)
    try {
      if (isMine()) unlinkSync(path)
    } catch {
      // The folder is gone, and its lock with it.
    }
  }
  process.on('exit', giveBack)
  return giveBack
}

/** Writes what a file has already. Its time is then by the clock of its file system, which may be another machine's. @returns that time, in milliseconds */
function touch(path: string, text: string): number {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, text, 0)
    return fstatSync(file).mtimeMs
  } finally {
    closeSync(file)
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** @param now the time by the clock of the lock's file system, in milliseconds */
async function isHeld(path: string, { space, start, pid }: Holder, now: () => number): Promise<boolean> {
  if (space === processSpace() && start !== '') return isAlive(pid) && startMark(pid) === start
  // Its number means nothing here; but while it lives, it renews the lock.
  const seen = renewedAt(path)
  for (let silent = now() - seen; silent < silentMs; silent += renewedMs) {
    await sleep(renewedMs)
    if (renewedAt(path) !== seen) return true
  }
  return false
}

/** When a lock was made or renewed, in milliseconds; NaN for one that is gone. */
const renewedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN

/** Another process has the folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken'
}

function taken(folder: string, { pid, space }: Holder): FolderTaken {
  const where = space === processSpace() ? '' : ' of another container or machine'
  return new FolderTaken(
    `Another Taper (process ${pid}${where}) is running on the data folder ${folder}. ` +
      'Stop it, set TAPER_DATA_DIR to another folder, or set DATABASE_URL to one database for both.'
  )
}

/** Takes a dead process's lock away. Of two who find it at once, one moves it; the other may move the first one's new lock: it gives it back. */
function takeAway(path: string, dead: Holder | null, folder: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    const holder = readHolder(aside)
    if (holder !== null && holder.id !== dead?.id) {
      linkSync(aside, path)
      throw taken(folder, holder)
    }
  } finally {
    unlinkSync(aside)
  }
}
