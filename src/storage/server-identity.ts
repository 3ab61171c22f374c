import { realpathSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import type { RunningProcess } from './process-table.ts'

/** What PostgreSQL writes into the `postmaster.pid` of its folder. @see PostgreSQL, src/include/utils/pidfile.h */
export interface PidFile {
  readonly pid: number
  /** Whether somebody works in the folder by hand, with `postgres --single`. */
  readonly isLone: boolean
  /** When the server started, in seconds since 1970. */
  readonly startedAt: number
}

/** Undefined where it names no process, as it may be after a power cut. A lone backend writes its number with a minus. */
export function readPidFile(text: string): PidFile | undefined {
  const [pid = '', , startedAt = ''] = text.split('\n')
  if (!/^-?[1-9]\d*$/.test(pid)) return undefined
  return { pid: Math.abs(Number(pid)), isLone: pid.startsWith('-'), startedAt: Number(startedAt || Number.NaN) }
}

/** The data folder itself. */
export interface DataFolder {
  readonly path: string
  readonly stats: Pick<Stats, 'dev' | 'ino' | 'uid'>
}

/** How far the start of a process and what it wrote of it lie apart: both are rounded to seconds. Seconds. */
const startToleranceSeconds = 3

/**
 * Whether the process that a pid file names is the server that wrote it, and so runs on this folder. A number alone says nothing: after a
 * power cut, or in another container, it belongs to anybody.
 * @returns `yes` where that is certain, `no` where it cannot be, else `unknown`
 */
export function isServerOf(found: RunningProcess, file: PidFile, data: DataFolder): 'yes' | 'no' | 'unknown' {
  const { uid, command, folder, startedAt } = found
  // PostgreSQL runs as the owner of its folder, and nobody else.
  if (uid !== undefined && process.platform !== 'win32' && uid !== data.stats.uid) return 'no'
  if (command !== undefined && !isPostgres(command[0]!)) return 'no'
  if (folder !== undefined) {
    // It works in its folder, and never leaves it.
    if (folder.dev !== data.stats.dev || folder.ino !== data.stats.ino) return 'no'
    return command === undefined ? 'unknown' : 'yes'
  }
  const named = command === undefined ? undefined : folderIn(command, data.path)
  if (named === undefined) return 'unknown'
  if (!isSamePath(named, data.path)) return 'no'
  // The path may be that of another container's folder; the start is not.
  const isSameStart = startedAt !== undefined && Math.abs(startedAt - file.startedAt) <= startToleranceSeconds
  return isSameStart ? 'yes' : 'unknown'
}

/** Also a server of a background process, which sets its title: "postgres: checkpointer". */
const isPostgres = (program: string): boolean => /^(postgres|postmaster)(\.exe)?(:.*)?$/.test(basename(program))

/** The argument of -D. Where blanks part the words, those of the expected path are none. */
function folderIn(command: readonly string[], expected: string): string | undefined {
  if (`${command.join(' ')} `.includes(` -D ${expected} `)) return expected
  const at = command.findIndex((word) => word.startsWith('-D'))
  return at === -1 ? undefined : command[at] === '-D' ? command[at + 1] : command[at]!.slice(2)
}

function isSamePath(one: string, other: string): boolean {
  if (one === other) return true
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}
