import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeProcess, isAlive, signalReaches, startMark } from './process-table.ts'
import { isServerOf, readPidFile } from './server-identity.ts'

type Note = (message: string, level: 'info' | 'warn') => void

/** Fast shutdown, then immediate shutdown; never SIGKILL, which would leave its backends writing. How long each may take, in seconds. */
const signals = [
  ['SIGINT', 20],
  ['SIGQUIT', 10]
] as const

/**
 * Makes way for a server on a folder that is locked for us. A killed Taper may have left its server stopping or running: that one is
 * stopped. A killed server leaves its pid file, whose number may be anybody's by now: nobody else is ever signalled.
 * @param sockets folder of the server's socket
 * @throws Error that says what to do, where the old server does not stop or cannot be told from another process
 */
export async function clearPredecessor(data: string, sockets: string, note: Note): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (existsSync(pidFile)) await stopOrphan(data, pidFile, note)
  // Its lock names a pid as well, and outlives the pid file where all were killed at once.
  for (const name of readdirSync(sockets)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(sockets, name), { force: true })
  }
}

async function stopOrphan(data: string, pidFile: string, note: Note): Promise<void> {
  const text = readFileSync(pidFile, 'utf8')
  const file = readPidFile(text)
  if (file === undefined) {
    // It was cut off when the disk was full or the power went, and PostgreSQL would not start over it.
    rmSync(pidFile, { force: true })
    return
  }
  const { pid } = file
  if (!isAlive(pid)) return // PostgreSQL sees that, and that no backend is left.
  // PostgreSQL runs as the owner of its folder: us, or somebody whom root may signal.
  const found = signalReaches(pid) === 'another-user' ? 'no' : isServerOf(describeProcess(pid), file, { path: data, stats: statSync(data) })
  if (found === 'no') forgetPid(pidFile, text)
  else if (found === 'yes' && !file.isLone) await stopServer(data, pid, note)
  else throw notOurs(data, pidFile, pid)
}

async function stopServer(data: string, pid: number, note: Note): Promise<void> {
  const start = startMark(pid)
  const runs = () => isAlive(pid) && startMark(pid) === start
  note(`an earlier PostgreSQL (process ${pid}) is still on ${data}: stopping it`, 'warn')
  for (const [signal, seconds] of signals) {
    if (runs()) process.kill(pid, signal)
    for (let waited = 0; waited < seconds * 20 && runs(); waited++) await sleep(50)
  }
  if (runs()) throw new Error(`PostgreSQL (process ${pid}) on ${data} does not stop. Stop it and start Taper again.`)
}

/**
 * Puts our number in place of one that is another's. PostgreSQL would take any process of its user for a server, but not the one that starts
 * it; the rest of the file tells it whose shared memory to look for, so a backend that outlived its server still keeps it from starting.
 * @see PostgreSQL, src/backend/utils/init/miscinit.c, CreateLockFile
 */
function forgetPid(pidFile: string, text: string): void {
  const lines = text.split('\n')
  lines[0] = String(process.pid)
  // In place: the file belongs to the server's user.
  const file = openSync(pidFile, 'r+')
  try {
    ftruncateSync(file)
    writeSync(file, lines.join('\n'), 0)
  } finally {
    closeSync(file)
  }
}

const notOurs = (data: string, pidFile: string, pid: number): Error =>
  new Error(
    `${pidFile} names process ${pid}, which may be a PostgreSQL that Taper did not start on ${data}. ` +
      'If it is, stop it. If it is not, delete the file. Then start Taper again.'
  )
