import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/storage/embedded-postgres.ts'
import { launchOf, postgresBinaries } from '../../../src/storage/postgres-binaries.ts'
import { isAlive } from '../../../src/storage/process-table.ts'

const root = mkdtempSync(join(tmpdir(), 'taper-embedded-'))
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(root, { recursive: true })
})

/** A folder with a database that was stopped. */
async function databaseFolder(name: string): Promise<{ folder: string; data: string; owner: { uid: number; gid: number } }> {
  const folder = join(root, name)
  await (await startEmbeddedPostgres(folder)).stop()
  const { uid, gid } = statSync(join(folder, 'postgres'))
  return { folder, data: join(folder, 'postgres'), owner: { uid, gid } }
}

const { folder, data, owner } = await databaseFolder('mine')

const pidFileOf = (pid: number) => `${pid}\n${folder}/postgres\n1700000000\n5432\n${folder}/socket\n\n  3145728         0\nready   \n`
const serverPid = ({ connection }: EmbeddedPostgres) =>
  Number(readFileSync(join(connection.host, '..', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** A PostgreSQL on a folder, as somebody else would start it. */
async function serverOn(data: string, sockets: string): Promise<ChildProcess & { pid: number }> {
  const launch = launchOf((await postgresBinaries()).postgres, data)
  const child = spawn(launch.command, [...launch.before, '-D', data, '-k', sockets, '-c', 'listen_addresses='], {
    ...launch.options,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  started.push(child)
  for await (const line of child.stderr!) if (String(line).includes('ready to accept connections')) break
  child.stderr!.resume()
  return child as ChildProcess & { pid: number }
}

describe('A pid file that a power cut left', () => {
  it('ends nobody else’s PostgreSQL, though it names its process', async () => {
    const other = await databaseFolder('other')
    const stranger = await serverOn(other.data, join(other.folder, 'socket'))
    writeFileSync(join(data, 'postmaster.pid'), pidFileOf(stranger.pid))

    const server = await startEmbeddedPostgres(folder)
    expect(serverPid(server)).not.toBe(stranger.pid)
    await server.stop()
    expect(isAlive(stranger.pid)).toBe(true)
    stranger.kill('SIGINT')
    await once(stranger, 'exit')
  })

  it('ends nobody’s program, and keeps no database from starting', async () => {
    const sleeps = (as: object) => {
      const child = spawn('sleep', ['600'], as)
      started.push(child)
      return child.pid as number
    }
    const inFolder = spawn('sleep', ['600'], { ...owner, cwd: data, argv0: 'postgres-backup' })
    started.push(inFolder)
    for (const pid of [sleeps(owner), sleeps({}), inFolder.pid as number, process.pid, process.ppid, 1]) {
      writeFileSync(join(data, 'postmaster.pid'), pidFileOf(pid))
      await (await startEmbeddedPostgres(folder)).stop()
      expect([pid, isAlive(pid)]).toEqual([pid, true])
    }
    for (const broken of ['', 'x\n', '99999999\n']) {
      writeFileSync(join(data, 'postmaster.pid'), broken)
      await (await startEmbeddedPostgres(folder)).stop()
    }
  }, 60_000)

  it('ends nobody who works on the database by hand: the start says what to do', async () => {
    const launch = launchOf((await postgresBinaries()).postgres, data)
    const byHand = spawn(launch.command, [...launch.before, '--single', '-D', data, 'postgres'], { ...launch.options, stdio: 'pipe' })
    started.push(byHand)
    await once(byHand.stdout!, 'data')
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow(`postmaster.pid names process ${byHand.pid}, which may be a PostgreSQL`)
    expect(isAlive(byHand.pid as number)).toBe(true)
    byHand.stdin!.end()
    await once(byHand, 'exit')
  })
})

it('A server that outlived its Taper is stopped, and the next one takes its place', async () => {
  mkdirSync(join(folder, 'socket'), { recursive: true })
  const orphan = await serverOn(data, join(folder, 'socket'))
  const said: string[] = []
  const server = await startEmbeddedPostgres(folder, (message) => said.push(message))
  expect(isAlive(orphan.pid)).toBe(false)
  expect(said).toEqual([`an earlier PostgreSQL (process ${orphan.pid}) is still on ${data}: stopping it`])
  await server.stop()
})

it('The embedded database starts where a lock of its socket survived a kill, and the process that it names is another by now', async () => {
  // PostgreSQL heeds a process of its own user alone.
  const another = spawn('sleep', ['600'], owner)
  started.push(another)
  const socket = join(folder, 'socket', '.s.PGSQL.5432')
  writeFileSync(socket, '')
  writeFileSync(`${socket}.lock`, `${another.pid}\n${data}\n1795650000\n5432\n${folder}/socket\n`)

  const second = await startEmbeddedPostgres(folder)
  expect(readFileSync(join(second.connection.host, '.s.PGSQL.5432.lock'), 'utf8')).not.toMatch(new RegExp(`^${another.pid}\n`))
  await second.stop()
})

it('A killed server is started again once its backends have ended', async () => {
  const said: string[] = []
  const server = await startEmbeddedPostgres(folder, (message) => said.push(message))
  process.kill(serverPid(server), 'SIGKILL')
  while (!said.includes('PostgreSQL is up again')) await sleep(50)
  await server.stop()
})
