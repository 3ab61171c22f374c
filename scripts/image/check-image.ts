/**
 * Builds the image and runs it as docker-compose.yml would: read-only, without capabilities, as a user of its own. It must be healthy, do
 * the main job over HTTP, stop by SIGTERM, and find its data again; then once more beside a PostgreSQL, from the compose file. Where no
 * registry of images answers, stand-ins for the two images of others are made from Debian's packages: see `stand-in-base.ts`.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeKeyText } from '../../src/services/keys/key-text.ts'
import { exerciseService } from '../exercise-service.ts'
import { checkComposeFile, readComposeFile, runFlagsOf } from './compose-file.ts'
import { type Container, startContainer } from './container.ts'
import { type Engine, findEngine } from './engine.ts'
import { standInBase } from './stand-in-base.ts'
import { standInPostgres } from './stand-in-postgres.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const image = 'localhost/taper-check'
const bytesMax = 450e6
const say = (text: string): void => void process.stdout.write(`image: ${text}\n`)
const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** What the image says of itself. */
interface ImageConfig {
  User: string
  Env: string[]
  Healthcheck: { Test: string[] }
}

/** Podman has the health check beside the rest. */
function configOf(engine: Engine): ImageConfig {
  const [inspected] = JSON.parse(engine.run(['image', 'inspect', image])) as [
    { Config: ImageConfig; Healthcheck?: ImageConfig['Healthcheck'] }
  ]
  return { ...inspected.Config, Healthcheck: inspected.Healthcheck ?? inspected.Config.Healthcheck }
}

/** The base that the Dockerfile names where it can be pulled, else a stand-in of the same version of Node.js. */
function baseOf(engine: Engine): { base: string; isStandIn: boolean } {
  const named = /^ARG BASE=(\S+?node:([\d.]+)\S*@sha256:[0-9a-f]{64})$/m.exec(readFileSync(path.join(root, 'Dockerfile'), 'utf8'))
  if (named?.[1] === undefined || named[2] === undefined) throw new Error('the Dockerfile does not name its base by version and digest')
  if (engine.has(named[1]) || engine.succeeds(['pull', named[1]])) return { base: named[1], isStandIn: false }
  return { base: standInBase(engine, named[2]), isStandIn: true }
}

const sizeOf = (engine: Engine, name: string): number => Number(engine.run(['image', 'inspect', '--format', '{{.Size}}', name]))
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

function weigh(engine: Engine, base: string, isStandIn: boolean): void {
  const [bytes, ofBase] = [sizeOf(engine, image), sizeOf(engine, base)]
  say(`${megabytes(bytes)}, of it ${megabytes(ofBase)} the base${isStandIn ? ', a stand-in' : ''}`)
  if (bytes > bytesMax) throw new Error(`the image has ${megabytes(bytes)}, more than ${megabytes(bytesMax)}`)
}

/** The processes of a container, one a line: user and effective capabilities. */
const processes =
  "for status in /proc/[0-9]*/status; do sed -n 's/^Uid:\\t\\([0-9]*\\).*/\\1/p;s/^CapEff:\\t//p' $status | paste -sd' '; done"
/** What belongs to somebody else than root outside the places that are written. */
const foreign =
  "find / -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /data -o -path /tmp -o -path /home/node \\) -prune -o ! -user root ! -path '/var/*' -print 2> /dev/null || true"

/** A container of the image has no rights that it does not need. */
function checkRights(container: Container): void {
  for (const line of container.exec('sh', '-c', processes).split('\n')) {
    if (!/^[1-9]\d* 0+$/.test(line)) throw new Error(`a process of the image has this user and these capabilities: ${line}`)
  }
  const files = container.exec('sh', '-c', foreign)
  if (files !== '') throw new Error(`these files of the image do not belong to root:\n${files}`)
  for (const folder of ['/', '/app', '/app/dist', '/home/node', '/var/lib', '/etc']) {
    if (container.succeeds('touch', `${folder}/written`)) throw new Error(`${folder} of the image can be written to`)
  }
}

/** It is ready, and has what lies beside its code: the page for the API, and the compiler of kernels. */
async function ready(url: string, key: string): Promise<void> {
  const gradient = { w: { shape: [2], values: [1, 2] } }
  const step = {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ parameters: gradient, gradients: gradient })
  }
  const calls: [string, RequestInit?][] = [
    ['/readyz'],
    ['/docs/'],
    ['/docs/static/swagger-ui-bundle.js'],
    ['/v1/optimizers/adam/step', step]
  ]
  for (const [path, init] of calls) {
    const answer = await fetch(url + path, init)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
}

/** The first key, which the log of the first start shows. */
function firstKeyIn(log: string): string {
  const key = /"adminKey":"(taper_\w+)"/.exec(log)?.[1]
  if (key === undefined) throw new Error(`the first start shows no admin key:\n${log}`)
  return key
}

/** Who has no key gets nothing: the image listens to everybody. */
async function refusesWithoutKey(url: string): Promise<void> {
  const { status } = await fetch(`${url}/v1/runs`)
  if (status !== 401) throw new Error(`/v1/runs answered ${status} without a key`)
}

function stop(container: Container): void {
  const start = performance.now()
  const code = container.stop()
  if (code !== 0) throw new Error(`${container.name} ended with ${code} on SIGTERM:\n${container.log()}`)
  say(`stopped by SIGTERM with code 0 after ${seconds(start)}`)
}

/** Starts the image twice on one volume with its embedded PostgreSQL: what was stored is there the second time. */
async function startTwice(engine: Engine, { Healthcheck, Env }: ImageConfig, name: string): Promise<void> {
  const port = portOf(Env)
  const flags = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--tmpfs', '/tmp', '--memory', '2g']
  let norms: number[] | undefined
  let key: string | undefined
  try {
    for (const time of ['first', 'second']) {
      const start = performance.now()
      const container = startContainer(engine, image, name, [...flags, '--volume', `${name}:/data`, '--publish', `127.0.0.1::${port}`])
      try {
        await container.healthy(Healthcheck.Test.slice(1))
        say(`${time} start: healthy after ${seconds(start)}`)
        checkRights(container)
        const url = container.url(port)
        if (key === undefined) key = firstKeyIn(container.log())
        else if (container.log().includes('"adminKey"')) throw new Error('the second start made another admin key')
        await refusesWithoutKey(url)
        await ready(url, key)
        norms = await exerciseService(url, { key, stored: norms })
        stop(container)
      } finally {
        container.remove()
      }
    }
  } finally {
    engine.succeeds(['volume', 'rm', name])
  }
}

const portOf = (env: readonly string[]): string => env.find((text) => text.startsWith('PORT='))?.slice(5) ?? ''

/** Starts the services of the compose file by hand, in their order, with all that it says of them. */
async function startComposed(engine: Engine, { Healthcheck, Env }: ImageConfig, base: string, name: string): Promise<void> {
  const file = path.join(root, 'docker-compose.yml')
  const port = portOf(Env)
  checkComposeFile(file, port)
  const key = makeKeyText().text
  const { postgres, taper } = readComposeFile(file, { POSTGRES_PASSWORD: 'chosenForTheCheck', TAPER_ADMIN_KEY: key }).services
  const named = postgres.image ?? ''
  const databaseImage = engine.has(named) || engine.succeeds(['pull', named]) ? named : standInPostgres(engine, base)
  const [volume, folder] = (postgres.volumes?.[0] ?? '').split(':')
  const containers: Container[] = []
  try {
    const database = startContainer(engine, databaseImage, `${name}-${volume}`, [...runFlagsOf(postgres), '--volume', `${name}:${folder}`])
    containers.push(database)
    await database.healthy(postgres.healthcheck?.test.slice(1) ?? [])
    const service = startContainer(engine, image, name, [
      ...runFlagsOf(taper),
      '--publish',
      `127.0.0.1::${port}`,
      '--add-host',
      `postgres:${database.address()}`
    ])
    containers.push(service)
    await service.healthy(Healthcheck.Test.slice(1))
    say(`docker-compose.yml: both services are healthy, the database from ${databaseImage}`)
    checkRights(service)
    const url = service.url(port)
    await refusesWithoutKey(url)
    await exerciseService(url, { key, stored: await exerciseService(url, { key }) })
    stop(service)
  } finally {
    for (const container of containers.reverse()) container.remove()
    engine.succeeds(['volume', 'rm', name])
  }
}

try {
  const engine = findEngine()
  let start = performance.now()
  const { base, isStandIn } = baseOf(engine)
  say(`the base is ${base} (${engine.name}, ${seconds(start)})`)
  start = performance.now()
  engine.show(['build', ...engine.buildFlags, '--quiet', ...(isStandIn ? ['--build-arg', `BASE=${base}`] : []), '--tag', image, root])
  say(`built in ${seconds(start)}`)
  weigh(engine, base, isStandIn)
  const config = configOf(engine)
  if (config.User === '' || config.User === 'root') throw new Error('the image runs as root')
  if (!config.Env.includes('HOST=0.0.0.0')) throw new Error('the image listens on loopback, where nobody outside the container reaches it')
  const name = `taper-check-${process.pid}`
  await startTwice(engine, config, name)
  await startComposed(engine, config, base, name)
} catch (error) {
  process.stderr.write(`image: ${(error as Error).message}\n`)
  process.exitCode = 1
}
