import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/free-port.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * How long starts take, in seconds of a clock, beside an empty Node and a bare Fastify service: commands to their end, services to the
 * first 200 of GET /readyz. All take turns, so that whatever else the machine does meets all; the ratio to an empty Node says more where
 * it does much. The demo, which trains, is measured once and with `--demo` alone.
 *
 *     npm run setup && npx tsx bench/startup/startup.ts [--demo]
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 9)
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const norms = join(folder, 'norms.csv')
writeFileSync(norms, `step,grad_norm\n${Array.from({ length: 2000 }, (_, t) => `${t},${1 + 6 * Math.exp(-t / 150)}`).join('\n')}\n`)

/** Starts a program in a process group of its own, which a signal reaches as a whole. */
const start = ([program, ...args]: readonly [string, ...string[]], env: NodeJS.ProcessEnv = {}) =>
  spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true })

async function toTheEnd(command: readonly [string, ...string[]]): Promise<number> {
  const began = performance.now()
  const child = start(command)
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${errors}`)
  return (performance.now() - began) / 1000
}

async function toReady(command: readonly [string, ...string[]], data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = start(command, { PORT: String(port), TAPER_DATA_DIR: data })
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode} before it was ready`)
    await sleep(10)
  }
  const seconds = (performance.now() - began) / 1000
  const ended = once(child, 'close')
  process.kill(-(child.pid as number), 'SIGTERM')
  await ended
  return seconds
}

const node = process.execPath
const taper = join(root, 'bin', 'taper.js')
let made = 0
const existing = join(folder, 'existing')
const measured: Record<string, () => Promise<number>> = {
  'node -e 0': () => toTheEnd([node, '-e', '0']),
  'a bare Fastify service': () => toReady([node, join(root, 'bench/startup/bare-service.js')], folder),
  'node bin/taper.js --help': () => toTheEnd([node, taper, '--help']),
  'npx taper --help': () => toTheEnd(['npx', 'taper', '--help']),
  'node bin/taper.js refine, 2000 points': () => toTheEnd([node, taper, 'refine', norms]),
  'npx taper refine, 2000 points': () => toTheEnd(['npx', 'taper', 'refine', norms]),
  'node bin/taper.js serve, database there': () => toReady([node, taper, 'serve'], existing),
  'npm start, database there': () => toReady(['npm', 'start'], existing),
  'npm start, new database': () => toReady(['npm', 'start'], join(folder, `new-${made++}`))
}

try {
  await toReady([node, taper, 'serve'], existing)
  const seconds = new Map(Object.keys(measured).map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measured)) seconds.get(name)!.push(await measure())
  console.log(`${machine()}; ${rounds} rounds`)
  const empty = median(seconds.get('node -e 0')!)
  table(
    ['start', 'median, s', 'least, s', 'times an empty Node'],
    [...seconds].map(([name, all]) => [name, median(all).toFixed(2), Math.min(...all).toFixed(2), (median(all) / empty).toFixed(1)])
  )
  if (process.argv.includes('--demo')) console.log(`npm run demo: ${(await toTheEnd(['npm', 'run', 'demo'])).toFixed(0)} s, once`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
