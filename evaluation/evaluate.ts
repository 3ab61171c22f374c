/**
 * Measures whether the schedules that Taper answers help, on problems whose answer can be measured: npm run evaluate [-- --quick] [-- --check].
 * Progress goes to stderr; README.md beside this file says what is measured and how.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ownEnvironment, type ServiceProcess, startServiceProcess } from '../scripts/service-process.ts'
import { evaluateProblem } from './evaluate-problem.ts'
import { measureForecasts } from './forecasts/measure.ts'
import { ownFamilies, publishedFamilies } from './forecasts/read-curves.ts'
import { forecastsText, judgeForecasts } from './forecasts/report.ts'
import { allProblems, quickProblems } from './problems.ts'
import { type Gate, judge } from './report/gates.ts'
import { writeReport } from './report/write-report.ts'
import { scheduleSource } from './service/schedules.ts'
import { connect } from './service/taper.ts'
import type { Job, Results } from './tuning/job.ts'
import { openPool } from './work/pool.ts'
import { showProgress } from './work/progress.ts'
import { openResultStore } from './work/results.ts'

const help = `npm run evaluate -- [options]
  --quick             fewer problems and seeds: a minute in place of five
  --check             end with 1 where a gate is not met
  --only <text>       problems whose name has the text
  --workers <number>  processes that train (one a core)
  --loss-curves <folder>  published loss curves to forecast besides those here (TAPER_LOSS_CURVES; forecasts/README.md)
  --fresh             train everything again, also what an earlier evaluation has done
`

const here = fileURLToPath(new URL('.', import.meta.url))
const root = path.join(here, '..')

/** Aborted by Ctrl-C and SIGTERM; every process started here ends then, and finished work is kept. */
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort(new Error(`stopped by ${signal}`)))

interface Choices {
  quick: boolean
  only: string
  workers: number
  fresh: boolean
  lossCurves: string | undefined
}

async function evaluate(service: ServiceProcess, { quick, only, workers, fresh, lossCurves }: Choices): Promise<Gate[]> {
  const problems = (quick ? quickProblems : allProblems).filter(({ id }) => id.includes(only))
  if (problems.length === 0) throw new Error(`no problem has ${JSON.stringify(only)} in its name`)
  const folder = path.join(here, 'results')
  if (fresh) rmSync(folder, { recursive: true, force: true })
  const store = openResultStore(folder)
  const taper = connect(service.url, stopped.signal)
  const pool = openPool(workers)
  stopped.signal.addEventListener('abort', pool.close)
  const progress = showProgress(problems)
  const pending = new Map<string, Promise<Results[Job['kind']]>>()
  const run = async <K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Results[K]> => {
    stopped.signal.throwIfAborted()
    const key = store.keyOf(job)
    // The same work is done once: two refinements that come to the same schedule are the same trainings.
    if (!pending.has(key)) {
      const kept = store.read(job)
      const work = async (): Promise<Results[K]> => {
        const result = await pool.run(job)
        store.write(job, result)
        return result
      }
      pending.set(key, kept === undefined ? work() : Promise.resolve(kept))
    }
    const result = (await pending.get(key)) as Results[K]
    if (job.kind === 'measurement') progress.done()
    return result
  }
  try {
    const schedules = scheduleSource(taper)
    const results = await Promise.all(problems.map((problem) => evaluateProblem(problem, { taper, schedules, run })))
    const forecasts = measureForecasts('here', ownFamilies())
    const published = lossCurves === undefined ? null : measureForecasts('published', publishedFamilies(lossCurves))
    const forecastGates = judgeForecasts(forecasts)
    const text = forecastsText(forecasts, published, forecastGates)
    await writeReport(results, { quick, whole: only === '', folder: here, taper, forecasts: text })
    return [...judge(results), ...forecastGates]
  } finally {
    progress.close()
    pool.close()
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      'loss-curves': { type: 'string' },
      workers: { type: 'string', default: String(availableParallelism()) }
    }
  })
  if (values.help) return void process.stdout.write(help)
  const workers = Number(values.workers)
  if (!(Number.isSafeInteger(workers) && workers >= 1 && workers <= 256)) throw new Error('--workers must be a whole number from 1 to 256')

  const start = performance.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-evaluation-'))
  let service: ServiceProcess | undefined
  try {
    service = await startServiceProcess({
      command: [process.execPath, path.join(root, 'bin', 'taper.js'), 'serve'],
      env: { ...ownEnvironment(), HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: folder },
      detached: process.platform !== 'win32',
      signal: stopped.signal
    })
    const gates = await evaluate(service, { ...values, workers, lossCurves: values['loss-curves'] ?? process.env.TAPER_LOSS_CURVES })
    for (const { name, met, measured, limit } of gates)
      process.stdout.write(`${met ? 'met    ' : 'NOT MET'}  ${name}: ${measured} (${limit})\n`)
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`)
    if (values.check && gates.some(({ met }) => !met)) process.exitCode = 1
  } finally {
    await service?.stop('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

main().catch((error: Error) => {
  process.stderr.write(`evaluate: ${(stopped.signal.reason ?? error).message}\n`)
  process.exitCode = stopped.signal.aborted ? 130 : 1
})
