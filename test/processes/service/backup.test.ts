import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { type Service, startService } from '../../support/service.ts'

const launcher = fileURLToPath(new URL('../../../bin/taper.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taper-backup-'))
const bundle = join(folder, 'taper.bundle')
const dataDir = (name: string) => join(folder, name)

function taper(args: string[], env: Record<string, string>, stdin: 'ignore' | 'pipe' = 'ignore') {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: [stdin, 'pipe', 'pipe']
  })
  const said = text(child.stderr!)
  const ended = once(child, 'close').then(async ([code, signal]) => ({ code: (code ?? signal) as number | string, said: await said }))
  return { child, ended }
}
async function succeeds(args: string[], env: Record<string, string>): Promise<string> {
  const { child, ended } = taper(args, env)
  child.stdout!.resume()
  const { code, said } = await ended
  expect(said, args.join(' ')).not.toMatch(/error/i)
  expect(code, said).toBe(0)
  return said
}

/** Deterministic, with all 53 bits in use. */
const valueAt = (run: string, step: number, attempt: number) => 1 + Math.sin(step + run.length + 1e3 * attempt)
const batch = 7

interface Request {
  run: string
  first: number
  /** How often training went back over these steps before. */
  attempt: number
}

/** A trainer that posts batches, and now and then goes back ten of them; notes what was sent, and what was acknowledged. */
async function train(url: () => string, run: string, sent: Request[], acknowledged: Request[], going: () => boolean): Promise<void> {
  let attempt = 0
  for (let first = 0, count = 1; going(); count++) {
    const request = { run, first, attempt }
    sent.push(request)
    const values = Array.from({ length: batch }, (_, i) => valueAt(run, first + i, attempt))
    const resume = count % 50 === 1 && attempt > 0 ? `?resumeFrom=${first}` : ''
    const answer = await fetch(`${url()}/v1/runs/${run}/gradient-norms${resume}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ startStep: first, values })
    })
    expect(answer.status).toBe(200)
    acknowledged.push(request)
    first += batch
    if (count % 50 === 0) {
      first -= 10 * batch
      attempt++
    }
  }
}

interface Point {
  step: number
  value: number
  current: boolean
}

/** Looks for each point of requests that were acknowledged before a backup, and for halves of those that came later. */
async function verify(url: string, run: string, before: Request[], sent: Request[]): Promise<number> {
  const answer = await fetch(`${url}/v1/runs/${run}/gradient-norms?history=all`)
  const { points } = (await answer.json()) as { points: Point[] }
  const known = new Set(points.map(({ step, value }) => `${step} ${value}`))
  expect(known.size, 'no point is there twice').toBe(points.length)
  const there = (request: Request) =>
    Array.from({ length: batch }, (_, i) => known.has(`${request.first + i} ${valueAt(run, request.first + i, request.attempt)}`)).filter(
      Boolean
    ).length
  expect(
    before.filter((request) => request.run === run && there(request) !== batch),
    'every point acknowledged before is there'
  ).toEqual([])
  const ofRun = sent.filter((request) => request.run === run)
  expect(
    ofRun.filter((request) => ![0, batch].includes(there(request))),
    'of a later request all points or none'
  ).toEqual([])
  expect(points.length, 'and nothing else').toBe(ofRun.reduce((sum, request) => sum + there(request), 0))
  return points.length
}

const runs = ['one', 'three', 'fifteen-letters']
const sent: Request[] = []
let before: Request[] = []
const services: Service[] = []
const databases: { drop(): Promise<void> }[] = []
const started = async (env: Record<string, string>) => {
  const service = await startService({ DATABASE_URL: '', ...env })
  services.push(service)
  return service
}
let lineage: unknown
const json = async (url: string) => (await (await fetch(url)).json()) as unknown

beforeAll(async () => {
  const service = await started({ TAPER_DATA_DIR: dataDir('first') })
  const send = (method: string, path: string, body: object) =>
    fetch(`${service.url}${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  for (const run of runs) await send('PUT', `/v1/runs/${run}`, { name: run })
  const made = await send('POST', '/v1/schedules', { rule: 'cosine', steps: 100_000 })
  const { id } = (await made.json()) as { id: string }
  await send('PUT', '/v1/runs/one', { scheduleId: id })
  lineage = await json(`${service.url}/v1/runs/one/lineage`)
  const acknowledged: Request[] = []
  let going = true
  const trainers = runs.map((run) =>
    train(
      () => service.url,
      run,
      sent,
      acknowledged,
      () => going
    )
  )
  const until = async (count: number) => {
    while (acknowledged.length < count) await sleep(20)
  }
  await until(400)
  before = [...acknowledged]
  const count = acknowledged.length
  await succeeds(['backup', bundle], { TAPER_DATA_DIR: dataDir('first') })
  expect(acknowledged.length, 'the service answers while it is backed up').toBeGreaterThan(count)
  going = false
  await Promise.all(trainers)
  await service.stop('SIGKILL')
})
afterAll(async () => {
  for (const service of services) if (service.process.exitCode === null) await service.stop('SIGTERM')
  for (const { drop } of databases) await drop()
  rmSync(folder, { recursive: true, force: true })
})

async function verifyAll(service: Service): Promise<number> {
  let points = 0
  for (const run of runs) points += await verify(service.url, run, before, sent)
  expect(await json(`${service.url}/v1/runs/one/lineage`)).toEqual(lineage)
  return points
}

it('a backup under load has all that was acknowledged before it, and halves of nothing: on another embedded PostgreSQL', async () => {
  expect(statSync(bundle).mode & 0o777, 'nobody else may read it').toBe(0o600)
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  await succeeds(['restore', bundle], { TAPER_DATA_DIR: dataDir('second') })
  const service = await started({ TAPER_DATA_DIR: dataDir('second') })
  expect(await verifyAll(service)).toBeGreaterThan(before.length * batch - 1)
  expect(await service.stop('SIGTERM')).toBe(0)
})

it('and on a PostgreSQL of its own, of another version where the tests are given one; from there back into an embedded one', async () => {
  const database = await testDatabase()
  databases.push(database)
  await succeeds(['restore', bundle], { DATABASE_URL: database.url })
  const external = await started({ DATABASE_URL: database.url })
  const points = await verifyAll(external)
  const back = join(folder, 'back.bundle')
  await succeeds(['backup', back], { DATABASE_URL: database.url })
  await external.stop('SIGTERM')
  await succeeds(['restore', back], { TAPER_DATA_DIR: dataDir('third') })
  expect(await verifyAll(await started({ TAPER_DATA_DIR: dataDir('third') }))).toBe(points)
})

it('a restore that is killed or stopped half way leaves an empty database, which takes the whole bundle afterwards', async () => {
  const half = readFileSync(bundle).subarray(0, Math.floor(statSync(bundle).size / 2))
  const env = { TAPER_DATA_DIR: dataDir('killed') }
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const { child, ended } = taper(['restore', '-'], env, 'pipe')
    child.stdin!.on('error', () => {})
    child.stdin!.write(half)
    const lock = join(dataDir('killed'), 'taper.lock')
    while (!existsSync(lock) || !readFileSync(lock, 'utf8').includes(`"pid":${child.pid},`)) await sleep(50)
    await sleep(1000)
    child.kill(signal)
    const { code, said } = await ended
    expect(code, said).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 143)
  }
  await succeeds(['restore', bundle], env)
  await verifyAll(await started(env))
})

it('a backup fails where its reader leaves; a restore is refused by a service that has the folder, and by a database that holds something', async () => {
  const broken = taper(['backup', '-'], { TAPER_DATA_DIR: dataDir('second') })
  await once(broken.child.stdout!, 'data')
  broken.child.stdout!.destroy()
  const { code, said } = await broken.ended
  expect(code, said).toBe(1)
  const service = await started({ TAPER_DATA_DIR: dataDir('second') })
  const refused = taper(['restore', bundle], { TAPER_DATA_DIR: dataDir('second') })
  expect(await refused.ended).toMatchObject({ code: 1, said: expect.stringContaining('is running on the data folder') })
  await service.stop('SIGTERM')
  const held = taper(['restore', bundle], { TAPER_DATA_DIR: dataDir('second') })
  expect(await held.ended).toMatchObject({ code: 2, said: expect.stringContaining('holds data already') })
})

it('a file that cannot be written whole is not there at all, and the earlier backup stays', async () => {
  const kept = join(folder, 'kept.bundle')
  writeFileSync(kept, 'an earlier backup')
  const stopped = taper(['backup', '-'], { TAPER_DATA_DIR: dataDir('second') })
  await once(stopped.child.stdout!, 'readable')
  stopped.child.kill('SIGTERM')
  expect((await stopped.ended).code).toBe(143)
  const failing = taper(['backup', kept], { TAPER_DATA_DIR: dataDir('nothing-there') })
  expect(await failing.ended).toMatchObject({ code: 1, said: expect.stringContaining('There is no database in') })
  expect(readFileSync(kept, 'utf8')).toBe('an earlier backup')
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

it('taper migrate says what it applies, and --check what is missing', async () => {
  const env = { TAPER_DATA_DIR: dataDir('migrated') }
  const missing = taper(['migrate', '--check'], env)
  expect(await text(missing.child.stdout!)).toContain('1_init is missing')
  expect((await missing.ended).code).toBe(1)
  const applied = taper(['migrate'], env)
  expect(await text(applied.child.stdout!)).toContain('1_init was applied')
  expect((await applied.ended).code).toBe(0)
  const checked = taper(['migrate', '--check'], env)
  expect(await text(checked.child.stdout!)).toBe('The database is up to date.\n')
  expect((await checked.ended).code).toBe(0)
})
