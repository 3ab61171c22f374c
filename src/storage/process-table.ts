import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, type Stats, statSync } from 'node:fs'

/** What the system tells of a process that runs. What it does not tell, here or to this user, is absent. */
export interface RunningProcess {
  /** Whom it runs as. */
  readonly uid?: number
  /** The program and its arguments. */
  readonly command?: readonly string[]
  /** Its working directory. A container's has another path than ours; device and inode are the same. */
  readonly folder?: Pick<Stats, 'dev' | 'ino'>
  /** When it started, in seconds since 1970. A clock that was set since then makes it wrong. */
  readonly startedAt?: number
}

/** The unit of times in /proc on every platform that Node runs on (`USER_HZ`). Per second. @see proc_pid_stat(5) */
const ticksPerSecond = 100

const isLinux = process.platform === 'linux'

/** Whether a process lives. A zombie does not: where nothing reaps orphans, a killed process stays in the table as one. */
export function isAlive(pid: number): boolean {
  return signalReaches(pid) !== 'nobody' && statFields(pid)?.[0] !== 'Z'
}

/** Whom a signal to a process would reach: it, somebody whom this user may not signal, or nobody. None is sent. */
export function signalReaches(pid: number): 'it' | 'another-user' | 'nobody' {
  try {
    process.kill(pid, 0)
    return 'it'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'another-user' : 'nobody'
  }
}

/**
 * Tells a process from every other that had, or will have, its number; "" where the system does not say. It holds within one
 * {@link processSpace} alone.
 */
export const startMark = (pid: number): string => (isLinux ? statFields(pid)?.[19] : listed(pid, 'lstart')) ?? ''

/** Where process numbers mean the same: one boot of one machine, and within it one container. "" where there is but one such place. */
export function processSpace(): string {
  if (!isLinux) return ''
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

/** What is known of a process that {@link isAlive}. */
export const describeProcess = (pid: number): RunningProcess => (isLinux ? fromProc(pid) : fromPs(pid))

function fromProc(pid: number): RunningProcess {
  const folder = attempt(() => statSync(`/proc/${pid}/cwd`))
  const uid = attempt(() => statSync(`/proc/${pid}`).uid)
  const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1))
  const startedAt = attempt(() => bootedAt() + Number(statFields(pid)![19]) / ticksPerSecond)
  return present({ folder, uid, command: command?.length === 0 ? undefined : command, startedAt })
}

/** Seconds since 1970. */
const bootedAt = (): number => Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1])

/** The fields of a process from its state on. @see proc_pid_stat(5), where state is field 3 */
function statFields(pid: number): string[] | undefined {
  if (!isLinux) return undefined
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function fromPs(pid: number): RunningProcess {
  const uid = listed(pid, 'uid')
  const started = listed(pid, 'lstart')
  // Its words may have blanks in them, which nobody can tell from those between words.
  const command = listed(pid, 'command')?.split(/\s+/)
  return present({
    uid: uid === undefined ? undefined : Number(uid),
    command,
    startedAt: started === undefined ? undefined : Date.parse(started) / 1000
  })
}

/** A column of `ps`, as POSIX systems have it. */
function listed(pid: number, column: 'uid' | 'lstart' | 'command'): string | undefined {
  if (process.platform === 'win32') return undefined
  const env = { ...process.env, LC_ALL: 'C' }
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
  const text = attempt(() => execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', env, stdio }).trim())
  return text === '' ? undefined : text
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
const present = <T extends object>(facts: T): Present<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>
