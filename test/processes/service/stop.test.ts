import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type ServiceProcess, startServiceProcess } from '../../../scripts/service-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-stop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const env = {
  ...process.env,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'info',
  TAPER_TENSORFLOW: 'skip',
  TAPER_DATA_DIR: join(folder, 'data')
}

let service: ServiceProcess
/** In a process group of its own, as a terminal starts what is typed. */
const start = async (...command: [string, ...string[]]) => {
  service = await startServiceProcess({ command, env, detached: true })
}
const group = () => -(service.process.pid as number)
afterEach(() => {
  try {
    process.kill(group(), 'SIGKILL')
  } catch {
    // Gone, as it ought to be.
  }
})

/** A body that comes in two parts, over a connection that its client would keep. The second part is sent by `finish`. */
async function underWay(): Promise<{ finish(): void; answer: Promise<string> }> {
  const { hostname, port } = new URL(service.url)
  await fetch(`${service.url}/v1/runs/r`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: '{}'
  })
  const body = '{"startStep":0,"values":[1,2,3]}'
  // The service says when it has begun with the request.
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' }
  const sending = request({
    hostname,
    port,
    method: 'POST',
    path: '/v1/runs/r/gradient-norms',
    headers,
    agent: new Agent({ keepAlive: true })
  })
  const answer = new Promise<string>((resolve) => {
    sending.on('response', (response) => {
      response.resume().on('end', () => resolve(`${response.statusCode} ${response.headers.connection}`))
    })
    sending.on('error', ({ message }) => resolve(message))
  })
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(body.slice(0, 10))
  return { finish: () => sending.end(body.slice(10)), answer }
}
/** The exit code, or the signal that ended it. */
async function ended(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? child.signalCode
}

describe('However the service is started and stopped, what is under way is answered, and the code is 0', () => {
  const npm: [string, ...string[]] = ['npm', 'start']
  const node: [string, ...string[]] = [process.execPath, 'bin/taper.js', 'serve']
  it.each([
    ['npm start, Ctrl-C in a terminal, which npm hands on as well', npm, 'SIGINT', 'all'],
    ['npm start, SIGTERM to npm', npm, 'SIGTERM', 'one'],
    ['node, SIGTERM', node, 'SIGTERM', 'one'],
    ['node, the end of its terminal', node, 'SIGHUP', 'all']
  ] as const)('%s', async (_how, command, signal, whom) => {
    await start(...command)
    const { finish, answer } = await underWay()
    process.kill(whom === 'all' ? group() : (service.process.pid as number), signal)
    await sleep(400)
    finish()
    expect(await answer).toBe('200 close')
    expect(await ended(service.process)).toBe(0)
    expect(service.log()).toMatch(/"stopped"/)
    await expect(fetch(`${service.url}/livez`)).rejects.toThrow()
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })
})

it.each([
  ['SIGTERM to npx, which hands it to its shell alone', 'SIGTERM', 'one'],
  ['Ctrl-C in a terminal, which npx and its shell get as well', 'SIGINT', 'all']
] as const)('npx taper serve answers what is under way after %s', async (_how, signal, whom) => {
  await start('npx', 'taper', 'serve')
  const { finish, answer } = await underWay()
  process.kill(whom === 'all' ? group() : (service.process.pid as number), signal)
  await sleep(400)
  finish()
  expect(await answer).toBe('200 close')
  await ended(service.process)
  while (!service.log().includes('"stopped"')) await sleep(50)
  while (existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))) await sleep(50)
})

it('A second Ctrl-C ends the service at once, and its database with it', async () => {
  await start(process.execPath, 'bin/taper.js', 'serve')
  const { answer } = await underWay()
  process.kill(group(), 'SIGINT')
  await sleep(1200)
  process.kill(group(), 'SIGINT')
  expect(await ended(service.process)).toBe(130)
  expect(await answer).toBe('socket hang up')
  while (existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))) await sleep(50)
})

it('A stop while the service starts ends it with code 0, and leaves no database behind', async () => {
  const data = join(folder, 'early')
  const child = spawn(process.execPath, ['bin/taper.js', 'serve'], { env: { ...env, TAPER_DATA_DIR: data }, stdio: 'ignore' })
  while (!existsSync(join(data, 'postgres', 'postmaster.pid'))) await sleep(20)
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(0)
  while (existsSync(join(data, 'postgres', 'postmaster.pid'))) await sleep(50)
  expect(existsSync(join(data, 'taper.lock'))).toBe(false)
})
