/**
 * Performs what Dockerfile says without Docker: its stages in clean folders with this machine's Node, then the result as a user of its
 * own, with its health check and a stop by SIGTERM. So a wrong COPY or a dependency that only development has fails here.
 * Not rehearsed are Debian's packages and the images themselves.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildContext } from './image/build-context.ts'
import { type Built, buildStages, bytesBelow, inside, ownEnvironment, type Rehearsal, removeStages } from './image/build-stages.ts'
import { checkCompose } from './image/check-compose.ts'
import { readDockerfile } from './image/dockerfile.ts'
import { exercise } from './image/exercise.ts'
import { type ServiceProcess, startServiceProcess } from './service-process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const say = (text: string): void => void process.stdout.write(`image: ${text}\n`)

/** What the lock file says of a package that only development needs, or an optional peer beside it. */
interface Locked {
  dev?: boolean
  devOptional?: boolean
}

/** What production carries, largest first; fails where a package is among it that only development needs. */
function weigh(image: Built): void {
  const modules = inside(image, path.join(image.workdir, 'node_modules'))
  const names = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(modules, name)).map((part) => `${name}/${part}`) : [name]))
  const sizes = names.map((name) => ({ name, bytes: bytesBelow(path.join(modules, name)) })).sort((a, b) => b.bytes - a.bytes)
  say(`${megabytes(bytesBelow(image.root))} in all, of it ${names.length} packages with ${megabytes(bytesBelow(modules))}:`)
  for (const { name, bytes } of sizes.slice(0, 6)) say(`  ${megabytes(bytes).padStart(9)}  ${name}`)

  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
  const unwanted = names.filter((name) => packages[`node_modules/${name}`]?.dev || packages[`node_modules/${name}`]?.devOptional)
  if (unwanted.length > 0) throw new Error(`the image carries ${unwanted.join(', ')}, which only development needs`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

/** The image's environment with its paths as they are on this machine, on loopback alone. */
async function environmentOf(image: Built): Promise<Record<string, string>> {
  if (image.env.HOST !== '0.0.0.0') throw new Error('the image listens on loopback, where nobody outside the container reaches it')
  const mapped = Object.entries(image.env).map(([name, value]) => [name, value.startsWith('/') ? inside(image, value) : value])
  return { ...ownEnvironment(), ...Object.fromEntries(mapped), HOST: '127.0.0.1', PORT: String(await freePort()) }
}

/** The start command; without the init where this machine has none. */
function commandOf(image: Built): [string, ...string[]] {
  const [init = ''] = image.entrypoint
  if (init === '' || spawnSync(init, ['--version']).error === undefined) return [...image.entrypoint, ...image.command] as [string]
  say(`not rehearsed: ${init}, which this machine does not have (apt-get install ${init})`)
  return image.command as [string]
}

async function waitUntilHealthy(image: Built, env: Record<string, string>, owner: Rehearsal['owner'] | undefined): Promise<void> {
  if (image.healthCheck === null) throw new Error('the image has no health check')
  const [program = '', ...args] = image.healthCheck.command
  const check = (more: Record<string, string> = {}): boolean =>
    spawnSync(program, args, { cwd: inside(image, image.workdir), env: { ...env, ...more }, ...owner, stdio: 'ignore' }).status === 0
  if (check({ PORT: String(await freePort()) })) throw new Error('the health check succeeds where nothing listens')
  const start = performance.now()
  while (!check()) {
    if (performance.now() - start > image.healthCheck.startSeconds * 1000) throw new Error('the service does not become healthy')
    await sleep(200)
  }
}

async function stop(service: ServiceProcess): Promise<void> {
  const code = await service.stop('SIGTERM')
  if (code !== 0) throw new Error(`the service ended with ${code} on SIGTERM:\n${service.log().slice(-2000)}`)
}

/** Starts the image twice on one volume: what was stored is there the second time. */
async function startTwice(image: Built, owner: Rehearsal['owner'] | undefined): Promise<void> {
  if (image.user === 'root') throw new Error('the image runs as root')
  const env = await environmentOf(image)
  const command = commandOf(image)
  let norms: number[] | undefined
  for (const time of ['first', 'second']) {
    const start = performance.now()
    const service = await startServiceProcess({ command, cwd: inside(image, image.workdir), env, owner })
    try {
      await waitUntilHealthy(image, env, owner)
      say(`${time} start: healthy after ${((performance.now() - start) / 1000).toFixed(1)} s`)
      norms = await exercise(service.url, norms)
    } catch (error) {
      service.process.kill('SIGKILL')
      throw new Error(`${(error as Error).message}\n${service.log().slice(-2000)}`, { cause: error })
    }
    await stop(service)
    say(`${time} start: answered, stopped by SIGTERM with code 0`)
  }
}

const isRoot = process.getuid?.() === 0
// `nobody` of nearly every system; where this process may not choose, everything belongs to and runs as its own user.
const owner = isRoot ? { uid: 65534, gid: 65534 } : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
const folder = mkdtempSync(path.join(tmpdir(), 'taper-image-'))
chmodSync(folder, 0o755)
const rehearsal: Rehearsal = { folder, context: { root, files: buildContext(root) }, owner, say }
try {
  const image = buildStages(readDockerfile(path.join(root, 'Dockerfile')), rehearsal)
  weigh(image)
  checkCompose(path.join(root, 'docker-compose.yml'), image)
  say('docker-compose.yml fits the image')
  // An empty volume takes the owner of its folder in the image, as it does with Docker.
  for (const volume of image.volumes) chownSync(inside(image, volume), owner.uid, owner.gid)
  await startTwice(image, isRoot ? owner : undefined)
} catch (error) {
  process.stderr.write(`image: ${(error as Error).message}\n`)
  process.exitCode = 1
} finally {
  removeStages(rehearsal)
}
