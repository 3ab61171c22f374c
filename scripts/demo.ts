/**
 * The main job on a real training, from nothing: starts the service on a PostgreSQL of its own, trains, refines, trains again, compares.
 * `npm run demo -- --serve` leaves the service up; `npm run demo -- --help` lists what else can be asked for.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { forgetKeys, type ServiceProcess, startServiceProcess } from './service-process.ts'

const help = `npm run demo -- [options]
  --serve               leave the service up at the end
  --port <number>       where it listens (with --serve 8080, else a free port)
  --seeds <number>      trainings that each schedule is measured by (8)
  --tuning-seeds <number> trainings at each peak rate when it is tuned (2)
  --first-seed <number> the first of their seeds (0)
  --label-noise, --hidden, --steps, --batch, --momentum <number>
                        another problem: see examples/digits/README.md
`

const root = fileURLToPath(new URL('..', import.meta.url))
const taper = path.join(root, 'bin', 'taper.js')
const example = (name: string): string[] => ['--import', 'tsx', path.join(root, 'examples', 'digits', name)]

/** Of the first run and of the next, in the middle of the rates that are tuned over later. */
const peakRate = 0.08

/** Aborted by Ctrl-C and SIGTERM; every process started here ends then. */
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort(new Error(`stopped by ${signal}`)))

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const heading = (text: string): boolean => say(process.stdout.isTTY ? `\n\u001b[1m${text}\u001b[22m` : `\n${text}`)

/** Runs a program of Node to its end. Its progress and errors are shown as they come, and its output too, unless it is captured. */
async function node(args: string[], { capture = false } = {}): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    signal: stopped.signal
  })
  let output = ''
  child.stdout?.on('data', (text: Buffer) => (output += text))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (code !== 0) throw new Error(`${path.relative(root, args.find((arg) => arg.startsWith(root))!)} ended with ${signal ?? code}`)
  return output
}

async function get(url: string, accept: string): Promise<string> {
  const response = await fetch(url, { headers: { accept }, signal: stopped.signal })
  if (!response.ok) throw new Error(`GET ${url}: ${response.status} ${await response.text()}`)
  return await response.text()
}

async function train(url: string, run: string, schedule: string, setting: string[]): Promise<void> {
  const args = [`--taper=${url}`, `--run=${run}`, `--schedule=${schedule}`, `--rate=${peakRate}`, ...setting]
  const result = JSON.parse(await node([...example('train.ts'), ...args], { capture: true }))
  const fixed = (value: unknown, digits: number) => Number(value).toFixed(digits)
  say(
    `  done: train loss ${fixed(result.trainLoss, 4)}, test loss ${fixed(result.testLoss, 4)}, test accuracy ${fixed(100 * result.testAccuracy, 2)} %`
  )
}

/** Has the schedule refined by a preset from the norms and losses of a run, and answers its URL and report. */
async function refine(url: string, run: string, preset: 'robust' | 'paper'): Promise<{ schedule: string; report: Report; steps: number }> {
  const response = await fetch(`${url}/v1/runs/${run}/schedules`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ preset, name: `refined from the first run by preset ${preset}` }),
    signal: stopped.signal
  })
  if (!response.ok) throw new Error(`POST /v1/runs/${run}/schedules: ${response.status} ${await response.text()}`)
  const { id, ...refined } = (await response.json()) as { id: string; steps: number; report: Report }
  return { schedule: `${url}/v1/schedules/${id}`, ...refined }
}

interface Report {
  peak: { step: number }
  advice: { verdict: string; detail: string }
  losses: { detail: string }
  warnings: { code: string; detail: string }[]
}

function tell({ advice, losses, peak, warnings }: Report, steps: number): void {
  say(`  advice (${advice.verdict}): ${advice.detail}`)
  say(`  losses: ${losses.detail}`)
  say(`  ${steps} multipliers, the peak at step ${peak.step}`)
  for (const { code, detail } of warnings) say(`  ${code}: ${detail}`)
}

/** Stores 5 % warm-up and linear decay over as many steps, the schedule that a refined one has to be measured by, and answers its URL. */
async function warmUpAndLinear(url: string, refined: string): Promise<string> {
  const { steps } = JSON.parse(await get(refined, 'application/json')) as { steps: number }
  const response = await fetch(`${url}/v1/schedules`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rule: 'warmup', parameters: { length: 0.05, of: { rule: 'linear' } }, steps }),
    signal: stopped.signal
  })
  if (!response.ok) throw new Error(`POST /v1/schedules: ${response.status} ${await response.text()}`)
  return `${url}/v1/schedules/${((await response.json()) as { id: string }).id}`
}

/** Draws a run's ℓ₂ norms, and the schedules of both presets, by the command that does the same for any log. */
async function draw(url: string, run: string): Promise<void> {
  await node([taper, 'plot', run, '--norm', 'l2', '--url', url])
}

function whereNext(url: string, serve: boolean): void {
  heading('Go on')
  say(
    serve
      ? `  Taper is up at ${url}: every call can be tried at ${url}/docs`
      : `  npm run demo -- --serve leaves Taper up at ${url}, with a page to try every call at ${url}/docs. Then:`
  )
  say(`  curl '${url}/v1/runs/digits-first/gradient-norms?norm=l2&buckets=10'`)
  say(`  curl '${url}/v1/schedules?runId=digits-first&limit=1'`)
  say(`  curl ${url}/v1/runs/digits-first/schedules -H 'content-type: application/json' -d '{"window": 0.3, "steps": 20}'`)
  say('  npx taper refine YOUR-LOG.csv   does the same for a file, without a service')
}

async function demonstrate(url: string, seeds: string[], setting: string[], serve: boolean): Promise<void> {
  heading(`First run: linear decay from ${peakRate}, the norms of its gradients and its losses posted as it goes`)
  await train(url, 'digits-first', 'linear', setting)
  heading('The schedule that Taper refines from them by its default, preset robust')
  const { schedule: robust, report, steps } = await refine(url, 'digits-first', 'robust')
  tell(report, steps)
  heading(`Next run: the same seed and peak rate, that schedule read at its start`)
  await train(url, 'digits-next', robust, setting)

  heading('One run proves nothing: each schedule at the peak rate that suits it best, over many seeds, and preset paper too')
  const { schedule: paper } = await refine(url, 'digits-first', 'paper')
  const control = await warmUpAndLinear(url, robust)
  const schedules = ['flat', 'cosine', 'linear', `warmup5=${control}`, `robust=${robust}`, `paper=${paper}`].map(
    (schedule) => `--schedule=${schedule}`
  )
  const table = await node([...example('compare.ts'), ...schedules, ...seeds, ...setting], { capture: true })
  say(`\n${table}`)
  say(
    '  robust and paper are refined from the first run; warmup5 is 5 % warm-up and linear decay, what robust is where losses explain the norms.'
  )
  await draw(url, 'digits-first')
  whereNext(serve ? url : 'http://127.0.0.1:8080', serve)
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      serve: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      port: text,
      seeds: { type: 'string', default: '8' },
      'tuning-seeds': { type: 'string', default: '2' },
      'first-seed': { type: 'string', default: '0' },
      'label-noise': text,
      hidden: text,
      steps: text,
      batch: text,
      momentum: text
    }
  })
  const {
    serve,
    help: wanted,
    port = serve ? '8080' : '0',
    seeds,
    'tuning-seeds': tuningSeeds,
    'first-seed': firstSeed,
    ...others
  } = values
  if (wanted) return void process.stdout.write(help)
  const setting = Object.entries(others).map(([name, value]) => `--${name}=${value}`)

  forgetKeys()
  const start = performance.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-demo-'))
  let service: ServiceProcess | undefined
  try {
    const { DATABASE_URL: _, ...env } = process.env
    service = await startServiceProcess({
      command: [process.execPath, taper, 'serve'],
      env: { ...env, HOST: '127.0.0.1', PORT: port, TAPER_DATA_DIR: folder, LOG_LEVEL: 'info' },
      detached: process.platform !== 'win32',
      signal: stopped.signal
    })
    say(`Taper listens on ${service.url}, on a PostgreSQL of its own in ${folder}`)
    await demonstrate(service.url, [`--seeds=${seeds}`, `--tuning-seeds=${tuningSeeds}`, `--first-seed=${firstSeed}`], setting, serve)
    say(`\n${((performance.now() - start) / 1000).toFixed(0)} s in all.${serve ? ' Ctrl-C stops the service and removes its data.' : ''}`)
    if (serve && !stopped.signal.aborted) await Promise.race([once(stopped.signal, 'abort'), once(service.process, 'exit')])
  } finally {
    const code = await service?.stop('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
    if (service && code !== 0) {
      process.stderr.write(`The service ended with ${code}; its last words:\n${service.log().slice(-2000)}\n`)
      process.exitCode = 1
    }
  }
}

main().catch((error: Error) => {
  process.stderr.write(`demo: ${(stopped.signal.reason ?? error).message}\n`)
  process.exitCode = stopped.signal.aborted ? 130 : 1
})
