/**
 * The long check of the exports: each is run by the library that it is for, on schedules of a service of its own, and must give back
 * every learning rate to 1e-6 of the peak; settings that are only near, to the error that their file states. Needs Python 3.11 or newer, a network
 * on its first use, and 9 GB for the libraries in the user's folder for caches. `TAPER_EXPORTS_TORCH_PYTHON` and
 * `TAPER_EXPORTS_JAX_PYTHON` name Pythons that have the libraries already, `TAPER_EXPORTS_STEPS_MAX` leaves
 * out schedules that are longer. Arguments: names of targets or drivers, to check these alone.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pythonEnvironment } from '../clients/python-environment.ts'
import { forgetKeys, startServiceProcess } from '../service-process.ts'
import { runCommand, tellingLine } from '../setup/tensorflow/run-command.ts'
import { type Library, libraries } from './libraries.ts'
import { type Exported, makeSchedules, peaks } from './schedules.ts'

type Result = { rates: number[] } | { none: string } | { error: string }
type Python = { program: string; own: boolean } | { reason: string }

const drivers = fileURLToPath(new URL('../../test/exports/', import.meta.url))
const exactTo = 1e-6
/** Past the end the last rate stays, where the library goes on. */
const stepsPastEnd = 3

const pythons = new Map<Library['environment'], Promise<Python>>()
function pythonOf(environment: Library['environment']): Promise<Python> {
  const found = pythons.get(environment) ?? findPython(environment)
  pythons.set(environment, found)
  return found
}
async function findPython(environment: Library['environment']): Promise<Python> {
  const given = process.env[`TAPER_EXPORTS_${environment.toUpperCase()}_PYTHON`]
  if (given) return { program: given, own: false }
  const made = await pythonEnvironment(`exports-${environment}`, path.join(drivers, `${environment}.txt`))
  return 'reason' in made ? made : { program: made.program, own: true }
}

/** The Python that has the library, put there where the environment is ours, or why there is none. */
async function pythonWith({ environment, packages, version }: Library): Promise<Python> {
  const python = await pythonOf(environment)
  if ('reason' in python) return python
  const reasons: string[] = []
  for (const name of packages) {
    const { status, output } = await runCommand(python.program, ['-c', `from importlib.metadata import version; version("${name}")`])
    if (status === 0) return python
    reasons.push(tellingLine(output))
  }
  if (!python.own || version === undefined) return { reason: reasons.join('; ') }
  const wanted = `${packages[0]}==${version}`
  const { status, output } = await runCommand(python.program, ['-m', 'pip', 'install', '--disable-pip-version-check', '-q', wanted])
  return status === 0 ? python : { reason: `${wanted} could not be installed: ${tellingLine(output)}` }
}

/** The largest error that a file states of itself. */
function statedError(text: string): number {
  if (text.includes('the schedule itself, to 1e-6')) return exactTo
  const stated = /off by up to ([\d.]+) % of the peak rate/.exec(text)?.[1]
  if (stated === undefined) throw new Error(`No error is stated:\n${text}`)
  return Number(stated) / 100 + exactTo
}

/** The largest difference from multiplier times peak, as a share of the peak; NaN where a rate is none. */
function largestError(rates: readonly number[], { multipliers, peakKnown }: Exported, from: number): number {
  const peak = peakKnown ? peaks.known : peaks.user
  let largest = 0
  for (let step = from; step < rates.length; step++) {
    const error = Math.abs(rates[step]! / peak - (multipliers[Math.min(step, multipliers.length - 1)] as number))
    if (!(error <= largest)) largest = error
  }
  return largest
}

async function check(library: Library, url: string, schedules: readonly Exported[], folder: string) {
  const { target, driver, nearFrom } = library
  const row = { version: '', run: 0, none: 0, error: 0, allowed: 0, wrong: [] as string[], reason: '' }
  const python = await pythonWith(library)
  if ('reason' in python) return { ...row, reason: python.reason }

  const exports: { schedule: Exported; file: string; text: string }[] = []
  for (const schedule of schedules) {
    const answer = await fetch(`${url}/v1/schedules/${schedule.id}/exports/${target}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.ok) {
      const file = path.join(folder, `${driver}-${exports.length}`.replace(/$/, target === 'safetensors' ? '' : '.py'))
      writeFileSync(file, bytes)
      exports.push({ schedule, file, text: bytes.toString('latin1') })
    } else if (nearFrom !== undefined && bytes.includes('/problems/export-does-not-fit')) row.none++
    else row.wrong.push(`${schedule.name}: ${answer.status} ${bytes.toString()}`)
  }

  const hasPast = nearFrom === undefined && !['transformers', 'lightning', 'safetensors'].includes(target)
  const jobs = exports.map(({ schedule: { multipliers, peakKnown }, file }) => ({
    file,
    steps: multipliers.length + (hasPast ? stepsPastEnd : 0),
    peak: peakKnown ? peaks.known : peaks.user
  }))
  const [list, answer] = [path.join(folder, `${driver}.jobs`), path.join(folder, `${driver}.answer`)]
  writeFileSync(list, JSON.stringify(jobs))
  const { status, output } = await runCommand(python.program, [path.join(drivers, driver), list, answer], {
    env: { PYTHONDONTWRITEBYTECODE: '1', CUDA_VISIBLE_DEVICES: '', TRANSFORMERS_OFFLINE: '1', OMP_NUM_THREADS: '1', JAX_PLATFORMS: 'cpu' }
  })
  if (status !== 0) return { ...row, wrong: [...row.wrong, output] }

  const { version, results } = JSON.parse(readFileSync(answer, 'utf8').replace(/\b(?:NaN|-?Infinity)\b/g, 'null')) as {
    version: string
    results: Result[]
  }
  row.version = version
  for (const [i, { schedule, text }] of exports.entries()) {
    const result = results[i] as Result
    if ('none' in result) row.none++
    else if ('error' in result) row.wrong.push(`${schedule.name}: ${result.error}`)
    else {
      row.run++
      const allowed = nearFrom === undefined ? exactTo : statedError(text)
      const steps = (jobs[i] as { steps: number }).steps
      const rates = result.rates.map((rate) => rate ?? Number.NaN)
      const error = largestError(rates, schedule, nearFrom ?? 0)
      if (rates.length !== steps) row.wrong.push(`${schedule.name}: ${rates.length} rates for ${steps} steps`)
      if (!(error <= allowed)) row.wrong.push(`${schedule.name}: off by ${error} of the peak rate, where ${allowed} is stated`)
      if (!(error <= row.error)) row.error = error
      row.allowed = Math.max(row.allowed, allowed)
    }
  }
  if (row.run === 0) row.wrong.push('Not one export was run.')
  return row
}

const only = process.argv.slice(2)
const chosen = libraries.filter(
  ({ target, driver }) => only.length === 0 || only.includes(target) || only.includes(path.parse(driver).name)
)
if (chosen.length === 0) throw new Error(`There are checks of ${[...new Set(libraries.map(({ target }) => target))].join(', ')}`)
const folder = mkdtempSync(path.join(tmpdir(), 'taper-exports-'))
forgetKeys()
const service = await startServiceProcess({
  command: [process.execPath, fileURLToPath(new URL('../../bin/taper.js', import.meta.url)), 'serve'],
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: path.join(folder, 'data') }
})
const line = (...cells: (string | number)[]) =>
  process.stdout.write(`${cells.map((cell, i) => String(cell).padEnd([9, 25, 10, 9, 9, 9, 9, 0][i] as number)).join(' ')}\n`)
try {
  const stepsMax = Number(process.env.TAPER_EXPORTS_STEPS_MAX ?? Number.POSITIVE_INFINITY)
  const schedules = (await makeSchedules(service.url)).filter(({ multipliers }) => multipliers.length <= stepsMax)
  line('', 'library', 'version', 'run', 'refused', 'error', 'allowed', 'seconds')
  for (const library of chosen) {
    const begun = performance.now()
    const { version, run, none, error, allowed, wrong, reason } = await check(library, service.url, schedules, folder)
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    if (reason) line('not run', library.name, reason)
    else
      line(
        wrong.length === 0 ? 'right' : 'WRONG',
        library.name,
        version,
        run,
        none,
        error.toExponential(1),
        allowed.toPrecision(2),
        seconds
      )
    for (const text of wrong) process.stdout.write(`${text}\n`)
    if (wrong.length > 0) process.exitCode = 1
  }
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
